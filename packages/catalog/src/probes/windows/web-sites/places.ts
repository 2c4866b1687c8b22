// Reads what the probe of IIS printed for each site and application.
import type { AccessControl, Records, Unread } from '@bongsu/core';
import { unread } from '@bongsu/core';
import { accessAt } from '../access-lists/told.ts';
import type { WebSetting } from './script.ts';

export interface WebPlace {
  /** `Default Web Site` or `Default Web Site/shop`. */
  readonly name: string;
  readonly folder: string;
  /** Undefined where the component of IIS is not installed. */
  setting(name: WebSetting): string | undefined;
  /** Extensions that are mapped to a program, in lower case: `*.asp`. */
  readonly mappings: readonly string[];
  /** Extensions that request filtering refuses: `.asa`. */
  readonly refused: readonly string[];
  readonly access: AccessControl | null;
  /** Links in the folder, at most 50. */
  readonly links: readonly string[];
}

/** Every place with its settings; unread where the access list of a folder was refused. */
export function webPlaces(records: Records): readonly WebPlace[] | Unread {
  const places: WebPlace[] = [];
  for (const {
    values: [name = '', folder = ''],
  } of records.notes('web-place')) {
    const own = (key: string) => records.notes(key).filter(({ values }) => values[0] === name);
    const settings = new Map(
      own('web-setting').map(({ values: [, key, state, value = ''] }) => [key, { state, value }]),
    );
    const fault = [...settings].find(([, { state }]) => state === 'unreadable');
    if (fault)
      return unread(
        `${name}의 ${fault[0]} 설정을 읽을 수 없음`,
        `the setting ${fault[0]} of ${name} could not be read`,
      );
    const told = accessAt(records, folder);
    if ('unread' in told) return told;
    places.push({
      name,
      folder,
      setting: (key: WebSetting) => {
        const found = settings.get(key);
        return found?.state === 'present' ? found.value : undefined;
      },
      mappings: own('web-handler').map(({ values }) => (values[1] ?? '').toLowerCase()),
      refused: own('web-refused').map(({ values }) => (values[1] ?? '').toLowerCase()),
      access: told.access,
      links: own('web-link').map(({ values }) => values[1] ?? ''),
    });
  }
  return places;
}
