// What really runs on an instance of the lab beside a command, in the words of programs/start.sh.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

export interface RunningProgram {
  readonly program: string;
  readonly uid?: number;
  readonly folder?: string;
  readonly words?: readonly string[];
  /** Accounts of its children. */
  readonly children?: readonly number[];
}

/** The text of /opt/lab/processes. */
export function processesFile(all: readonly RunningProgram[]): string {
  const rows = all.map(({ program, uid = 0, folder = '/', words = [], children = [] }) =>
    [uid, uid, folder, children.join(' ') || '-', program, ...words].join('\t'),
  );
  return lines(rows);
}

/** A server that runs, and what it answers to whoever it lets in. */
export function answering(process: RunningProgram, hello: string, answers: readonly string[]): Files {
  return {
    [process.program]: { text: '', mode: '0755' },
    '/opt/lab/processes': processesFile([process]),
    '/opt/lab/database/hello': `${hello}\n`,
    '/opt/lab/database/answers': lines(answers),
  };
}
