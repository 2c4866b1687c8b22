// Writes a file beside the one it is to replace, so that a fault leaves what was there.
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { CliError } from '../cli-error.ts';

/** Calls `write` with a stream to a neighbour of `path`, which takes the path's place only when all is written. */
export async function writeBeside(path: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  const partial = `${path}.partial-${process.pid}`;
  try {
    await write(createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, path);
  } catch (fault) {
    await rm(partial, { force: true });
    if (fault instanceof Error && 'syscall' in fault)
      throw new CliError('refused', `${path}: cannot be written (${fault.message}); name another file`, fault);
    throw fault;
  }
}
