// The database checks on planted roots, from the shell script to the verdict: layouts of the distributions, includes, secrets, and traps
// that a cluster's owner may lay for a reader who is root.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hostChecks, probesAlways, system } from '@bongsu/catalog';
import type { Verdict } from '@bongsu/core';
import { composeHostScript, evidenceRead, judgeHost, probesFor } from '@bongsu/engines';
import { afterAll, describe, expect, it } from 'vitest';

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write('SKIPPED: the database checks on a planted root need root\n');

const checks = hostChecks.filter((check) => /^(?:mysql|postgresql|dbms)\./.test(check.id));
const dir = mkdtempSync(join(tmpdir(), 'bongsu-databases-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Planted = readonly [path: string, text: string | null, mode?: number, uid?: number];
const passwd =
  'root:x:0:0::/root:/bin/sh\npostgres:x:26:26::/var/lib/pgsql:/bin/bash\nmysql:x:27:27::/var/lib/mysql:/sbin/nologin\n';
const unit = '/usr/lib/systemd/system/';

/** Plants a root (a null text: a folder) and judges it; also gives all that left the host. */
async function judged(
  name: string,
  id: string,
  files: readonly Planted[],
  links: Readonly<Record<string, string>> = {},
) {
  const root = join(dir, name);
  for (const [path, text, mode = 0o644, uid = 0] of [
    ['/etc/os-release', `ID=${id}\nVERSION_ID="9"\n`],
    ['/etc/passwd', passwd],
    ...files,
  ] satisfies Planted[]) {
    const full = join(root, path);
    mkdirSync(text === null ? full : dirname(full), { recursive: true });
    if (text !== null) writeFileSync(full, text);
    chmodSync(full, mode);
    chownSync(full, uid, uid);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  const script = join(dir, `${name}.sh`);
  writeFileSync(script, composeHostScript(probesFor(checks, probesAlways)).script);
  const out = join(dir, `${name}.tar.gz`);
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TMPDIR: dir, BONGSU_ROOT: root };
  const run = spawnSync('sh', [script, out], { encoding: 'utf8', env });
  expect(run.stderr).toBe('');
  const read = await evidenceRead(createReadStream(out));
  if (read.kind === 'refused') throw new Error(read.reason);
  const verdicts = judgeHost({ checks, system, evidence: read.evidence });
  const of = (check: string): Verdict => {
    const verdict = verdicts.find((one) => one.unit === check);
    if (!verdict) throw new Error(`no verdict of ${check}`);
    return verdict;
  };
  return {
    of,
    said: Object.values(read.evidence.raw).join('\n'),
    statuses: new Set(verdicts.map((one) => one.status)),
  };
}

const enabled = (name: string) => ({ [`/etc/systemd/system/multi-user.target.wants/${name}`]: `${unit}${name}` });

describe.runIf(isRoot)('the database checks on a planted root', () => {
  it('say that nothing is there where nothing is', async () => {
    const { statuses } = await judged('bare', 'rocky', []);
    expect([...statuses]).toEqual(['notApplicable']);
  });

  it('read MySQL of Red Hat through its includes, without a password', async () => {
    const { of, said } = await judged(
      'mysql',
      'rocky',
      [
        ['/usr/libexec/mysqld', ''],
        [`${unit}mysqld.service`, ''],
        ['/etc/my.cnf', '[client-server]\n!includedir /etc/my.cnf.d\n', 0o644],
        ['/etc/my.cnf.d', null, 0o755],
        [
          '/etc/my.cnf.d/10-server.cnf',
          '[mysqld]\nuser=root # not mysql\nbind_address=127.0.0.1\ndatadir=/srv/mysql/\nwsrep_sst_auth=sst:SECRET1\n',
          0o600,
        ],
        [
          '/etc/my.cnf.d/20-client.cnf',
          '[client]\r\npassword = "SECRET2"\r\nloose_report_password=SECRET3\n[mysqld]\ninit_connect=SECRET4\n',
          0o644,
        ],
        ['/srv/mysql', null, 0o755, 27],
        ['/srv/mysql/mysql', null, 0o750, 27],
        ['/srv/mysql/server-key.pem', 'SECRET5', 0o600, 27],
        [
          '/srv/mysql/mysqld-auto.cnf',
          '{"Version":2,"mysql_static_variables":{"bind_address":{"Value":"0.0.0.0","Metadata":{"Host":"SECRET6"}}}}',
          0o640,
          27,
        ],
      ],
      enabled('mysqld.service'),
    );
    expect(said).not.toMatch(/SECRET/);
    expect(of('mysql.process-user')).toMatchObject({ status: 'fail' });
    expect(of('mysql.process-user').evidence).toContainEqual({
      source: '/etc/my.cnf.d/10-server.cnf:2',
      found: 'user = root',
      expected: 'not root',
    });
    expect(of('mysql.file-permissions').status).toBe('fail');
    const found = of('mysql.file-permissions').evidence.map((one) => `${one.source} ${one.found}`);
    expect(found).toContain('/etc/my.cnf.d/20-client.cnf 0644 0:0, holds a password');
    expect(found.join()).not.toContain('server-key.pem');
    // What SET PERSIST wrote outweighs the option files.
    expect(of('mysql.remote-access')).toMatchObject({ status: 'manual' });
    expect(of('mysql.remote-access').evidence[1]).toMatchObject({ found: 'bind-address = 0.0.0.0' });
    expect(of('mysql.default-accounts').status).toBe('manual');
    expect(of('postgresql.remote-access').status).toBe('notApplicable');
  });

  it('read PostgreSQL of Red Hat, and let no link or include of its owner bring out what root alone may read', async () => {
    const data = '/var/lib/pgsql/data';
    const own: readonly Planted[] = [
      [data, null, 0o700, 26],
      [`${data}/PG_VERSION`, '13\n', 0o600, 26],
      [
        `${data}/postgresql.conf`,
        "listen_addresses = '*' # SECRET1\nprimary_conninfo = 'host=x password=SECRET2'\nident_file = '/root/notes'\ninclude 'more.conf'\n",
        0o600,
        26,
      ],
      [`${data}/more.conf`, "log_connections = on\narchive_command = 'curl SECRET3'\n", 0o640, 26],
      [`${data}/postgresql.auto.conf`, "log_statement = 'mod'\n", 0o600, 26],
      [
        `${data}/pg_hba.conf`,
        'local all all peer # SECRET4\nhost all all 10.0.0.0/8 ldap ldapserver=x ldapbindpasswd="SECRET5 \\\n""SECRET6"\nhost all @/root/list all md5\nhost all all 0.0.0.0/0 radius "radiussecrets=SECRET7"\n# SECRETA\n',
        0o600,
        26,
      ],
      [`${data}/pg_ident.conf`, '', 0o600, 26],
      ['/root/notes', 'SECRET8 is mine\n', 0o600],
      ['/root/list', 'SECRET9\n', 0o600],
      [`${unit}postgresql.service`, ''],
    ];
    const { of, said } = await judged('pg', 'rocky', own, enabled('postgresql.service'));
    expect(said).not.toMatch(/SECRET/);
    expect(of('postgresql.remote-access')).toMatchObject({ status: 'fail' });
    expect(of('postgresql.remote-access').evidence.map((one) => one.source)).toContain(`${data}/pg_hba.conf:5`);
    expect(of('postgresql.password-hash')).toMatchObject({ status: 'fail' });
    expect(of('postgresql.password-hash').reason.en).toContain('md5');
    // Of the included file and of ALTER SYSTEM.
    expect(of('postgresql.audit').status).toBe('pass');
    expect(of('postgresql.default-accounts').reason.en).toContain('/root/list was not read');
    expect(of('postgresql.file-permissions').status).toBe('pass');
    expect(of('mysql.process-user').status).toBe('notApplicable');

    const linked = await judged(
      'pg-link',
      'rocky',
      [
        ...own.filter(([path]) => !path.endsWith('pg_hba.conf')),
        ['/etc/shadow', 'root:$6$SECRET:1::::::\nlocal all SECRET trust\n', 0o600],
      ],
      { ...enabled('postgresql.service'), [`${data}/pg_hba.conf`]: '/etc/shadow' },
    );
    expect(linked.said).not.toMatch(/SECRET/);
    expect(linked.of('postgresql.default-accounts')).toMatchObject({ status: 'manual' });
  });

  it('read clusters of Debian beside each other', async () => {
    const cluster = (name: string, port: string, mode: number): readonly Planted[] => [
      [
        `/etc/postgresql/15/${name}/postgresql.conf`,
        `data_directory = '/var/lib/postgresql/15/${name}'\nhba_file = '/etc/postgresql/15/${name}/pg_hba.conf'\nport = ${port}\n`,
        mode,
        26,
      ],
      [`/etc/postgresql/15/${name}/pg_hba.conf`, 'local all all peer\n', 0o640, 26],
      [`/var/lib/postgresql/15/${name}`, null, 0o700, 26],
      [`/var/lib/postgresql/15/${name}/PG_VERSION`, '15\n', 0o600, 26],
    ];
    const { of } = await judged('debian', 'debian', [
      ...cluster('main', '5432', 0o640),
      ...cluster('second', '5433', 0o666),
    ]);
    const verdict = of('postgresql.file-permissions');
    expect(verdict.status).toBe('fail');
    expect(verdict.reason.en).toContain('postgres /var/lib/postgresql/15/second: ');
    expect(verdict.reason.en).not.toContain('15/main: ');
    expect(of('postgresql.remote-access').status).toBe('pass');
    expect(of('postgresql.default-accounts').status).toBe('pass');
  });

  it('leave another product to a person', async () => {
    const { of, statuses } = await judged('oracle', 'rocky', [['/etc/oratab', 'ORCL:/u01:Y\n']]);
    expect(of('dbms.other-products')).toMatchObject({ status: 'manual' });
    expect([...statuses].toSorted()).toEqual(['manual', 'notApplicable']);
  });
});
