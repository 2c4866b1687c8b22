// An nginx as the probe reports it, on the hosts that cases speak of.
import type { CaseFile, HostCase } from '@bongsu/core';

type Note = readonly [string, ...string[]];

export interface NginxState {
  /** Where absent: `/etc/nginx/nginx.conf`. */
  readonly conf?: string;
  readonly prefix?: string;
  readonly program?: string;
  readonly version?: string;
  readonly builtUser?: string;
  readonly globals?: string;
  /** The process of the master; null where it would start at boot only. */
  readonly pid?: string | null;
  readonly masterUid?: string;
  readonly workerUids?: readonly string[];
  readonly errorLog?: string;
  readonly accessLog?: string;
  /** Further files, and further notes such as `nginx-root`. */
  readonly files?: Readonly<Record<string, CaseFile>>;
  readonly notes?: readonly Note[];
}

type Reported = Required<Pick<HostCase, 'files' | 'notes'>>;

/** One instance: its main file, and what else was gathered. */
export function nginxHost(text: string, state: NginxState = {}): Reported {
  const {
    conf = '/etc/nginx/nginx.conf',
    prefix = '/usr/share/nginx',
    program = '/usr/sbin/nginx',
    pid = '812',
  } = state;
  const found =
    pid === null
      ? ['enabled', conf, prefix, program, state.globals ?? '', 'nginx.service', 'enabled, nginx.service', '', '']
      : [
          'running',
          conf,
          prefix,
          program,
          state.globals ?? '',
          `process ${pid}`,
          `nginx: master process ${program}`,
          state.masterUid ?? '0',
          pid,
        ];
  const workers = pid === null ? [] : (state.workerUids ?? ['33']);
  return {
    files: { [conf]: text, ...state.files },
    notes: [
      ['nginx-instance', ...found],
      [
        'nginx-build',
        program,
        pid ?? '',
        state.version ?? 'nginx/1.22.1',
        state.builtUser ?? 'nobody',
        state.errorLog ?? '/var/log/nginx/error.log',
        state.accessLog ?? '/var/log/nginx/access.log',
      ],
      ...workers.map(
        (uid, index): Note => ['nginx-worker', pid ?? '', uid, String(900 + index), 'nginx: worker process'],
      ),
      ...(state.notes ?? []),
    ],
  };
}

/** The usual main file around what stands in http. */
export function http(text: string): string {
  return `user www-data;\nevents { }\nhttp {\n${text}\n}\n`;
}

/** A host whose nginx has this in http. */
export function web(text: string, state: NginxState = {}): Reported {
  return nginxHost(http(text), state);
}

/** Two instances at once. */
export function both(one: Reported, other: Reported): Reported {
  return { files: { ...one.files, ...other.files }, notes: [...one.notes, ...other.notes] };
}

/** A second instance of its own program, built by hand. */
export const second = {
  conf: '/opt/shop/nginx.conf',
  prefix: '/opt/shop',
  program: '/opt/shop/sbin/nginx',
  pid: '4711',
} as const;

/** No nginx but a program that lies there. */
export const lyingNginx = { notes: [['nginx-off', '/usr/sbin/nginx', 'installed']] } as const;
/** An nginx that runs in a container. */
export const containedNginx = {
  notes: [['nginx-elsewhere', '3100', '101', 'nginx: master process nginx -g daemon off;']],
} as const;

/** A served folder and entries of it: path, mode, kind, target. */
export function folderNotes(
  path: string,
  entries: readonly (readonly [name: string, mode?: string, kind?: string, target?: string, uid?: string])[] = [],
): Note[] {
  return [
    ['nginx-root', path, 'folder'],
    ...entries.map(
      ([name, mode = '644', kind = 'regular file', target = '', uid = '0']): Note => [
        'nginx-entry',
        path,
        name === '' ? path : `${path}/${name}`,
        mode,
        uid,
        uid,
        kind,
        target,
      ],
    ),
  ];
}
