// Scenarios of the family postgresql: clusters that run, as their files, processes, sockets and answers tell of them.
import {
  answers,
  conf,
  data,
  debian,
  etc,
  everywhere,
  judged,
  objects,
  refused,
  rocky,
  role,
  rules,
  says,
  settings,
} from '../postgresql-host.ts';
import { running } from '../processes.ts';
import type { ScenarioTable } from '../scenario.ts';
import { adds, becomes, edits, on } from '../scenario.ts';

const image = { image: true } as const;

export const postgresqlScenarios: ScenarioTable = {
  'postgresql.default-accounts': [
    on(rocky, 'as packaged: the system lets its owner in', {}, 'pass'),
    on(
      debian,
      'trust, below the rule of the owner',
      { [`${etc}/pg_hba.conf`]: adds('host all all 10.0.0.0/8 TRUST\nhost all all 10.0.0.0/8 trust\n') },
      'fail',
      { because: 'trust' },
    ),
    on(rocky, 'trust in a comment', rules('# local all all trust\n'), 'pass'),
    on(rocky, 'trust for another role', rules('host all app 10.0.0.0/8 trust\n'), 'pass'),
    on(
      rocky,
      'trust by an included file',
      {
        ...rules('include more.conf\n'),
        [`${data}/more.conf`]: { text: 'host all all all trust\n', mode: '0600', uid: 26 },
      },
      'fail',
      { because: 'more.conf:1' },
    ),
    on(rocky, 'an image', { [`${data}/pg_hba.conf`]: edits('peer', 'trust') }, 'fail', image),
    on('rocky-9-stock', 'no cluster', {}, 'notApplicable'),
  ],
  'postgresql.unneeded-accounts': [
    on(debian, 'as packaged', {}, 'pass'),
    on(rocky, 'a test account', says(role('test')), 'fail', { because: 'test' }),
    on(rocky, 'a group of that name', says(role('test', { login: false })), 'pass'),
    on(rocky, 'one that only people know', says(role('shop')), 'manual', { because: 'shop' }),
  ],
  'postgresql.individual-accounts': [
    on(debian, 'who uses them is for people', {}, 'manual'),
    on(rocky, 'who uses them is for people', says(role('kim')), 'manual', { because: 'kim' }),
    on('debian-12-stock', 'no cluster', {}, 'notApplicable'),
  ],
  'postgresql.password-policy': [
    on(rocky, 'nobody has a password', {}, 'pass'),
    on(rocky, 'nothing judges, and nothing ends', says(role('app')), 'fail', { because: 'app' }),
    on(rocky, 'judged, with an end', { [answers]: judged(role('app', { until: '2027-01-01 00:00:00+00' })) }, 'pass'),
    on(rocky, 'an end that never comes', { [answers]: judged(role('app', { until: 'infinity' })) }, 'fail', {
      because: 'infinity',
    }),
    on(
      rocky,
      'the cluster wants a password: its file is shown',
      { ...refused, ...conf("Shared_Preload_Libraries = 'passwordcheck'\n") },
      'manual',
      { because: 'postgresql.conf:6' },
    ),
  ],
  'postgresql.admin-rights': [
    on(rocky, 'the first superuser alone', says(role('app')), 'pass'),
    on(
      rocky,
      'a member of a group of superusers',
      says(role('ops', { super: true, login: false }), role('kim', { groups: ['ops'] })),
      'manual',
      { because: 'SUPERUSER (ops)' },
    ),
    on(rocky, 'programs of the server', says(role('app', { groups: ['pg_execute_server_program'] })), 'manual'),
  ],
  'postgresql.object-owners': [
    on(rocky, 'as packaged', {}, 'pass'),
    on(
      rocky,
      'a role of an application',
      {
        ...says(role('app')),
        [objects]: '{"kind":"owner","owner":"app","schema":"public","objects":3,"example":"orders"}\n',
      },
      'fail',
      { because: 'orders' },
    ),
    on(rocky, 'a database that did not answer', says({ kind: 'database', name: 'shop', connect: true }), 'manual', {
      because: 'shop',
    }),
    on(rocky, 'a template takes no connections', says({ kind: 'database', name: 'template0', connect: false }), 'pass'),
  ],
  'postgresql.system-tables': [
    on(debian, 'as packaged', {}, 'pass'),
    on(
      rocky,
      'everybody reads the passwords',
      { [objects]: '{"kind":"access","grantee":"PUBLIC","relation":"pg_catalog.pg_shadow","right":"SELECT"}\n' },
      'fail',
      { because: 'pg_shadow' },
    ),
    on(rocky, 'a member of those who read all', says(role('report', { groups: ['pg_read_all_data'] })), 'fail'),
    on(rocky, 'who watches reads none', says(role('watch', { groups: ['pg_monitor'] })), 'pass'),
  ],
  'postgresql.password-hash': [
    on(debian, 'SCRAM', says(role('app')), 'pass'),
    on(rocky, 'one still as MD5', says(role('old', { verifier: 'md5' })), 'fail', { because: 'old' }),
    on(
      rocky,
      'new ones as MD5, by ALTER SYSTEM',
      {
        ...refused,
        ...conf("password_encryption = 'scram-sha-256'\n"),
        [`${data}/postgresql.auto.conf`]: adds("password_encryption = 'md5'\n"),
      },
      'fail',
      { because: 'postgresql.auto.conf:2' },
    ),
    on(
      rocky,
      'an image of 13 without a word',
      { [`${data}/PG_VERSION`]: { text: '13\n', uid: 26, mode: '0600' } },
      'fail',
      image,
    ),
  ],
  'postgresql.remote-access': [
    on(
      debian,
      'loopback, whatever the rules',
      { [`${etc}/pg_hba.conf`]: adds('host all all 0.0.0.0/0 md5\n') },
      'pass',
      { because: '127.0.0.1:5432' },
    ),
    on(
      rocky,
      'everywhere, for everybody',
      { ...everywhere, ...rules('hostssl all all 0.0.0.0/0 scram-sha-256\n') },
      'fail',
      { because: 'pg_hba.conf' },
    ),
    on(
      rocky,
      'everywhere, refused before it is open',
      { ...everywhere, ...rules('host all all all reject\nhost all all 0.0.0.0/0 md5\n') },
      'pass',
    ),
    on(rocky, 'everywhere, for one', { ...everywhere, ...rules('host shop app 10.0.0.5/32 scram-sha-256\n') }, 'pass'),
    on(
      debian,
      'an image: a drop-in listens everywhere',
      {
        [`${etc}/conf.d/net.conf`]: "LISTEN_ADDRESSES = '*'\n",
        [`${etc}/pg_hba.conf`]: adds('host all all ::/0 md5\n'),
      },
      'fail',
      image,
    ),
    on(
      debian,
      'an image: the file is no part of it',
      {
        [`${etc}/conf.d/net.conf.bak`]: "listen_addresses = '*'\n",
        [`${etc}/pg_hba.conf`]: adds('host all all ::/0 md5\n'),
      },
      'pass',
      image,
    ),
  ],
  'postgresql.file-permissions': [
    on(rocky, 'as packaged', {}, 'pass'),
    on(debian, 'as packaged, by the letter', {}, 'fail', { because: `${etc}/postgresql.conf` }),
    on(debian, 'as packaged', {}, 'pass', { profile: 'distro-aware' }),
    on(debian, 'rules that others read', { [`${etc}/pg_hba.conf`]: becomes({ mode: '0644' }) }, 'fail', {
      profile: 'distro-aware',
      because: 'pg_hba.conf',
    }),
    on(rocky, 'a log that others read', { [`${data}/log/postgresql-Mon.log`]: becomes({ mode: '0644' }) }, 'fail', {
      because: 'postgresql-Mon.log',
    }),
    on(
      rocky,
      'a history that others read',
      { '/var/lib/pgsql/.psql_history': { text: '', mode: '0644', uid: 26 } },
      'fail',
      { because: '.psql_history' },
    ),
  ],
  'postgresql.audit': [
    on(debian, 'as packaged', {}, 'fail'),
    on(rocky, 'connections and changes', settings({ log_connections: 'on', log_statement: 'mod' }), 'pass'),
    on(rocky, 'changes of structure alone', settings({ log_connections: 'on', log_statement: 'ddl' }), 'fail', {
      because: 'ddl',
    }),
    on(
      rocky,
      'by its files: the last word counts',
      { ...refused, ...conf("log_connections = on\nlog_statement = 'all'\nlog_statement = 'none'\n") },
      'fail',
      { because: 'postgresql.conf:8' },
    ),
    on(
      rocky,
      'by its arguments',
      {
        ...refused,
        ...running({
          program: '/usr/bin/postgres',
          uid: 26,
          folder: data,
          words: ['-D', data, '-c', 'log_connections=on', '--log-statement=all'],
        }),
      },
      'pass',
    ),
    on(
      debian,
      'an image: a drop-in',
      { [`${etc}/conf.d/log.conf`]: 'log_connections = on\nlog_statement = mod\n' },
      'pass',
      image,
    ),
  ],
};
