// The lab as an ordinary user: what an instance says of its files' owners and modes, in each isolation, when nobody is root.
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isolationDetect } from './isolation.ts';

const detected = await isolationDetect();
const asRoot = process.getuid?.() === 0;
const isolations = detected === 'bubblewrap' ? ['bubblewrap', 'path-prefix'] : ['path-prefix'];
const question = `cd / && stat -L -c '%a %u %g %U %F' "\${BONGSU_ROOT:-}/etc/passwd" "\${BONGSU_ROOT:-}/usr/bin/su"
find "\${BONGSU_ROOT:-/}" -xdev -path '*/proc' -prune -o -path '*/dev' -prune -o ! \\( -user 0 -o -user 1000 \\) -print | head -n 3`;

/** A program that builds a root and asks it, run by node as user 65534 where the tests run as root. */
function program(isolation: string, dir: string): string {
  const here = new URL('.', import.meta.url).pathname;
  return `
    const { createAgent } = await import('${here}agent.ts');
    const { createLabClock } = await import('${here}../endpoint/clock.ts');
    const { isolationDetect } = await import('${here}isolation.ts');
    const { rootBuild, rootSpecs } = await import('${here}../world/roots/index.ts');
    const works = ${JSON.stringify(isolation)} === 'path-prefix' || (await isolationDetect()) === 'bubblewrap';
    if (!works) { console.log(JSON.stringify({ works })); process.exit(0); }
    const root = await rootBuild(rootSpecs.find((spec) => spec.name === 'rocky-9-tidy'), {}, {}, ${JSON.stringify(dir)} + '/root');
    const agent = createAgent({ isolation: ${JSON.stringify(isolation)}, clock: createLabClock(), rootOf: async () => root });
    const step = { action: 'aws:runShellScript', name: 'run', inputs: { runCommand: [${JSON.stringify(question)}] } };
    const message = { commandId: 'c', instanceId: 'i-1', accountId: '1', region: 'r', documentName: 'd', parameters: {},
      documentContent: { schemaVersion: '2.2', mainSteps: [step] } };
    const result = await agent(message, { onStep() {}, signal: new AbortController().signal });
    const [run] = result.steps;
    console.log(JSON.stringify({ works, faithful: root.ownersFaithful, text: run.standardOutput, err: run.standardError }));`;
}

test.for(isolations)('%s: root owns everything, modes are kept', async (isolation, { skip }) => {
  const dir = await mkdtemp(join(tmpdir(), 'bongsu-ordinary-'));
  await chmod(dir, 0o777);
  const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', program(isolation, dir)], {
    encoding: 'utf8',
    ...(asRoot ? { uid: 65_534, gid: 65_534 } : {}),
  });
  await rm(dir, { recursive: true, force: true });
  if (/EACCES|Cannot find module/.test(ran.stderr) && asRoot) {
    console.warn('SKIPPED: an ordinary user cannot read this working tree');
    skip();
  }
  expect(ran.stderr).toBe('');
  const answer = JSON.parse(ran.stdout);
  if (!answer.works) {
    console.warn('SKIPPED: bubblewrap does not run here for an ordinary user');
    skip();
  }
  expect(answer).toEqual({
    works: true,
    faithful: false,
    text: '644 0 0 root regular file\n4755 0 0 root regular file\n',
    err: '',
  });
});
