// The command line. Each command's code is loaded only when it runs.
import { campaignCommands } from './program/campaigns.ts';
import { openDesk } from './program/desk.ts';
import { endingOf } from './program/fault.ts';
import { ownCommands } from './program/own.ts';
import { resultCommands } from './program/results.ts';
import { setUpCommands } from './program/set-up.ts';

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

try {
  await desk.program.parseAsync();
} catch (error) {
  const { lines, exitCode } = endingOf(error, desk.help);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
}
