// The checks of Apache httpd on planted roots, from the shell script to the verdict: what its probe follows, masks and refuses to follow.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  existsSync,
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
import { strictSettings } from '@bongsu/core';
import { composeHostScript, evidenceRead, judgeHost, probesFor } from '@bongsu/engines';
import { afterAll, expect, it } from 'vitest';

const checks = hostChecks.filter((check) => check.id.startsWith('apache.'));
const dir = mkdtempSync(join(tmpdir(), 'bongsu-apache-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const ran = join(dir, 'ran');
const shells = ['dash', 'bash', 'busybox sh'].filter((shell) => spawnSync('sh', ['-c', `${shell} -c :`]).status === 0);

type Planted = readonly [path: string, text?: string, mode?: number];

interface Judged {
  readonly raw: string;
  of(check: string): Verdict;
}

/** Plants a root of its own and judges it by every check of the family. */
async function judged(
  name: string,
  shell: string,
  files: readonly Planted[],
  links: Readonly<Record<string, string>> = {},
): Promise<Judged> {
  const root = join(dir, name);
  rmSync(root, { recursive: true, force: true });
  for (const [path, text = '', mode = 0o644] of [
    ['/etc/passwd', 'root:x:0:0::/root:/bin/sh\napache:x:48:48::/:/bin/false\n'],
    ['/etc/group', 'root:x:0:\n'],
    ...files,
  ] satisfies Planted[]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), mode);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  const script = join(dir, `${name}.sh`);
  writeFileSync(script, composeHostScript(probesFor(checks, probesAlways)).script);
  const out = join(dir, `${name}.tar.gz`);
  const [program = 'sh', ...rest] = shell.split(' ');
  const run = spawnSync(program, [...rest, script, out], {
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TMPDIR: dir, BONGSU_ROOT: root },
  });
  expect(run.stderr).toBe('');
  const read = await evidenceRead(createReadStream(out));
  if (read.kind === 'refused') throw new Error(read.reason);
  const verdicts = judgeHost({ checks, system, evidence: read.evidence, settings: strictSettings });
  return {
    raw: read.evidence.raw['apache'] ?? '',
    of(check) {
      const verdict = verdicts.find((one) => one.unit === `apache.${check}`);
      if (!verdict) throw new Error(`no verdict of ${check}`);
      return verdict;
    },
  };
}

const rocky: readonly Planted[] = [
  ['/etc/os-release', 'ID=rocky\nVERSION_ID="9.4"\nID_LIKE="rhel"\n'],
  ['/usr/sbin/httpd', '', 0o755],
  ['/usr/lib/systemd/system/httpd.service', '[Service]\nExecStart=/usr/sbin/httpd $OPTIONS -DFOREGROUND\n'],
];
const wanted = { '/etc/systemd/system/multi-user.target.wants/httpd.service': '/usr/lib/systemd/system/httpd.service' };

