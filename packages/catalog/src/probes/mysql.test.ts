// Servers of MySQL and MariaDB: which files each one reads, what outweighs what, and those that only lie there.
import { describe, expect, it } from 'vitest';
import { mysql } from './mysql.ts';
import { factOf, faultOf, file, gone, hidden, note, said } from './testing/records.ts';

const stock = [gone('/etc/mysql/my.cnf'), gone('/usr/local/mysql/etc/my.cnf')];
const mycnf = file('/etc/my.cnf', '[mysqld]\nport=3306\n[mariadb]\nbind-address=::1\n[mysqld_red]\nport=4000');
const auto = (folder: string, text = '') => file(`${folder}/mysqld-auto.cnf`, text);
const running = (words: readonly string[], program = '/usr/sbin/mysqld', folder = '/var/lib/mysql') => [
  note('server', '811', '27', 'mysql', 'here', program, folder),
  ...words.map((word) => note('argument', '811', word)),
];
type Told = Parameters<typeof factOf>[1][];
const options = (...records: Told) =>
  factOf(mysql, ...records).servers[0]?.options.map(({ key, value, source }) => `${key}=${value} ${source}`);

it('does not guess where the processes of others are hidden', () => {
  expect(faultOf(mysql, note('processes-hidden'), mycnf)).toBe('the processes of others are hidden');
});

it('knows of no server without a sign of one', () => {
  expect(factOf(mysql, mycnf, ...stock, gone('/usr/sbin/mysqld')).servers).toEqual([]);
});

describe('a server that runs', () => {
  it('is MariaDB by its program, its word, its comment or its first argument', () => {
    const of = (...records: Told) => factOf(mysql, ...records).servers[0]?.product;
    expect(of(...running(['mysqld']))).toBe('MySQL');
    expect(of(...running([], '/usr/sbin/mariadbd'))).toBe('MariaDB');
    expect(of(...running(['/opt/MariaDB/bin/mysqld'], ''))).toBe('MariaDB');
    expect(of(...running(['x', '--plugin-dir=/opt/mariadb']))).toBe('MySQL');
    expect(of(...running([]), said('hello 811', '10.11.6-MariaDB\tDebian 12\troot@localhost'))).toBe('MariaDB');
    expect(of(...running([]), said('hello 811', '10.5.1\tMariaDB Server\troot@localhost'))).toBe('MariaDB');
    expect(of(...running([]), said('hello 811', 'MariaDB\tx', { exitCode: 1 }))).toBe('MySQL');
  });

  it('reads the files of the system, then an extra one; its arguments outweigh them, and what it keeps outweighs all', () => {
    const extra = file('/etc/extra.cnf', '[mysqld]\nport=3310');
    const words = ['/usr/sbin/mysqld', '--defaults-extra-file=/etc/extra.cnf', '--port=3320'];
    const records = [mycnf, ...stock, extra, auto('/var/lib/mysql', '[mysqld]\nport=3330')];
    expect(options(...running(words), ...records)).toEqual([
      'port=3306 /etc/my.cnf:2',
      'port=3310 /etc/extra.cnf:2',
      'defaults-extra-file=/etc/extra.cnf ps (pid 811)',
      'port=3320 ps (pid 811)',
      'port=3330 /var/lib/mysql/mysqld-auto.cnf:2',
    ]);
  });

  it('reads one file alone, or none, where it is told so', () => {
    const own = file('/srv/my.cnf', '[mysqld]\nport=3311');
    const records = [mycnf, ...stock, own, auto('/var/lib/mysql')];
    expect(options(...running(['mysqld', '--defaults-file=/srv/my.cnf']), ...records)).toEqual([
      'port=3311 /srv/my.cnf:2',
      'defaults-file=/srv/my.cnf ps (pid 811)',
    ]);
    expect(options(...running(['mysqld', '--no-defaults']), ...records)).toEqual(['no-defaults=null ps (pid 811)']);
    expect(options(...running(['mysqld', '--defaults-file']), ...records)?.[0]).toBe('port=3306 /etc/my.cnf:2');
  });

  it('reads the groups of its product, and those with its suffix', () => {
    const records = [mycnf, ...stock, auto('/var/lib/mysql')];
    expect(options(...running([], '/usr/sbin/mariadbd'), ...records)).toEqual([
      'port=3306 /etc/my.cnf:2',
      'bind-address=::1 /etc/my.cnf:4',
    ]);
    expect(options(...running(['mysqld', '--defaults-group-suffix=_red']), ...records)).toEqual([
      'port=3306 /etc/my.cnf:2',
      'port=4000 /etc/my.cnf:6',
      'defaults-group-suffix=_red ps (pid 811)',
    ]);
  });

  it('names the first file that was not read', () => {
    const unseen = (...records: Told) => factOf(mysql, ...records).servers[0]?.unreadFile;
    expect(unseen(...running([]), mycnf, ...stock, auto('/var/lib/mysql'))).toBe('');
    expect(unseen(...running([]), hidden('/etc/my.cnf'), ...stock)).toBe('/etc/my.cnf');
    expect(unseen(...running([]), mycnf, ...stock)).toBe('/var/lib/mysql/mysqld-auto.cnf');
    expect(unseen(...running(['mysqld'], '/usr/sbin/mysqld', ''), mycnf, ...stock)).toBe('');
    expect(unseen(...running(['mysqld', '--no-defaults'], '', ''))).toBe('');
    expect(unseen(...running(['mysqld', '--defaults-file=/srv/my.cnf'], '', ''))).toBe('/srv/my.cnf');
  });

  it('is told with its name, version, folder, answers and why there are none', () => {
    const records = [
      ...running([], ''),
      note('login', '811', 'asked'),
      said('hello 811', '8.0.36\tMySQL Community Server\troot@localhost'),
      said('answers 811', 'variable\tport\t3306\nend\taccounts'),
    ];
    const [server] = factOf(mysql, ...records).servers;
    expect(server).toMatchObject({ name: 'mysqld /var/lib/mysql', version: '8.0.36', folder: '/var/lib/mysql' });
    expect(server).toMatchObject({ refused: '', process: { pid: '811' }, product: 'MySQL' });
    expect(server?.answers.variables.get('port')).toBe('3306');
    expect(factOf(mysql, ...running(['mysqld', '--datadir=/data'], '', '')).servers[0]).toMatchObject({
      name: 'mysqld',
      version: '',
      folder: '/data',
      refused: 'not asked',
    });
    expect(factOf(mysql, ...running([], '', '')).servers[0]?.folder).toBe('');
  });

  it.each([
    ['not-root', 'not asked: not run as root'],
    ['no-socket', 'not asked: no local socket was found'],
    ['no-client', 'not asked: no mysql client is installed'],
  ])('that was not asked for %s says so', (state, refused) => {
    expect(factOf(mysql, ...running([]), note('login', '811', state)).servers[0]?.refused).toBe(refused);
  });
});

