// Measures the walk of the host script on a generated tree, beside the five separate finds that it replaces.
// Run: node bench/host-script.ts [files=200000] [matches=400]
//
// On 2 shared vCPU, ext4, warm cache (Debian 12, dash, findutils 4.9), 200,000 files:
//                      400 matched                          20,000 matched
//   five finds         4.6 s wall, 4.5 s CPU,  4 MiB        7.5 s wall, 4.8 s CPU,  5 MiB
//   walk alone         0.7 s wall, 0.6 s CPU, 15 MiB        2.6 s wall, 1.7 s CPU, 18 MiB
//   every probe        0.8 s wall, 0.7 s CPU, 14 MiB        2.6 s wall, 1.7 s CPU, 18 MiB
//   result             2.7 KB of a 256 KiB slot             2.2 KB
// Most of what is won is names: -nouser asks the name services for every file, the walk only for ids that passwd lacks.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostChecks, system } from '@bongsu/catalog';
import { composeHostScript, probesFor } from '@bongsu/engines';

const files = Number(process.argv[2] ?? 200_000);
const matches = Number(process.argv[3] ?? 400);
const perFolder = 100;

/** Folders of 100 small files; `matches` of them may be written by everybody. */
function plant(root: string): void {
  mkdirSync(join(root, 'etc'));
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\n');
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\n');
  writeFileSync(join(root, 'etc/os-release'), 'ID=debian\nVERSION_ID="12"\n');
  const every = Math.max(1, Math.floor(files / matches));
  for (let number = 0; number < files; number += 1) {
    const folder = join(root, 'data', String(Math.floor(number / 10_000)), String(Math.floor(number / perFolder)));
    if (number % perFolder === 0) mkdirSync(folder, { recursive: true });
    const path = join(folder, `file-${number}`);
    writeFileSync(path, '');
    if (number % every === 0) chmodSync(path, 0o666);
  }
}

/** Resident bytes of a process and all below it. */
function residentBytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return pages * 4096 + below.reduce((sum, child) => sum + residentBytes(Number(child)), 0);
  } catch {
    // It ended between two looks.
    return 0;
  }
}

/** Runs words in a shell, and prints wall time, CPU time of all it started, and the peak of its resident memory. */
async function measure(what: string, words: string, env: NodeJS.ProcessEnv): Promise<void> {
  const began = performance.now();
  const child = spawn('sh', ['-c', `${words}\ntimes`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  let peak = 0;
  const looks = setInterval(() => (peak = Math.max(peak, residentBytes(child.pid ?? 0))), 25);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(looks);
  if (code !== 0) throw new Error(`${what} ended with ${String(code)}`);
  const spent = [...(said.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = spent.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  const wall = (performance.now() - began) / 1000;
  console.log(
    `${what.padEnd(34)} ${wall.toFixed(2).padStart(7)} s   CPU ${cpu.toFixed(2).padStart(6)} s   peak ${(peak / 2 ** 20).toFixed(1).padStart(5)} MiB`,
  );
}

const dir = mkdtempSync(join(tmpdir(), 'bongsu-bench-'));
try {
  const root = join(dir, 'root');
  mkdirSync(root);
  plant(root);
  const all = composeHostScript(probesFor(hostChecks, [system]));
  const walk = composeHostScript(all.probes.filter((probe) => probe.name === 'file-walk' || probe.name === 'system'));
  writeFileSync(join(dir, 'all.sh'), all.script);
  writeFileSync(join(dir, 'walk.sh'), walk.script);
  const env = { BONGSU_ROOT: root, OUT: join(dir, 'out'), D: dir };
  const tests = [
    '-nouser',
    '-nogroup',
    '-type f -perm -0002',
    '-type d -perm -0002 ! -perm -1000',
    '-type f -perm /6000',
  ];
  const finds = tests.map((test) => `find "$BONGSU_ROOT" -xdev ${test} > /dev/null`).join('\n');
  console.log(`${files} files, ${matches} of them matched; script ${all.sizeBytes} bytes`);
  await measure('first look (cold)', 'find "$BONGSU_ROOT" -xdev -perm -0002 > /dev/null', env);
  await measure('five finds', finds, env);
  await measure('walk alone', 'sh "$D/walk.sh" "$OUT"', env);
  await measure('every probe', 'sh "$D/all.sh" "$OUT"', env);
  console.log(`result ${statSync(join(dir, 'out')).size} bytes`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
