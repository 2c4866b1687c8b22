// The Windows hosts that cases speak of, and what the probes of Windows would have printed.
import type { CaseCommand, Host, HostCase } from '@bongsu/core';
import { registryPlaces } from '../probes/windows/registry/places.ts';
import type { RegistryName } from '../probes/windows/registry.ts';

function host(version: string, prettyName: string, domainController = false): Host {
  return { family: 'windows', distro: 'windows', version, prettyName, container: false, live: true, domainController };
}

export const ws2012r2 = host('9600', 'Windows Server 2012 R2 Standard');
export const ws2016 = host('14393', 'Windows Server 2016 Datacenter');
export const ws2019 = host('17763', 'Windows Server 2019 Datacenter');
export const ws2022 = host('20348', 'Windows Server 2022 Datacenter');
export const dc2019 = host('17763', 'Windows Server 2019 Standard (domain controller)', true);

export type Notes = NonNullable<HostCase['notes']>;

/** Registry values by our names: a number is a DWORD, null is absent, `unreadable` was refused, a list is a MULTI_SZ. */
export function registry(
  values: Readonly<Partial<Record<RegistryName, number | string | null | readonly string[]>>>,
): Notes {
  return Object.entries(values).map(([name, value]) => {
    const [path, key] = registryPlaces[name as RegistryName];
    if (value === null) return ['registry', path, key, 'absent'] as const;
    if (value === 'unreadable') return ['registry', path, key, 'unreadable', 'Access is denied.'] as const;
    if (typeof value === 'number') return ['registry', path, key, 'present', 'DWord', String(value)] as const;
    if (typeof value === 'string') return ['registry', path, key, 'present', 'String', value] as const;
    return ['registry', path, key, 'present', 'MultiString', ...value] as const;
  });
}

/** The answer of secedit with these settings and rights. */
export function policy(
  access: Readonly<Record<string, string | number>>,
  rights: Readonly<Record<string, string>> = {},
  more = '',
): Record<string, CaseCommand> {
  const lines = (values: Readonly<Record<string, string | number>>) =>
    Object.entries(values).map(([key, value]) => `${key} = ${value}\n`);
  const head = '\u{feff}[Unicode]\nUnicode=yes\n';
  const stdout = `${head}[System Access]\n${lines(access).join('')}${more}[Privilege Rights]\n${lines(rights).join('')}`;
  return { secedit: { stdout } };
}

/** Services with their state; RpcSs is always there. */
export function serviceNotes(
  states: Readonly<Record<string, 'running' | 'stopped' | 'disabled' | 'auto-stopped'>> = {},
): Notes {
  const fields = {
    running: ['Running', 'Auto'],
    stopped: ['Stopped', 'Manual'],
    disabled: ['Stopped', 'Disabled'],
    'auto-stopped': ['Stopped', 'Auto'],
  };
  return Object.entries({ RpcSs: 'running' as const, ...states }).map(([name, state]) => {
    const [now = '', start = ''] = fields[state];
    return ['service', name, now, start] as const;
  });
}
