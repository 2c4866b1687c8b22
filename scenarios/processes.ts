// Changes by which a scenario says which processes really run on its host: programs with their owner, folder, arguments and children.
import type { RunningProgram } from '@bongsu/lab';
import { processesFile } from '@bongsu/lab';
import type { Changes } from './scenario.ts';

export function running(...all: readonly RunningProgram[]): Changes {
  return {
    '/opt/lab/processes': processesFile(all),
    ...Object.fromEntries(all.map(({ program }) => [program, ''])),
  };
}
