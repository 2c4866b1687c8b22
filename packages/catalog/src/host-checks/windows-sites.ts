// What the probes of IIS and FTP would have printed, for cases: one site, with its settings.
import type { Notes } from './windows-hosts.ts';

export interface SiteState {
  readonly settings?: Readonly<Record<string, string | null>>;
  readonly mappings?: readonly string[];
  readonly refused?: readonly string[];
  readonly links?: readonly string[];
  readonly sddl?: string;
  readonly pools?: readonly (readonly [string, string])[];
  readonly virtualDirectories?: readonly string[];
  readonly samples?: readonly string[];
  /** Access list of the folder of CGI programs; not there where absent. */
  readonly scripts?: string;
}

const folder = 'C:\\inetpub\\wwwroot';
const stock = {
  directoryBrowse: 'False',
  parentPaths: 'False',
  aspRequestBytes: '200000',
  contentBytes: '30000000',
  hideServer: 'False',
  errorMode: 'DetailedLocalOnly',
  webDav: null,
};

/** IIS with one site; without a state, IIS is not installed. */
export function iis(state?: SiteState): Notes {
  if (!state) return [['iis', 'no-service']];
  const site = 'Default Web Site';
  return [
    ['web-place', site, folder],
    ...Object.entries({ ...stock, ...state.settings }).map(([key, value]) =>
      value === null
        ? (['web-setting', site, key, 'absent'] as const)
        : value === 'unreadable'
          ? (['web-setting', site, key, 'unreadable', 'denied'] as const)
          : (['web-setting', site, key, 'present', value] as const),
    ),
    ...(state.mappings ?? ['*']).map((one) => ['web-handler', site, one] as const),
    ...(state.refused ?? ['.asa', '.asax', '.config']).map((one) => ['web-refused', site, one] as const),
    ['access', folder, 'present', state.sddl ?? 'O:BAG:SYD:AI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)'],
    ...(state.links ?? []).map((one) => ['web-link', site, one] as const),
    ...(state.virtualDirectories ?? []).map((one) => ['virtual-directory', one] as const),
    ...(state.pools ?? [['DefaultAppPool', 'ApplicationPoolIdentity']]).map(
      ([name, identity]) => ['pool', name, identity] as const,
    ),
    state.scripts === undefined
      ? ['access', 'C:\\inetpub\\scripts', 'absent']
      : ['access', 'C:\\inetpub\\scripts', 'present', state.scripts],
    ...(state.samples ?? []).map((one) => ['sample', one] as const),
    ['iis', 'listed'],
  ];
}

export interface FtpState {
  readonly control?: string;
  readonly channel?: string;
  readonly anonymous?: string;
  readonly unlisted?: string;
  readonly hidesBanner?: string;
  readonly sddl?: string;
}

/** FTP with one site; without a state, it is not installed. */
export function ftpNotes(state?: FtpState): Notes {
  if (!state) return [['ftp', 'no-service']];
  const root = 'C:\\inetpub\\ftproot';
  return [
    [
      'ftp-site',
      'files',
      root,
      state.control ?? 'SslRequire',
      state.channel ?? 'SslRequire',
      state.anonymous ?? 'False',
      state.unlisted ?? 'False',
      state.hidesBanner ?? 'True',
    ],
    ['access', root, 'present', state.sddl ?? 'O:BAG:SYD:AI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'],
    ['ftp', 'listed'],
  ];
}
