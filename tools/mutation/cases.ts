// What the judging code is asked: every case of every check of the catalogue, of both platforms.
import { hostCheckCases, system, windowsCheckCases, windowsSystem } from '@bongsu/catalog';
import { caseFault } from '@bongsu/engines';
import type { Examination } from './unit-tests.ts';

export const examinations: readonly Examination[] = [
  { all: hostCheckCases, host: system },
  { all: windowsCheckCases, host: windowsSystem },
].flatMap(({ all, host }) =>
  all.flatMap(([check, cases]) =>
    cases.map((one) => ({
      name: `${check.id} > ${one.name}`,
      of: `packages/catalog/src/host-checks/${check.id.replace('.', '/')}.ts`,
      run: () => {
        const fault = caseFault(check, one, host);
        if (fault !== null) throw new Error(fault);
      },
    })),
  ),
);
