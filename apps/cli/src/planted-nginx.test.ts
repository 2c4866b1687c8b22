// The nginx probe from the shell to its fact, by every shell of this machine: planted roots, processes that look like nginx, secrets that stay.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hostChecks, probesAlways, system } from '@bongsu/catalog';
import type { HostEvidence, Verdict } from '@bongsu/core';
import { composeHostScript, evidenceRead, judgeHost, probesFor } from '@bongsu/engines';
import { afterAll, describe, expect, it } from 'vitest';

const shells = [['dash'], ['bash'], ['busybox', 'ash']].filter(
  ([program = '', ...args]) => spawnSync(program, [...args, '-c', ':']).status === 0,
);
const checks = hostChecks.filter((check) => check.id.startsWith('nginx.') && check.id !== 'nginx.patches');
const dir = mkdtempSync(join(tmpdir(), 'bongsu-nginx-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const script = join(dir, 'script.sh');
writeFileSync(script, composeHostScript(probesFor(checks, probesAlways)).script);

type Files = Readonly<Record<string, string>>;

const base: Files = {
  '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/:/bin/sh\n',
  '/etc/group': 'root:x:0:\n',
};
const unit = (line: string): string => `[Service]\nExecStart=${line}\n`;
const wants = '/etc/systemd/system/multi-user.target.wants';

let count = 0;
function plant(files: Files, links: Files = {}): string {
  const root = join(dir, `root-${++count}`);
  for (const [path, text] of Object.entries({ ...base, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  return root;
}

/** Runs the script by a shell; without a root it looks at this machine. */
async function evidence(shell: readonly string[], root: string | null): Promise<HostEvidence> {
  const out = join(dir, `result-${++count}.tar.gz`);
  const [program = 'sh', ...args] = shell;
  const run = spawnSync(program, [...args, script, out], {
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TMPDIR: dir, ...(root === null ? {} : { BONGSU_ROOT: root }) },
  });
  expect(run.stderr).toBe('');
  const read = await evidenceRead(createReadStream(out));
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.evidence;
}

const verdictOf = (sent: HostEvidence, id: string): Verdict => {
  const found = judgeHost({ checks, system, evidence: sent }).find((one) => one.unit === `nginx.${id}`);
  if (!found) throw new Error(`no verdict of ${id}`);
  return found;
};
const raw = (sent: HostEvidence): string => sent.raw['nginx'] ?? '';
const instances = (sent: HostEvidence): string[][] =>
  raw(sent)
    .split('\n')
    .filter((line) => line.startsWith('#note\tnginx-instance\t'))
    .map((line) => line.split('\t').slice(2, 6));

const site = 'server { listen 80; root /srv/a; }';
const main = `user www-data;\nevents {}\nhttp { server_tokens off; include sites-enabled/*; include tenants/*/nginx/*.conf; }\n`;
const packaged: Files = {
  '/usr/sbin/nginx': '',
  '/etc/nginx/nginx.conf': main,
  '/usr/lib/systemd/system/nginx.service': unit('/usr/sbin/nginx'),
};
const enabled: Files = { [`${wants}/nginx.service`]: '/usr/lib/systemd/system/nginx.service' };

describe.each(shells.map((shell) => ({ shell, name: shell.join(' ') })))('by $name', ({ shell }) => {
  it('follows links and wildcards of folders below the root, and no file that is not included', async () => {
    const sent = await evidence(
      shell,
      plant(
        {
          ...packaged,
          '/etc/nginx/sites-available/a': site,
          '/etc/nginx/sites-available/b': 'server { autoindex on; }',
          '/etc/nginx/tenants/x y/nginx/t.conf': 'server { ssi on; }',
          '/etc/nginx/tenants/z/nginx/t.conf.bak': 'server { dav_methods PUT; }',
          '/srv/a/index.html': 'x',
        },
        { ...enabled, '/etc/nginx/sites-enabled/a': '/etc/nginx/sites-available/a' },
      ),
    );
    expect(instances(sent)).toEqual([['enabled', '/etc/nginx/nginx.conf', '/usr/share/nginx', '/usr/sbin/nginx']]);
    expect(verdictOf(sent, 'directory-listing').status).toBe('pass');
    expect(verdictOf(sent, 'webdav').status).toBe('pass');
    const ssi = verdictOf(sent, 'ssi');
    expect([ssi.status, JSON.stringify(ssi.evidence)]).toEqual([
      'fail',
      expect.stringContaining('/etc/nginx/tenants/x y/nginx/t.conf:1'),
    ]);
  });

  it('lets no secret out', async () => {
    const secrets = [
      'proxy_set_header Authorization "Basic S3CRET";',
      'add_header X-Key S3CRET always; fastcgi_param DB S3CRET; set $key S3CRET; env X=S3CRET;',
      "log_format x '$remote_addr S3CRET'\n  'S3CRET';",
      'map $http_x_key $ok { default 0; S3CRET 1; "S3CRET two" 1; }',
      'if ($http_x_key = "S3CRET") { return 200 "S3CRET"; }',
      'location /a { proxy_pass http://u:S3CRET@b/x?key=S3CRET; return 301 https://u:S3CRET@b/?S3CRET; }',
      'rewrite ^/a /b?key=S3CRET last; ssl_certificate_key data:S3CRET; auth_basic "S3CRET";',
      'content_by_lua_block {\n local k = "}S3CRET" -- } S3CRET\n local j = [[ } S3CRET ]] }',
      'return 200 "over\nS3CRET lines"; unknown_thing S3CRET "S3CRET"; S3CRET-odd;',
      'include /etc/shadow; include key.pem;',
    ];
    const sent = await evidence(
      shell,
      plant(
        {
          ...packaged,
          '/etc/nginx/nginx.conf': `events {}\nhttp { server {\n${secrets.join('\n')}\nssi on;\n} }\n`,
          '/etc/shadow': 'root:$6$S3CRET$S3CRET:1:2:::\n',
          '/etc/nginx/key.pem': '-----BEGIN PRIVATE KEY-----\nS3CRET\nS3CRET==\n-----END PRIVATE KEY-----\n',
        },
        enabled,
      ),
    );
    expect(Object.values(sent.raw).join('')).not.toContain('S3CRET');
    // Lines stay where they were.
    const line = 3 + secrets.join('\n').split('\n').length;
    expect(
      raw(sent)
        .split('\n')
        .filter((one) => one.startsWith('|'))[line - 1],
    ).toContain('ssi on;');
  });
});

describe.runIf(shells.length > 0)('of a root', () => {
  const [shell = []] = shells;

  it('knows template units, drop-ins, masks, SysV links, rc.local and programs that only lie there', async () => {
    const conf = `events {}\nhttp { ${site} }\n`;
    const of = async (files: Files, links: Files = {}) =>
      instances(await evidence(shell, plant(files, links))).map((one) => one[1]);
    const template = unit('-/opt/shop/sbin/nginx -p /opt/shop \\\n  -c conf/%i.conf -g "daemon off; user root;"');
    expect(
      await of(
        {
          '/usr/lib/systemd/system/shop@.service': template,
          '/opt/shop/sbin/nginx': '',
          '/opt/shop/conf/blue.conf': conf,
        },
        { [`${wants}/shop@blue.service`]: '/usr/lib/systemd/system/shop@.service' },
      ),
    ).toEqual(['/opt/shop/conf/blue.conf']);
    expect(
      await of(
        {
          ...packaged,
          '/etc/nginx/other.conf': conf,
          '/etc/systemd/system/nginx.service.d/x.conf':
            '[Service]\nExecStart=\nExecStart=/usr/sbin/nginx -c /etc/nginx/other.conf\n',
        },
        enabled,
      ),
    ).toEqual(['/etc/nginx/other.conf']);
    expect(await of(packaged)).toEqual([]);
    expect(await of(packaged, { ...enabled, '/etc/systemd/system/nginx.service': '/dev/null' })).toEqual([]);
    const withoutUnit: Files = { '/usr/sbin/nginx': '', '/etc/nginx/nginx.conf': conf };
    expect(await of(withoutUnit, { '/etc/rc3.d/S85nginx': '../init.d/nginx' })).toEqual(['/etc/nginx/nginx.conf']);
    expect(await of(packaged, { '/etc/rc3.d/S85nginx': '../init.d/nginx' })).toEqual([]);
    expect(
      await of({
        '/etc/rc.local': '#!/bin/sh\n# /old/nginx\n/opt/n/sbin/nginx -c /opt/n/n.conf &\nexit 0\n',
        '/opt/n/sbin/nginx': '',
        '/opt/n/n.conf': conf,
      }),
    ).toEqual(['/opt/n/n.conf']);
    const lying = await evidence(shell, plant({ ...packaged, '/opt/x/sbin/nginx': '' }));
    const verdict = verdictOf(lying, 'ssi');
    expect([verdict.status, verdict.evidence.map(({ source }) => source)]).toEqual([
      'notApplicable',
      ['/usr/sbin/nginx', '/opt/x/sbin/nginx', '/etc/nginx/nginx.conf'],
    ]);
  });

  it('takes what a program was built with from its bytes', async () => {
    const built =
      '\u0000x\u0000nginx version: nginx/1.26.1\u0000\u0000configure arguments: --prefix=/usr/local/web --user=web --http-log-path=/l/a.log --with-cc-opt=-O2\u0000';
    const sent = await evidence(
      shell,
      plant(
        {
          '/usr/local/web/sbin/nginx': built,
          '/usr/local/web/conf/nginx.conf': 'events {}',
          '/etc/systemd/system/w.service': unit('/usr/local/web/sbin/nginx'),
        },
        { [`${wants}/w.service`]: '../w.service' },
      ),
    );
    expect(instances(sent)).toEqual([
      ['enabled', '/usr/local/web/conf/nginx.conf', '/usr/local/web', '/usr/local/web/sbin/nginx'],
    ]);
    expect(raw(sent)).toContain(
      '#note\tnginx-build\t/usr/local/web/sbin/nginx\t\tnginx/1.26.1\tweb\t/usr/local/web/logs/error.log\t/l/a.log\n',
    );
  });

  it('says unknown where an include is missing, and ends where one includes itself', async () => {
    const of = async (text: string) =>
      verdictOf(await evidence(shell, plant({ ...packaged, '/etc/nginx/nginx.conf': text }, enabled)), 'ssi').status;
    expect(await of('events {}\nhttp { include gone.conf; }')).toBe('unknown');
    expect(await of('events {}\nhttp { include /etc/nginx/*.conf; }')).toBe('unknown');
    expect(await of('events {}\nhttp { include none/*.conf; server { } }')).toBe('pass');
  });
});

const isLinux = existsSync('/proc/self/cmdline');
describe.runIf(isLinux && shells.some(([name]) => name === 'bash'))('on this machine', () => {
  const started: ChildProcess[] = [];
  afterAll(() => {
    for (const one of started) if (one.pid !== undefined) process.kill(-one.pid, 'SIGKILL');
  });

  it('finds masters by their titles with -p, -c and -g, and their workers', async () => {
    const home = plant({
      '/conf/a.conf': `user www-data;\nevents {}\nhttp { ssi on; ${site} }\n`,
      '/conf/b.conf': 'events {}\nhttp { include /nowhere/x.conf; }',
    });
    const title = `nginx: master process ./nginx -p ${home}/ -c conf/a.conf -g daemon off; env KEY=S3CRET; user nobody;`;
    const family = `(exec -a 'nginx: worker process' sleep 300) & exec -a '${title}' sleep 300`;
    started.push(spawn('bash', ['-c', family], { cwd: home, detached: true, stdio: 'ignore' }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const sent = await evidence(['sh'], null);
    const mine = instances(sent).filter(([, conf]) => conf?.startsWith(home));
    expect(mine).toEqual([['running', `${home}/conf/a.conf`, home, '/usr/bin/sleep']]);
    expect(raw(sent)).not.toContain('S3CRET');
    const processes = verdictOf(sent, 'process-user').evidence;
    expect(JSON.stringify(processes)).toContain(`nginx: worker process: uid ${process.getuid?.() ?? 0}`);
    expect(verdictOf(sent, 'ssi').status).toBe('fail');
  });
});
