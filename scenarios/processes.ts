// Changes by which a scenario says which processes really run on its host: programs with their owner, folder, arguments and children.
import type { Changes } from './scenario.ts';

export interface Running {
  readonly program: string;
  readonly uid?: number;
  readonly folder?: string;
  readonly words?: readonly string[];
  /** Accounts of its children. */
  readonly children?: readonly number[];
}

export function running(...all: readonly Running[]): Changes {
  const lines = all.map(({ program, uid = 0, folder = '/', words = [], children = [] }) =>
    [uid, uid, folder, children.join(' ') || '-', program, ...words].join('\t'),
  );
  return {
    '/opt/lab/processes': `${lines.join('\n')}\n`,
    ...Object.fromEntries(all.map(({ program }) => [program, ''])),
  };
}
