// IIS as it is in force: sites and applications with the settings that items ask for, and the account of each application pool.
import { unread, windowsProbe } from '@bongsu/core';
import type { AccessOn } from './access-lists/told.ts';
import { accessTold } from './access-lists/told.ts';
import type { WebPlace } from './web-sites/places.ts';
import { webPlaces } from './web-sites/places.ts';
import { script } from './web-sites/script.ts';

export interface WebPool {
  readonly name: string;
  /** `ApplicationPoolIdentity`, `LocalSystem`, `SpecificUser`… */
  readonly identity: string;
}

export interface WebSites {
  readonly places: readonly WebPlace[];
  readonly pools: readonly WebPool[];
  readonly virtualDirectories: readonly string[];
  /** Folders of samples and scripts that old versions of IIS left, where they are there. */
  readonly samples: readonly string[];
  /** The stock folder of CGI programs; without access where it is not there. */
  readonly scripts: AccessOn;
}

/** Null where IIS is not installed. */
export const webSites = windowsProbe<WebSites | null>({
  name: 'windows-web-sites',
  timeoutSeconds: 180,
  sizeBytesMax: 524288,
  script,
  read(records) {
    const state = records.note('iis')?.values[0];
    if (state === 'no-service') return null;
    if (state !== 'listed') return unread('IIS 설정을 알 수 없음', 'the settings of IIS are not told');
    const places = webPlaces(records);
    if ('unread' in places) return places;
    const stock = records.notes('access').find(({ values: [path = ''] }) => /:\\inetpub\\scripts$/i.test(path));
    const scripts = accessTold(stock?.values ?? ['C:\\inetpub\\scripts']);
    if ('unread' in scripts) return scripts;
    return {
      places,
      pools: records.notes('pool').map(({ values: [name = '', identity = ''] }) => ({ name, identity })),
      virtualDirectories: records.notes('virtual-directory').map(({ values }) => values[0] ?? ''),
      scripts,
      samples: records.notes('sample').map(({ values }) => values[0] ?? ''),
    };
  },
});
