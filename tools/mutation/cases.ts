// What the judging code is asked: every case of every check of the catalogue.
import { hostCheckCases, system } from '@bongsu/catalog';
import { caseFault } from '@bongsu/engines';
import type { Examination } from './unit-tests.ts';

export const examinations: readonly Examination[] = hostCheckCases.flatMap(([check, cases]) =>
  cases.map((one) => ({
    name: `${check.id} > ${one.name}`,
    of: `packages/catalog/src/host-checks/${check.id.replace('.', '/')}.ts`,
    run: () => {
      const fault = caseFault(check, one, system);
      if (fault !== null) throw new Error(fault);
    },
  })),
);
