// The file checks on a planted root, from the shell script to the verdict: what their probes see of odd names, links, masks and shared homes.
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
if (!isRoot) process.stderr.write('SKIPPED: the file checks on a planted root need root\n');

const checks = hostChecks.filter((check) => check.id.startsWith('file.'));
const dir = mkdtempSync(join(tmpdir(), 'bongsu-planted-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Planted = readonly [path: string, text?: string, mode?: number, uid?: number];

/** Plants a root of its own and judges it by every file check. */
async function judged(name: string, files: readonly Planted[], links: Readonly<Record<string, string>> = {}) {
  const root = join(dir, name);
  const passwd =
    'root:x:0:0::/root:/bin/sh\ndaemon:x:1:1::/:/bin/sh\nkim:x:1000:0::/home/kim/:/bin/sh\nlee:x:1001:0::/home/lee:/bin/sh\n';
  for (const [path, text = '', mode = 0o644, uid = 0] of [
    ['/etc/os-release', 'ID=debian\nVERSION_ID="12"\n'],
    ['/etc/passwd', passwd],
    ['/etc/group', 'root:x:0:\n'],
    ['/etc/init.d/cron', '#!/bin/sh\n', 0o755],
    ['/var/log/dpkg.log', 'x'],
    ...files,
  ] satisfies Planted[]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    chmodSync(join(root, path), mode);
    chownSync(join(root, path), uid, 0);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  const script = join(dir, `${name}.sh`);
  writeFileSync(script, composeHostScript(probesFor(checks, probesAlways)).script);
  const out = join(dir, `${name}.tar.gz`);
  const run = spawnSync('sh', [script, out], {
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TMPDIR: dir, BONGSU_ROOT: root },
  });
  expect(run.stderr).toBe('');
  const read = await evidenceRead(createReadStream(out));
  if (read.kind === 'refused') throw new Error(read.reason);
  const verdicts = judgeHost({ checks, system, evidence: read.evidence });
  return (check: string): Verdict => {
    const verdict = verdicts.find((one) => one.unit === `file.${check}`);
    if (!verdict) throw new Error(`no verdict of ${check}`);
    return verdict;
  };
}

const sources = (verdict: Verdict): string[] => verdict.evidence.map(({ source }) => source);

describe.runIf(isRoot)('the file checks on a planted root', () => {
  it('pass where nothing is wrong, and say what an image does not tell', async () => {
    const of = await judged('calm [root]', [
      ['/etc/hosts'],
      ['/home/kim/.bashrc', '', 0o644, 1000],
      ['/etc/systemd/system/app.service'],
    ]);
    for (const check of [
      'hosts-permissions',
      'hosts-lpd',
      'startup-scripts',
      'environment-files',
      'log-permissions',
      'rhosts',
      'hidden',
    ])
      expect([check, of(check).status]).toEqual([check, 'pass']);
    for (const check of ['inetd-permissions', 'syslog-permissions', 'services-permissions'])
      expect([check, of(check).status]).toEqual([check, 'notApplicable']);
    expect(of('hosts-permissions-2021').status).toBe('fail');
    expect(of('device-nodes').status).toBe('unknown');
  });

  it('fail where something is planted, and name it', async () => {
    const of = await judged(
      'planted',
      [
        ['/etc/xinetd.d/a b'],
        ['/etc/rsyslog.d/x.conf'],
        ['/etc/syslog-ng/syslog-ng.conf'],
        ['/opt/app.service', '', 0o644, 1000],
        ['/usr/lib/systemd/system/v.service', '', 0o646],
        ['/etc/init.d/s', '', 0o777],
        ['/home/kim/.bashrc', '', 0o644, 1001],
        ['/home/lee/.netrc', '', 0o620, 1001],
        ['/var/log/a b\n#c', '', 0o666],
        ['/dev/.udevd'],
        ['/dev/shm/. '],
        ['/opt/...'],
      ],
      {
        '/lib': 'usr/lib',
        '/etc/systemd/system/multi-user.target.wants/app.service': '/opt/app.service',
        '/etc/systemd/system/masked.service': '/dev/null',
        '/etc/systemd/system/broken.service': '/nowhere',
        '/etc/rc3.d/S01s': '../init.d/s',
        '/home/kim/.profile': '/dev/null',
        '/var/log/README': '../../usr/share/doc/README.logs',
      },
    );
    expect(of('inetd-permissions').evidence[0]?.source).toBe('/etc/xinetd.d/a b');
    expect(of('syslog-permissions').status).toBe('fail');
    expect(sources(of('syslog-permissions'))).toContain('/etc/rsyslog.d/x.conf');
    const startup = of('startup-scripts');
    expect(startup.reason.en).toContain('and 2 more');
    expect(new Set(sources(startup).slice(0, 3))).toEqual(
      new Set([
        '/etc/init.d/s',
        '/usr/lib/systemd/system/v.service',
        '/etc/systemd/system/multi-user.target.wants/app.service',
      ]),
    );
    expect(startup.evidence.at(-1)).toEqual({
      source: '/etc/systemd/system/broken.service',
      found: 'link to nothing (/nowhere)',
    });
    expect(new Set(sources(of('environment-files')))).toEqual(new Set(['/home/kim/.bashrc', '/home/lee/.netrc']));
    expect(of('environment-files').status).toBe('fail');
    expect(sources(of('log-permissions'))).toContain('/var/log/a b\n#c');
    expect([of('device-nodes').status, sources(of('device-nodes'))[0]]).toEqual(['fail', '/dev/.udevd']);
    expect(of('hidden').status).toBe('manual');
    expect(new Set(sources(of('hidden')).slice(0, 3))).toEqual(new Set(['/opt/...', '/dev/shm/. ', '/dev/.udevd']));
  });

  it('bring back of trust files only what trusts everybody', async () => {
    const of = await judged(
      'trust',
      [
        ['/etc/hosts.equiv', '# + not this\nsecret-host kim\n  + kim\n', 0o600],
        ['/home/kim/.rhosts', 'secret-host\nother +@net\n', 0o600, 1000],
        ['/.rhosts', 'plus+host\n', 0o644],
        ['/etc/inetd.conf', 'shell stream tcp nowait root /usr/sbin/in.rshd in.rshd\n', 0o600],
        ['/usr/sbin/inetd', '', 0o755],
      ],
      { '/home/lee/.rhosts': '/dev/null' },
    );
    const verdict = of('rhosts');
    expect(verdict.status).toBe('fail');
    expect(verdict.evidence.filter(({ expected }) => expected !== undefined).map(({ source }) => source)).toEqual([
      '/etc/hosts.equiv:3',
      '/.rhosts',
      '/home/kim/.rhosts:2',
    ]);
    expect(JSON.stringify(verdict)).not.toContain('secret-host');
  });
});
