// PostgreSQL as the packages of Rocky Linux 9 and Debian 12 leave it, running, with what it answers to its owner.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';
import { debian12Stock } from './debian-12.ts';
import { answering } from './processes.ts';
import { programs } from './programs.ts';
import { rocky9Stock } from './rocky-9.ts';
import { served } from './served.ts';

const unit = (program: string): string => lines(['[Service]', `ExecStart=${program}`]);

const superuser = {
  kind: 'role',
  name: 'postgres',
  super: true,
  createrole: true,
  createdb: true,
  login: true,
  replication: true,
  bypassrls: true,
  until: '',
  verifier: 'none',
  groups: [],
};

function pgAnswers(settings: Readonly<Record<string, string>>): string[] {
  return [
    superuser,
    ...Object.entries(settings).map(([name, setting]) => ({ kind: 'setting', name, setting, place: 'default' })),
    { kind: 'database', name: 'postgres', connect: true },
  ].map((one) => JSON.stringify(one));
}

const stockSettings = {
  listen_addresses: 'localhost',
  password_encryption: 'scram-sha-256',
  log_connections: 'off',
  log_disconnections: 'off',
  log_statement: 'none',
  shared_preload_libraries: '',
};
const rules = (all: string): string =>
  lines([
    'local   all             all                                     peer',
    `host    all             all             127.0.0.1/32            ${all}`,
    `host    all             all             ::1/128                 ${all}`,
    'local   replication     all                                     peer',
    `host    replication     all             127.0.0.1/32            ${all}`,
  ]);

export const rocky9Postgresql = served(rocky9Stock, {
  name: 'rocky-9-postgresql',
  accounts: ['postgres:26:26:/var/lib/pgsql:/bin/bash'],
  units: { 'postgresql.service': unit('/usr/bin/postmaster -D ${PGDATA}') },
  listeners: ['tcp 127.0.0.1:5432 postgres', 'unix /run/postgresql/.s.PGSQL.5432 postgres'],
  tools: programs('psql', 'setpriv'),
  files: {
    ...answering(
      { program: '/usr/bin/postgres', uid: 26, folder: '/var/lib/pgsql/data', words: ['-D', '/var/lib/pgsql/data'] },
      '160008\ton\t16.8',
      pgAnswers(stockSettings),
    ),
    '/opt/lab/database/objects.postgres': '',
    ...cluster('/var/lib/pgsql/data', '16', 26),
    '/var/lib/pgsql/data/postgresql.conf': own(
      26,
      lines([
        'max_connections = 100',
        'shared_buffers = 128MB',
        "log_destination = 'stderr'",
        'logging_collector = on',
        "log_directory = 'log'",
      ]),
    ),
    '/var/lib/pgsql/data/pg_hba.conf': own(26, rules('scram-sha-256')),
    '/var/lib/pgsql/data/pg_ident.conf': own(26, ''),
    '/var/lib/pgsql/data/log': { dir: true, mode: '0700', uid: 26, gid: 26 },
    '/var/lib/pgsql/data/log/postgresql-Mon.log': own(26, ''),
  },
});

const etc = '/etc/postgresql/15/main';
const data = '/var/lib/postgresql/15/main';

export const debian12Postgresql = served(debian12Stock, {
  name: 'debian-12-postgresql',
  accounts: ['postgres:109:109:/var/lib/postgresql:/bin/bash'],
  units: { 'postgresql.service': unit('/bin/true'), 'postgresql@15-main.service': unit('/usr/bin/pg_ctlcluster') },
  listeners: ['tcp 127.0.0.1:5432 postgres', 'unix /var/run/postgresql/.s.PGSQL.5432 postgres'],
  tools: programs('psql', 'setpriv'),
  files: {
    ...answering(
      {
        program: '/usr/lib/postgresql/15/bin/postgres',
        uid: 109,
        folder: data,
        words: ['-D', data, '-c', `config_file=${etc}/postgresql.conf`],
      },
      '150014\ton\t15.14 (Debian 15.14-0+deb12u1)',
      pgAnswers(stockSettings),
    ),
    '/opt/lab/database/objects.postgres': '',
    ...cluster(data, '15', 109),
    [`${etc}/postgresql.conf`]: {
      text: lines([
        `data_directory = '${data}'		# use data in another directory`,
        `hba_file = '${etc}/pg_hba.conf'	# host-based authentication file`,
        `ident_file = '${etc}/pg_ident.conf'	# ident configuration file`,
        'port = 5432				# (change requires restart)',
        "unix_socket_directories = '/var/run/postgresql'	# comma-separated list of directories",
        'ssl = on',
        "include_dir = 'conf.d'			# include files ending in '.conf' from",
      ]),
      uid: 109,
      gid: 109,
    },
    [`${etc}/pg_hba.conf`]: {
      text: `local   all             postgres                                peer\n${rules('scram-sha-256')}`,
      mode: '0640',
      uid: 109,
      gid: 109,
    },
    [`${etc}/pg_ident.conf`]: { text: '', mode: '0640', uid: 109, gid: 109 },
    [`${etc}/conf.d`]: { dir: true, uid: 109, gid: 109 },
    '/var/log/postgresql': { dir: true, mode: '1775', gid: 109 },
    '/var/log/postgresql/postgresql-15-main.log': { text: '', mode: '0640', uid: 109, gid: 4 },
  },
});

function own(uid: number, text: string): { text: string; mode: string; uid: number; gid: number } {
  return { text, mode: '0600', uid, gid: uid };
}

function cluster(folder: string, series: string, uid: number): Files {
  return {
    [folder]: { dir: true, mode: '0700', uid, gid: uid },
    [`${folder}/PG_VERSION`]: own(uid, `${series}\n`),
    [`${folder}/postgresql.auto.conf`]: own(uid, '# Do not edit this file manually!\n'),
  };
}
