// Clusters of PostgreSQL: which process has which folder and configuration, what outweighs what, and those that only lie there.
import { describe, expect, it } from 'vitest';
import { postgresql } from './postgresql.ts';
import { factOf, faultOf, file, gone, hidden, note, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const data = '/var/lib/postgresql/16/main';
const etc = '/etc/postgresql/16/main';
const process = (folder = data, place = 'here') =>
  note('server', '903', '26', 'postgres', place, '/usr/lib/postgresql/16/bin/postgres', folder);
const conf = file(`${etc}/postgresql.conf`, "port = 5432\nhba_file = '/etc/postgresql/16/main/pg_hba.conf'\nssl = on");
const cluster = note('cluster', '903', data, `${etc}/postgresql.conf`);
const servers = (...records: Told) => factOf(postgresql, ...records).servers;
const settings = (...records: Told) =>
  servers(...records)[0]?.settings.map(({ name, value, source }) => `${name}=${value} ${source}`);

it('does not guess where the processes of others are hidden', () => {
  expect(faultOf(postgresql, note('processes-hidden'), process())).toBe('the processes of others are hidden');
});

describe('a cluster that runs', () => {
  it('is told with all that its files and its answers say', () => {
    const [server, ...others] = servers(
      process(),
      note('argument', '903', '/usr/lib/postgresql/16/bin/postgres'),
      cluster,
      conf,
      file(`${etc}/pg_hba.conf`, 'local all all peer'),
      file(`${data}/pg_ident.conf`, 'ops kim postgres'),
      file(`${data}/PG_VERSION`, ' 16 '),
      file(`${data}/postgresql.auto.conf`, 'port = 5433'),
      gone(`${data}/server.key`),
      note('login', '903', 'asked'),
      said('hello 903', '160002\ton\t16.2 (Debian 16.2-1)'),
      said(
        'answers 903',
        '{"kind":"database","name":"shop","connect":true}\n{"kind":"database","name":"x","connect":true}',
      ),
      said('objects 903 shop', '{"kind":"owner","owner":"app","schema":"public","objects":1,"example":"t"}'),
      said('objects 903 x', '', { exitCode: 1 }),
    );
    expect(others).toEqual([]);
    expect(server).toMatchObject({
      name: `postgres ${data}`,
      series: '16',
      version: '16.2 (Debian 16.2-1)',
      folder: data,
      config: `${etc}/postgresql.conf`,
      hbaFile: `${etc}/pg_hba.conf`,
      ident: [{ map: 'ops', system: 'kim', role: 'postgres' }],
      unreadFile: '',
      refused: '',
      process: { pid: '903', account: 'postgres' },
    });
    expect(server?.settings.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'port=5432',
      'hba_file=/etc/postgresql/16/main/pg_hba.conf',
      'ssl=on',
      'port=5433',
    ]);
    expect(server?.hba.lines).toHaveLength(1);
    expect(server?.answers?.databases).toEqual(['shop', 'x']);
    expect(server?.objects.map(({ database, owners }) => [database, owners.length])).toEqual([['shop', 1]]);
    expect(server?.files.map(({ path }) => path)).not.toContain(`${data}/server.key`);
    expect(server?.files).toHaveLength(5);
  });

  it('takes its arguments before every file', () => {
    const words = ['postgres', '-D', data, '-p', '5440', '-c', 'config_file=/srv/pg.conf'];
    const told = words.map((word) => note('argument', '903', word));
    expect(settings(process(), ...told, cluster, conf, file('/srv/pg.conf', 'port = 1'))).toEqual([
      'port=1 /srv/pg.conf:1',
      `data_directory=${data} ps (pid 903)`,
      'port=5440 ps (pid 903)',
      'config_file=/srv/pg.conf ps (pid 903)',
    ]);
    expect(servers(process(), ...told, cluster, conf)[0]).toMatchObject({
      config: '/srv/pg.conf',
      unreadFile: '/srv/pg.conf',
    });
  });

  it('has the cluster of its number, else that of its folder, else its folder alone', () => {
    const other = note('cluster', '77', '/srv/other', '/srv/other/postgresql.conf');
    const lying = note('cluster', etc, data, `${etc}/postgresql.conf`);
    const moved = note('cluster', '903', '/mnt/data', '/mnt/data/postgresql.conf');
    const first = (...records: Told) =>
      servers(process(), ...records, conf).map(({ folder, config }) => [folder, config]);
    expect(first(lying, moved)).toEqual([['/mnt/data', '/mnt/data/postgresql.conf']]);
    expect(first(lying)).toEqual([[data, `${etc}/postgresql.conf`]]);
    expect(first()).toEqual([[data, '']]);
    expect(first(other)).toEqual([
      [data, ''],
      ['/srv/other', '/srv/other/postgresql.conf'],
    ]);
    expect(first(note('cluster', '903'))).toEqual([['', '']]);
    expect(first(note('cluster'))).toEqual([
      [data, ''],
      ['', ''],
    ]);
    const container = servers(process('', 'elsewhere'));
    expect(container).toMatchObject([{ name: 'postgres in a container', folder: '', series: '', version: '' }]);
    expect(container).toMatchObject([{ unreadFile: '', objects: [], answers: null, refused: 'not asked' }]);
  });

  it('says where its files are by its own word, from its folder', () => {
    const named = file(`${etc}/postgresql.conf`, "hba_file = 'rules/hba.conf'\nident_file = '../ident.conf'");
    const ident = file('/var/lib/postgresql/16/ident.conf', 'a b c');
    expect(servers(process(), cluster, named, ident)[0]).toMatchObject({
      hbaFile: `${data}/rules/hba.conf`,
      ident: [{ map: 'a' }],
    });
    expect(servers(process(), cluster, file(`${etc}/postgresql.conf`))[0]).toMatchObject({
      hbaFile: `${data}/pg_hba.conf`,
      ident: [],
      series: '',
    });
    expect(servers(process(), cluster, conf, file(`${data}/PG_VERSION`))[0]?.series).toBe('');
  });

  it.each<[string, Told]>([
    [`${data}/pg_hba.conf`, [conf, note('withheld', `${data}/pg_hba.conf`)]],
    [`${etc}/conf.d/a.conf`, [conf, hidden(`${etc}/conf.d/a.conf`)]],
    [`${etc}/postgresql.conf`, []],
    [`${etc}/postgresql.conf`, [hidden(`${etc}/postgresql.conf`)]],
    ['', [conf]],
    ['', [conf, note('withheld'), note('withheld', '/srv/x.conf'), hidden('/etc/postgresql/15/main/pg_hba.conf')]],
    ['', [conf, hidden(`/mnt${data}/`), hidden(`/mnt${etc}/`), hidden(`${data}.old`), hidden(`${etc}.old`)]],
    [`${data}/x`, [conf, gone(`${data}/a`), hidden(`${data}/x`), hidden(`${data}/y`)]],
  ])('lacks %j', (unreadFile, records) => {
    expect(servers(process(), cluster, ...records)[0]?.unreadFile).toBe(unreadFile);
  });

  it.each([
    ['not-root', 'not asked: not run as root'],
    ['owner-root', 'not asked: the server runs as root'],
    ['no-socket', 'not asked: no local socket was found'],
    ['no-account', 'not asked: the owner has no plain account name'],
    ['no-client', 'not asked: no psql, or no setpriv or runuser'],
    ['asked', 'psql: error: fe_sendauth: no password supplied'],
  ])('that was not let in (%s) says why', (state, refused) => {
    const denied = said('hello 903', '', { exitCode: 2, stderr: ['psql: error: fe_sendauth: no password supplied'] });
    const [server] = servers(process(), cluster, conf, note('login', '903', state), denied);
    expect(server).toMatchObject({ refused, version: '', answers: null, objects: [] });
  });
});

it('is called by its folder where the program could not be seen', () => {
  expect(servers(note('server', '903', '26', 'postgres', 'here', '', data))[0]?.name).toBe(`postgres ${data}`);
});

it('a cluster that only lies there has what its files say, and no answers', () => {
  const lying = note('cluster', '/var/lib/pgsql/data', '/var/lib/pgsql/data', '/var/lib/pgsql/data/postgresql.conf');
  const main = file('/var/lib/pgsql/data/postgresql.conf', 'port = 5432');
  expect(servers(process(), cluster, conf, lying, main)[1]).toMatchObject({
    name: 'postgres /var/lib/pgsql/data',
    process: null,
    version: '',
    answers: null,
    objects: [],
    refused: 'not asked: it does not run',
    settings: [{ name: 'port', value: '5432' }],
  });
});
