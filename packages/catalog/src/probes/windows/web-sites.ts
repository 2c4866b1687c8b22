// IIS as it is in force: sites and applications with the settings that items ask for, and the account of each application pool.
import { accessControl, unread, windowsProbe } from '@bongsu/core';
import type { AccessOn } from './access-lists.ts';
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
    const scripts = records.notes('access').find(({ values }) => /:\\inetpub\\scripts$/i.test(values[0] ?? ''))?.values;
    const [path = '', seen, sddl = ''] = scripts ?? [];
    const access = seen === 'present' ? accessControl(sddl) : null;
    if (seen !== 'absent' && access === null)
      return unread('CGI 디렉터리의 권한을 읽을 수 없음', 'the access list of the CGI folder could not be read');
    return {
      places,
      pools: records.notes('pool').map(({ values: [name = '', identity = ''] }) => ({ name, identity })),
      virtualDirectories: records.notes('virtual-directory').map(({ values }) => values[0] ?? ''),
      scripts: { path, access },
      samples: records.notes('sample').map(({ values }) => values[0] ?? ''),
    };
  },
});
