// The code that judges is mutated, and neither the cases nor what only they use; unit tests that start processes are not asked.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { judgingSources, unitTestFiles } from './scope.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sources = judgingSources(root);

it.each([
  ['packages/engines/src/judge/judge-host.ts', true],
  ['packages/engines/src/judge/case-fault.ts', false],
  ['packages/catalog/src/host-checks/ssh/root-login.ts', true],
  ['packages/catalog/src/host-checks/ssh/root-login.cases.ts', false],
  ['packages/catalog/src/host-checks/hosts.ts', false],
  ['packages/catalog/src/criteria/worst-of.ts', true],
  ['packages/catalog/src/probes/services.ts', true],
  ['packages/catalog/src/probes/shadow/password-kind.ts', false],
  ['packages/catalog/src/probes/mysql/questions.ts', false],
  ['packages/catalog/src/probes/mysql/answers.ts', true],
  ['packages/core/src/knowledge/pam-stack.ts', true],
  ['packages/core/src/records.ts', false],
])('%s: %s', (path, mutated) => expect(sources.includes(path)).toBe(mutated));

it('asks unit tests beside them, and none that starts a shell', () => {
  const tests = unitTestFiles(root);
  expect(tests).toContain('packages/engines/src/judge/judge-host.test.ts');
  expect(tests).not.toContain('packages/catalog/src/probes/homes.test.ts');
});
