// Which options of ProFTPD's start-up files define names, by every awk of this machine: none that stands in a comment.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { ftpAnonymous } from './ftp-anonymous.ts';

const awks = ['mawk', 'gawk', 'busybox awk'].filter(
  (awk) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit 0 }'`]).status === 0,
);

/** What leaves of /etc/sysconfig/proftpd. */
function left(awk: string, text: string): string[] {
  const stage = `awk() { ${awk.startsWith('busybox') ? awk : `command ${awk}`} "$@"; }
R= LIVE=0
file() { if [ "$1" = /etc/sysconfig/proftpd ]; then "$2"; fi; }
expand() { :; }
follow() { _real=; }
`;
  const run = spawnSync('sh', ['-c', stage + ftpAnonymous.script], { encoding: 'utf8', input: text });
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter(Boolean);
}

it('found an awk to run the probe with', () => expect(awks).not.toEqual([]));

it.each(awks)('by %s', (awk) => {
  const stock = [
    '# The following "Defines" can be used with the default configuration file:',
    '#\t-DANONYMOUS_FTP\t\t: Enable anonymous FTP',
    '  # PROFTPD_OPTIONS="-DANONYMOUS_FTP -DDYNAMIC_BAN_LISTS"',
    'PROFTPD_OPTIONS=""',
  ];
  expect(left(awk, `${stock.join('\n')}\n`)).toEqual([]);
  expect(left(awk, 'PROFTPD_OPTIONS="-DANONYMOUS_FTP -D TLS -n"\n')).toEqual(['-DANONYMOUS_FTP', '-D TLS']);
});
