// A host of 3,000 accounts, by every shell: no probe ends early or is cut, the result fits the slot of a plan, and nothing passes unseen.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostChecks, system } from '@bongsu/catalog';
import { composeHostScript, evidenceUnpack, judgeHost, probesFor } from '@bongsu/engines';
import { defaultLimits } from '@bongsu/flow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const accounts = 3_000;
const shells = ['dash', 'bash', 'busybox'].map((name) => `/usr/bin/${name}`).filter((path) => existsSync(path));
const dir = mkdtempSync(join(tmpdir(), 'bongsu-many-'));
const root = join(dir, 'root');

/** Owners take real root; without it every home is the tester's. */
const isRoot = process.getuid?.() === 0;

const nameOf = (number: number): string => `user${String(number).padStart(5, '0')}`;

beforeAll(() => {
  for (const folder of ['etc', 'home', 'root']) mkdirSync(join(root, folder), { recursive: true });
  const numbers = Array.from({ length: accounts }, (_, number) => number);
  const put = (path: string, text: string): void => writeFileSync(join(root, path), text);
  put('etc/os-release', 'ID=debian\nVERSION_ID="12"\n');
  const each = (line: (name: string, id: number) => string): string =>
    numbers.map((number) => line(nameOf(number), 2_000 + number)).join('');
  const people = (name: string, id: number): string =>
    `${name}:x:${id}:${id}:Somebody with a long name,,,:/home/${name}:/bin/bash\n`;
  put('etc/passwd', `root:x:0:0:root:/root:/bin/bash\n${each(people)}`);
  put('etc/group', `root:x:0:\n${each((name, id) => `${name}:x:${id}:\n`)}`);
  const hash = `$6$${'s'.repeat(16)}$${'h'.repeat(86)}`;
  put('etc/shadow', `root:*:19700:0:99999:7:::\n${each((name) => `${name}:${hash}:19700:1:90:7:::\n`)}`);
  for (const number of numbers) {
    const home = join(root, 'home', nameOf(number));
    mkdirSync(home, { mode: 0o700 });
    if (isRoot) chownSync(home, 2_000 + number, 2_000 + number);
    for (const file of ['.bashrc', '.profile', '.bash_profile', '.netrc', '.exrc'])
      writeFileSync(join(home, file), '#\n');
  }
  // The last in every order: what is cut or asked too late would miss these.
  const last = join(root, 'home', nameOf(accounts - 1));
  writeFileSync(join(last, '.rhosts'), '+ +\n');
  chmodSync(join(last, '.exrc'), 0o666);
  chmodSync(last, 0o777);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe.each(shells)('by %s', (shell) => {
  it('gathers everything within every limit and judges the last account like the first', async () => {
    const bin = join(dir, shell.replaceAll('/', '-'));
    mkdirSync(bin);
    symlinkSync(shell, join(bin, 'sh'));
    const script = join(bin, 'script.sh');
    writeFileSync(script, composeHostScript(probesFor(hostChecks, [system])).script);
    const run = spawnSync(join(bin, 'sh'), [script, join(bin, 'result')], {
      encoding: 'utf8',
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        BONGSU_ROOT: root,
        BONGSU_RESULT_BYTES: String(defaultLimits.resultBytes),
      },
    });
    expect([run.status, run.stderr]).toEqual([0, '']);
    const read = await evidenceUnpack(readFileSync(join(bin, 'result')), { rawBytesMax: 32 << 20, entriesMax: 256 });
    if (read.kind === 'refused') throw new Error(read.reason);
    const { manifest } = read.evidence;
    expect(manifest.probes.filter(({ state }) => state !== 'ok' && state !== 'skipped')).toEqual([]);
    const verdicts = new Map(
      judgeHost({ checks: hostChecks, system, evidence: read.evidence }).map((verdict) => [verdict.unit, verdict]),
    );
    const of = (unit: string): string => JSON.stringify(verdicts.get(unit));
    expect(verdicts.get('account.shadow-passwords')?.status).not.toBe('unknown');
    expect(verdicts.get('account.home-exists')?.status).toBe('pass');
    expect(of('file.rhosts')).toContain(`/home/${nameOf(accounts - 1)}/.rhosts`);
    for (const unit of ['file.environment-files', ...(isRoot ? ['account.home-owner'] : [])]) {
      expect(verdicts.get(unit)?.status, unit).toBe('fail');
      expect(of(unit)).toContain(`/home/${nameOf(accounts - 1)}`);
    }
  }, 120_000);
});
