// The servers that the database probes found running, read from their notes.
import type { Records } from '@bongsu/core';

export interface ServerProcess {
  readonly pid: string;
  /** Effective user. */
  readonly uid: number;
  readonly account: string;
  /** True where it runs in a container: its files are not the host's. */
  readonly elsewhere: boolean;
  /** Path of the program; empty where it could not be seen. */
  readonly program: string;
  /** True where the program's file was replaced since the start, as an update does. */
  readonly replaced: boolean;
  /** Working folder: MySQL and PostgreSQL go to their data directory. Empty where it could not be seen. */
  readonly folder: string;
  /** Arguments with secrets masked, the program first. */
  readonly words: readonly string[];
  /** Addresses of TCP that it listens on (`127.0.0.1:3306`); null where the host did not tell. */
  readonly addresses: readonly string[] | null;
  readonly sockets: readonly string[];
}

/** Every server process of the probe's records. */
export function serverProcesses(records: Records): ServerProcess[] {
  const blind = records.note('sockets-unknown') !== undefined;
  return records.notes('server').map(({ values }) => {
    const [pid = '', uid = '', account = '', place, program = '', folder = ''] = values;
    const of = (key: string): (readonly string[])[] =>
      records.notes(key).flatMap((note) => (note.values[0] === pid ? [note.values.slice(1)] : []));
    const held = of('listen');
    const addresses = held.flatMap(([kind, address = '']) => (kind === 'tcp' ? [address] : []));
    const sockets = held.flatMap(([kind, path = '']) => (kind === 'unix' && path.startsWith('/') ? [path] : []));
    return {
      pid,
      uid: Number(uid),
      account: account || uid,
      elsewhere: place === 'elsewhere',
      program: program.replace(/ \(deleted\)$/, ''),
      replaced: program.endsWith(' (deleted)'),
      folder,
      words: of('argument').map(([word = '']) => word),
      // Without the right to see who holds a socket, none is shown: a server that holds nothing at all was not seen.
      addresses: blind || held.length === 0 ? null : addresses,
      sockets,
    };
  });
}

/** A name that is the same from run to run: program and folder. */
export function serverName({ program, elsewhere, folder }: ServerProcess, stock: string): string {
  const name = program.split('/').at(-1) || stock;
  return elsewhere ? `${name} in a container` : `${name} ${folder}`.trim();
}
