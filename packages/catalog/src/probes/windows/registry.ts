// The registry values that items ask for: one list, read in one go, each with its absence or the reason why it could not be read.
import type { Records, Unread, WindowsProbe } from '@bongsu/core';
import { unread, windowsProbe } from '@bongsu/core';
import { registryPlaces } from './registry/places.ts';

export type RegistryName = keyof typeof registryPlaces;

export interface RegistryValue {
  /** `HKLM:\…\Name`, to be shown. */
  readonly source: string;
  readonly present: boolean;
  /** `DWord`, `String`, `MultiString`…; `hidden` where only the presence was asked for; empty where absent. */
  readonly kind: string;
  readonly values: readonly string[];
  /** The value as a number, unsigned; null where it is absent or none. */
  readonly number: number | null;
}

/** A value that is a secret: only its presence leaves the host. */
const secrets: readonly RegistryName[] = ['defaultPassword'];

const script = Object.entries(registryPlaces)
  .map(([name, [path, value]]) => {
    const ask = secrets.some((secret) => secret === name) ? 'RegistryPresence' : 'RegistryValue';
    return `${ask} '${path}' '${value}'`;
  })
  .join('\n');

/** The probe of all values, read for these alone: one that could not be read leaves the others known. */
export function registryOf<N extends RegistryName>(...names: N[]): WindowsProbe<Readonly<Record<N, RegistryValue>>> {
  return windowsProbe({
    name: 'windows-registry',
    timeoutSeconds: 60,
    sizeBytesMax: 262144,
    script,
    read(records) {
      const found: Partial<Record<N, RegistryValue>> = {};
      for (const name of names) {
        const value = valueOf(records, name);
        if ('unread' in value) return value;
        found[name] = value;
      }
      return found as Readonly<Record<N, RegistryValue>>;
    },
  });
}

function valueOf(records: Records, name: RegistryName): RegistryValue | Unread {
  const [path, key] = registryPlaces[name];
  const source = `${path}\\${key}`;
  const note = records.notes('registry').find(({ values }) => values[0] === path && values[1] === key);
  const [, , state, kind = '', ...values] = note?.values ?? [];
  if (state === 'absent') return { source, present: false, kind: '', values: [], number: null };
  if (state !== 'present') return unread(`${source}를 읽을 수 없음`, `${source} could not be read`);
  return { source, present: true, kind, values, number: numberOf(values[0] ?? '') };
}

/** PowerShell shows a DWORD above 0x7fffffff as negative. */
function numberOf(text: string): number | null {
  if (!/^-?\d{1,15}$/.test(text)) return null;
  const value = Number(text);
  return value < 0 ? value + 2 ** 32 : value;
}
