// What a person reads of whatever ends a command, and what a script sees.
import { CommanderError } from 'commander';
import { errorIn } from '../language/said-in.ts';
import type { Voice } from '../language/say.ts';
import { forTerminal } from '../screen/harmless.ts';

export interface Ending {
  /** For standard error; of what the parser refused it has told already. */
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** An expected fault in the language of the reader, line by line; a bug with its stack, as it is. What is no error is thrown on. */
export function endingOf(error: unknown, say: Voice): Ending {
  if (error instanceof CommanderError) return { lines: [], exitCode: error.exitCode === 0 ? 0 : 2 };
  if (!(error instanceof Error)) throw error;
  const expected = 'code' in error && /^(Cli|Flow|Aws|Store)Error$/.test(error.name);
  const told = expected ? error.message : diskFull(error);
  const words = told === null ? (error.stack ?? error.message) : errorIn(told, say);
  return {
    lines: words.split('\n').map((line) => `bongsu: ${forTerminal(line)}`),
    exitCode: 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : 1,
  };
}

/** As a file says it, and as a database does (SQLSTATE 53100: PostgreSQL manual, appendix A). */
function diskFull(error: Error): string | null {
  if (!('code' in error) || !/^(?:ENOSPC|53100)$/.test(String(error.code))) return null;
  return `no room is left on the disk of the store (${error.message}): make some and run it again; what was written is kept`;
}