describe('a server that only lies there', () => {
  const mysqld = file('/usr/sbin/mysqld', '', { mode: 0o755 });

  it('has what the files say', () => {
    const records = [
      file('/etc/my.cnf', '[mysqld]\ndatadir=/srv/my//sql//\nuser=mysql\n[mysqld-8.4]\nport=1\n[mysqld_red]\nport=2'),
      ...stock,
      mysqld,
      auto('/srv/my//sql', '[mysqld]\nport=3330'),
    ];
    expect(factOf(mysql, ...records).servers).toEqual([
      {
        name: 'mysqld /srv/my//sql',
        product: 'MySQL',
        version: '',
        process: null,
        folder: '/srv/my//sql',
        options: [
          { key: 'datadir', value: '/srv/my//sql//', group: 'mysqld', source: '/etc/my.cnf:2' },
          { key: 'user', value: 'mysql', group: 'mysqld', source: '/etc/my.cnf:3' },
          { key: 'port', value: '1', group: 'mysqld-8.4', source: '/etc/my.cnf:5' },
          { key: 'port', value: '3330', group: 'mysqld', source: '/srv/my//sql/mysqld-auto.cnf:2' },
        ],
        unreadFile: '',
        answers: expect.objectContaining({ accounts: [], answered: new Set() }) as unknown,
        refused: 'not asked: it does not run',
      },
    ]);
  });

  it('keeps its data in the stock folder where no file says otherwise', () => {
    for (const text of ['', '[mysqld]\ndatadir', '[mysqld]\ndatadir=/', '[mysqld]\nuser=mysql'])
      expect(factOf(mysql, file('/etc/my.cnf', text), ...stock, mysqld).servers[0]).toMatchObject({
        name: 'mysqld /var/lib/mysql',
        unreadFile: '/var/lib/mysql/mysqld-auto.cnf',
      });
    expect(factOf(mysql, ...stock, mysqld).servers[0]?.unreadFile).toBe('/etc/my.cnf');
  });

  it.each([
    [['/usr/sbin/mysqld'], 'MySQL', 'mysqld'],
    [['/usr/sbin/mysqld', '/usr/sbin/mariadbd'], 'MariaDB', 'mysqld'],
    [['/usr/libexec/mysqld', '/usr/libexec/mariadbd'], 'MariaDB', 'mysqld'],
    [['/usr/libexec/mariadbd'], 'MariaDB', 'mariadbd'],
    [['/usr/local/mysql/bin/mysqld'], 'MySQL', 'mysqld'],
  ])('with the programs %j is %s', (paths, product, program) => {
    const records = [gone('/usr/sbin/mysqld'), ...paths.map((path) => file(path))].toReversed();
    expect(factOf(mysql, ...records).servers[0]).toMatchObject({ product, name: `${program} /var/lib/mysql` });
  });

  it('is the one that runs where that has its folder', () => {
    const names = (folder: string) => factOf(mysql, ...running([], '', folder), mysqld).servers.map(({ name }) => name);
    expect(names('/var/lib/mysql')).toEqual(['mysqld /var/lib/mysql']);
    expect(names('/srv/mysql')).toEqual(['mysqld /srv/mysql', 'mysqld /var/lib/mysql']);
  });
});

it('shows what option files hold for any program, and the files without the programs', () => {
  const cnf = file('/etc/mysql/debian.cnf', '[client]\npassword=masked', { mode: 0o600 });
  const records = [mycnf, ...stock, cnf, file('/usr/sbin/mysqld'), hidden('/var/lib/mysql')];
  const fact = factOf(mysql, ...records);
  expect(fact.written.map(({ key, group }) => `${group} ${key}`)).toEqual([
    'mysqld port',
    'mariadb bind-address',
    'mysqld_red port',
    'client password',
  ]);
  expect(fact.files.map(({ path }) => path)).toEqual(['/etc/my.cnf', '/etc/mysql/debian.cnf']);
});
