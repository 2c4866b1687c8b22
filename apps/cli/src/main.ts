// The command line. Each command's code is loaded only when it runs.
import { CommanderError } from 'commander';
import { campaignCommands } from './program/campaigns.ts';
import { openDesk } from './program/desk.ts';
import { ownCommands } from './program/own.ts';
import { resultCommands } from './program/results.ts';
import { setUpCommands } from './program/set-up.ts';
import { forTerminal } from './screen/harmless.ts';

// Evidence, stores and reports are nobody else's: no file is made that another user may read.
process.umask(0o077);

// A reader that has seen enough (`bongsu items | head`) is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit(0);
});

const desk = openDesk(process.argv.slice(2), process.env);
for (const add of [setUpCommands, campaignCommands, resultCommands, ownCommands]) add(desk);
// The flags of every command may also stand after its name.
for (const command of [desk.program, ...desk.program.commands]) command.enablePositionalOptions(false);

/** One line for a person; the exit code for a script. A bug shows its stack. */
function fault(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Error)) throw error;
  const expected = 'code' in error && /^(Cli|Flow|Aws|Store)Error$/.test(error.name);
  const words = expected ? error.message : (diskFull(error) ?? error.stack ?? error.message);
  for (const line of words.split('\n')) process.stderr.write(`bongsu: ${forTerminal(line)}\n`);
  return 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : 1;
}

/** As a file says it, and as a database does (SQLSTATE 53100: PostgreSQL manual, appendix A). */
function diskFull(error: Error): string | null {
  if (!('code' in error) || !/^(?:ENOSPC|53100)$/.test(String(error.code))) return null;
  return `no room is left on the disk of the store (${error.message}): make some and run it again; what was written is kept`;
}

try {
  await desk.program.parseAsync();
} catch (error) {
  process.exitCode = fault(error);
}
