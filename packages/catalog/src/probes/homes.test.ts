// Which homes the probe looks at, and what it tells of automount maps, by every awk of this machine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { homes } from './homes.ts';

const awks = ['mawk', 'gawk', 'busybox awk'].filter(
  (awk) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit 0 }'`]).status === 0,
);
const root = mkdtempSync(join(tmpdir(), 'bongsu-homes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'etc'));

/** The probe's calls of `metas` and `note` on a root. */
function calls(awk: string): string[] {
  const stage = `awk() { ${awk.startsWith('busybox') ? awk : `command ${awk}`} "$@"; }
R=${root} LIVE=0
resolve() { printf %s "$R$1"; }
metas() { for one; do printf 'meta %s\\n' "$one"; done; }
later() { [ -z "$1" ] || "$2" "$1"; }
note() { printf 'note %s\\n' "$*"; }
expand() { :; }
`;
  const run = spawnSync('sh', ['-c', stage + homes.script], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter(Boolean);
}

it('found an awk to run the probe with', () => expect(awks).not.toEqual([]));

describe.each(awks)('by %s', (awk) => {
  it('looks at the homes of accounts that can log in, each once, whatever they are called', () => {
    const accounts = [
      'root:x:0:0:root:/root:/bin/bash',
      'toor:x:0:0:root:/root:/bin/sh',
      'bin:x:1:1::/bin:/sbin/nologin',
      'sync:x:5:0::/sbin:/bin/sync',
      '#old:x:9:9::/home/old:/bin/sh',
      '+nis::::::',
      'empty:x:8:8::/home/empty:',
      'dos:x:7:7::/home/dos:/bin/sh\r',
      'dosno:x:7:7::/home/dosno:/bin/false\r',
      'top:x:6:6::/:/bin/sh',
      'bare:x:6:6::home:/bin/sh',
      'evil:x:5:5::/home/$(touch x) `y` -n:/usr/bin/nologinx',
    ];
    writeFileSync(join(root, 'etc/passwd'), accounts.join('\n'));
    writeFileSync(join(root, 'etc/auto.master'), '# /no\n/home auto.home -fstype=cifs,password=S3CRET\n+auto.master\n');
    expect(calls(awk)).toEqual([
      'meta /root',
      'meta /home/empty',
      'meta /home/dos',
      'meta /home/$(touch x) `y` -n',
      'note automount /home /etc/auto.master',
    ]);
  });

  it('says so where there is no passwd to read', () => {
    rmSync(join(root, 'etc/passwd'), { force: true });
    expect(calls(awk)[0]).toBe('note passwd-unread');
  });
});
