// Whether the configuration of an FTP server lets anonymous users in: vsftpd, ProFTPD and Pure-FTPd, each by its own grammar.
import type { Proof } from '../judgement.ts';
import type { FileRecord } from '../records.ts';

export interface AnonymousAnswer {
  readonly anonymous: boolean;
  readonly proof: Proof;
}

/** vsftpd.conf(5): `key=value` without blanks around the sign, the last one holds, and anonymous_enable is YES where it is not set. */
export function vsftpdAnonymous(file: FileRecord): AnonymousAnswer {
  const expected = 'anonymous_enable=NO';
  const said = file.lines.flatMap((line, index) => {
    const value = /^\s*anonymous_enable=(.*)/i.exec(line)?.[1];
    return value === undefined ? [] : [{ value: value.trim(), source: `${file.path}:${index + 1}` }];
  });
  const last = said.at(-1);
  if (!last)
    return { anonymous: true, proof: { source: file.path, found: 'anonymous_enable unset, built-in YES', expected } };
  const off = /^(?:no|false|0)$/i.test(last.value);
  return { anonymous: !off, proof: { source: last.source, found: `anonymous_enable=${last.value}`, expected } };
}

/** Pure-FTPd: `NoAnonymous yes` in its file, or a file conf/NoAnonymous that says yes (Debian); anonymous users come in otherwise. */
export function pureFtpdAnonymous(files: readonly FileRecord[]): AnonymousAnswer {
  const said = files.flatMap((file) =>
    file.lines.flatMap((line, index) => {
      const own = file.path.endsWith('/NoAnonymous')
        ? /\S+/.exec(line)?.[0]
        : /^\s*NoAnonymous\s+(\S+)/i.exec(line)?.[1];
      return own === undefined ? [] : [{ value: own, source: `${file.path}:${index + 1}` }];
    }),
  );
  const last = said.at(-1);
  const expected = 'NoAnonymous yes';
  if (!last)
    return { anonymous: true, proof: { source: 'pure-ftpd', found: 'NoAnonymous unset, built-in no', expected } };
  const off = /^(?:yes|on|1)$/i.test(last.value);
  return { anonymous: !off, proof: { source: last.source, found: `NoAnonymous ${last.value}`, expected } };
}

/**
 * ProFTPD: an `<Anonymous>` block in the main file or in what it includes lets anonymous users in, unless it stands in an
 * `<IfDefine>` of a name that is not defined, or its own `<Limit LOGIN>` denies all. `files` are all that were read.
 */
export function proftpdAnonymous(
  main: FileRecord,
  files: readonly FileRecord[],
  defined: readonly string[],
): AnonymousAnswer {
  const names = new Set(defined);
  const found: { source: string; line: string; denied: boolean }[] = [];
  const open: { kind: string; argument: string }[] = [];
  const skipped = (): boolean =>
    open.some(
      ({ kind, argument }) => kind === 'ifdefine' && names.has(argument.replace('!', '')) === argument.startsWith('!'),
    );
  const walk = (file: FileRecord, depth: number): void => {
    for (const [index, raw] of file.lines.entries()) {
      const line = raw.trim();
      const parts = /^(<?\/?)(\w+)\s*(.*?)\s*>?$/.exec(line);
      if (!parts) continue;
      const [, mark, name = '', rest = ''] = parts;
      const key = name.toLowerCase();
      if (mark === '</') {
        const block = open.findLast(({ kind }) => kind === key);
        if (block) open.length = open.lastIndexOf(block);
      } else if (mark === '<') {
        if (key === 'anonymous' && !skipped()) found.push({ source: `${file.path}:${index + 1}`, line, denied: false });
        open.push({ kind: key, argument: rest });
      } else if (skipped()) continue;
      else if (key === 'define') names.add(rest);
      else if (key === 'include' && depth < 8) for (const one of included(rest, files)) walk(one, depth + 1);
      else if (
        key === 'denyall' &&
        open.some(({ kind }) => kind === 'anonymous') &&
        open.some(({ kind, argument }) => kind === 'limit' && argument.toLowerCase() === 'login')
      )
        for (const block of found.slice(-1)) block.denied = true;
    }
  };
  walk(main, 0);
  const block = found.find((one) => !one.denied);
  const expected = 'no <Anonymous> block';
  return block
    ? { anonymous: true, proof: { source: block.source, found: block.line, expected } }
    : { anonymous: false, proof: { source: main.path, found: 'no <Anonymous> block that lets in', expected } };
}

/** The files that a path, a folder or a glob in the last part names. */
function included(target: string, files: readonly FileRecord[]): FileRecord[] {
  const path = target.replaceAll('"', '').replace(/\/$/, '');
  const pattern = path
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  const match = new RegExp(`^${pattern}(?:/[^/]+)?$`);
  return files.filter((file) => match.test(file.path));
}
