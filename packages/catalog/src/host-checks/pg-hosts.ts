// What hosts with PostgreSQL report, as the cases of that family state them.
import type { CaseCommand, CaseFile, HostCase } from '@bongsu/core';
import { booted } from './service-answers.ts';

type Stated = Pick<HostCase, 'files' | 'commands' | 'notes'>;

export interface RoleState {
  readonly name: string;
  readonly super?: boolean;
  readonly createrole?: boolean;
  readonly createdb?: boolean;
  readonly login?: boolean;
  readonly replication?: boolean;
  readonly bypassrls?: boolean;
  readonly until?: string;
  readonly verifier?: string;
  readonly groups?: readonly string[];
}

/** The first superuser as initdb makes it. */
export const postgresRole: RoleState = {
  name: 'postgres',
  super: true,
  createrole: true,
  createdb: true,
  replication: true,
  bypassrls: true,
  verifier: 'none',
};

export interface PgState {
  readonly roles?: readonly RoleState[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Rows by database; those that are named here answered. */
  readonly objects?: Readonly<Record<string, readonly object[]>>;
  readonly databases?: readonly string[];
  readonly pid?: string;
  readonly folder?: string;
  readonly place?: string;
  readonly program?: string;
  readonly words?: readonly string[];
  readonly addresses?: readonly string[];
  readonly config?: string;
  readonly conf?: string;
  readonly auto?: string;
  readonly hba?: string;
  readonly series?: string;
  readonly hello?: string;
  readonly files?: Readonly<Record<string, CaseFile>>;
  readonly notes?: HostCase['notes'];
}

export const stockHba =
  'local all all peer\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n';

/** A booted host with one cluster whose owner is let in and gets these answers. */
export function pgRuns(state: PgState = {}): Stated {
  const { pid = '903', databases = ['postgres'], objects = { postgres: [] } } = state;
  const rows: object[] = [
    ...(state.roles ?? [postgresRole]).map((one) => ({
      kind: 'role',
      login: true,
      verifier: 'scram',
      until: '',
      groups: [],
      ...one,
    })),
    ...Object.entries(state.settings ?? {}).map(([name, setting]) => ({
      kind: 'setting',
      name,
      setting,
      place: 'configuration file',
    })),
    ...databases.map((name) => ({ kind: 'database', name, connect: true })),
  ];
  return runs(state, {
    [`hello ${pid}`]: { stdout: state.hello ?? '160002\ton\t16.2' },
    [`answers ${pid}`]: { stdout: lines(rows) },
    ...Object.fromEntries(
      Object.entries(objects).map(([name, found]) => [`objects ${pid} ${name}`, { stdout: lines(found) }]),
    ),
  });
}

/** The same where the server wants a password. */
export function pgRefuses(state: PgState = {}): Stated {
  return runs(state, {
    [`hello ${state.pid ?? '903'}`]: { exitCode: 2, stderr: 'psql: error: fe_sendauth: no password supplied' },
  });
}

function lines(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

function runs(state: PgState, said: Readonly<Record<string, CaseCommand>>): Stated {
  const { pid = '903', folder = '/var/lib/pgsql/data', place = 'here', program = '/usr/bin/postgres' } = state;
  const socket = '/run/postgresql/.s.PGSQL.5432';
  return {
    files: clusterFiles(state),
    commands: { ...booted(['postgresql.service']), ...said },
    notes: [
      ['server', pid, '26', 'postgres', place, program, folder],
      ...(state.words ?? [program, '-D', folder]).map((word) => ['argument', pid, word] as const),
      ['listen', pid, 'unix', socket],
      ...(state.addresses ?? ['127.0.0.1:5432']).map((address) => ['listen', pid, 'tcp', address] as const),
      ['cluster', pid, folder, state.config ?? `${folder}/postgresql.conf`],
      ['login', pid, 'asked', socket],
      ...(state.notes ?? []),
    ],
  };
}

function clusterFiles(state: PgState): Record<string, CaseFile> {
  const { folder = '/var/lib/pgsql/data', config = `${folder}/postgresql.conf` } = state;
  const own = (text: string): CaseFile => ({ text, mode: '0600', uid: 26, gid: 26 });
  return {
    [folder]: { type: 'dir', mode: '0700', uid: 26 },
    [`${folder}/PG_VERSION`]: own(`${state.series ?? '16'}\n`),
    [config]: own(state.conf ?? ''),
    [`${folder}/postgresql.auto.conf`]: own(state.auto ?? ''),
    [`${folder}/pg_hba.conf`]: own(state.hba ?? stockHba),
    [`${folder}/pg_ident.conf`]: own(''),
    ...state.files,
  };
}

/** An image with a cluster; `starts`: its unit is enabled. */
export function pgImage(state: PgState = {}, starts = true): Stated {
  const { folder = '/var/lib/pgsql/data' } = state;
  const unit = '/usr/lib/systemd/system/postgresql.service';
  return {
    files: {
      ...clusterFiles(state),
      [unit]: '',
      ...(starts ? { '/etc/systemd/system/multi-user.target.wants/postgresql.service': { linkTarget: unit } } : {}),
    },
    notes: [['cluster', folder, folder, state.config ?? `${folder}/postgresql.conf`]],
  };
}

/** Two clusters on one host. */
export function pgBoth(one: Stated, two: Stated): Stated {
  return {
    files: { ...one.files, ...two.files },
    commands: { ...one.commands, ...two.commands },
    notes: [...(one.notes ?? []), ...(two.notes ?? [])],
  };
}

/** A booted host without any. */
export const noCluster: Stated = { commands: booted(['sshd.service']) };