it.each(shells)('follows the chain of a Red Hat layout and nothing beside it (%s)', async (shell) => {
  const { of, raw } = await judged(
    'rocky',
    shell,
    [
      ...rocky,
      [
        '/etc/httpd/conf/httpd.conf',
        `ServerRoot "/etc/httpd"\nListen 80\nDefine TOP /srv/www\nUser apache\nDocumentRoot "\${TOP}"\n<Directory "\${TOP}">\n  Options None\n  AllowOverride All\n</Directory>\nSetEnv DB_PASSWORD S3cret\nErrorLog logs/error_log\nInclude conf.modules.d/*.conf\nIncludeOptional "vhosts/*/a site.conf"\nIncludeOptional "$(touch ${ran})/\`touch ${ran}\`/*.conf"\n`,
      ],
      ['/etc/httpd/conf.modules.d/00.conf', 'LoadModule autoindex_module modules/mod_autoindex.so\n'],
      ['/etc/httpd/conf.d/unused.conf', 'Options Indexes\nServerTokens Prod\n'],
      ['/etc/httpd/vhosts/x/a site.conf', 'LimitRequestBody 5000000\nAlias /up /srv/up\n'],
      ['/srv/www/deep/er/.htaccess', 'Options +Indexes\nAuthLDAPBindPassword S3cret\n'],
      ['/srv/www/old.php.bak'],
      ['/srv/www/manual/index.html'],
      ['/srv/www/a b\nc.sql', 'x', 0o666],
      ['/srv/www/uploads/x', ''],
      ['/var/log/httpd/error_log', '', 0o644],
    ],
    { ...wanted, '/etc/httpd/logs': '/var/log/httpd', '/srv/www/out': '/etc' },
  );
  expect(of('directory-listing').reason.en).toContain('/srv/www/deep/er/.htaccess');
  expect(of('size-limit').status).toBe('pass');
  expect(of('header-disclosure').reason.en).toContain('built-in Full');
  expect(of('process-user').evidence.map(({ found }) => found)).toContain('User apache');
  expect(of('log-permissions').evidence.map(({ source }) => source)).toContain('/etc/httpd/logs/error_log');
  const left = of('needless-files').evidence.map(({ source }) => source);
  expect(left).toEqual(expect.arrayContaining(['/srv/www/old.php.bak', '/srv/www/manual']));
  expect(of('upload-path').evidence.map(({ source }) => source)).toContain('/srv/www/uploads');
  expect(of('virtual-directory').status).toBe('manual');
  expect(raw).not.toContain('S3cret');
  expect(raw).not.toContain('unused.conf');
});

it.each(shells)('stays within the root that it reads (%s)', async (shell) => {
  const trap = join(dir, 'outside.conf');
  writeFileSync(trap, 'ServerTokens Prod\nUser outsider\n');
  const { raw, of } = await judged(
    'inside',
    shell,
    [
      ...rocky,
      [
        '/etc/httpd/conf/httpd.conf',
        `ServerRoot /etc/httpd\nIncludeOptional conf.d/*.conf\nIncludeOptional ${trap}\nIncludeOptional ../../../../../../../../..${trap}\nDocumentRoot /data\n`,
      ],
    ],
    { ...wanted, '/etc/httpd/conf.d/evil.conf': trap, '/data': dirname(trap) },
  );
  expect(raw).not.toContain('outsider');
  expect(of('header-disclosure').status).toBe('fail');
});

it.each(shells)('is not led in circles (%s)', async (shell) => {
  const { of } = await judged(
    'circle',
    shell,
    [...rocky, ['/etc/httpd/conf/httpd.conf', 'ServerRoot /etc/httpd\nInclude conf/httpd.conf\nInclude conf/\n']],
    wanted,
  );
  expect(of('webdav').status).toBe('manual');
});

it('knows a server that nothing starts, and one that lies in /opt with a unit of its own', async () => {
  const idle = await judged('idle', 'sh', [...rocky, ['/etc/httpd/conf/httpd.conf', 'Include absent.conf\n']], {});
  expect(idle.of('webdav').status).toBe('notApplicable');
  const { of } = await judged(
    'opt',
    'sh',
    [
      ['/etc/os-release', 'ID=amzn\nVERSION_ID="2023"\n'],
      ['/opt/web/bin/httpd', '', 0o755],
      ['/opt/web/conf/httpd.conf', 'ServerRoot /opt/web\nListen 8080\nServerTokens Full\n'],
      ['/usr/local/apache2/conf/httpd.conf', 'ServerTokens Prod\nListen 80\n'],
      ['/etc/systemd/system/web.service', '[Service]\nExecStart=/opt/web/bin/apachectl -k start\n'],
    ],
    { '/etc/systemd/system/multi-user.target.wants/web.service': '/etc/systemd/system/web.service' },
  );
  expect(of('header-disclosure').status).toBe('fail');
  expect(of('header-disclosure').evidence.map(({ source }) => source)).toContain('/opt/web/conf/httpd.conf:3');
});

it('runs nothing that a configuration names', () => {
  expect(existsSync(ran)).toBe(false);
});
