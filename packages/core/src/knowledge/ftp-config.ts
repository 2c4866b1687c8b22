// The settings of the FTP servers: vsftpd's `key=value`, ProFTPD's directives with their includes, Pure-FTPd's two forms, and lists of users.
// Sources: vsftpd.conf(5) 3.0.5; ProFTPD 1.3.8 configuration reference; pure-ftpd.conf of 1.0.50, pure-ftpd-wrapper(8) of Debian.
import type { FileRecord } from '../records.ts';
import type { Setting } from './key-value.ts';

/** vsftpd: no blanks around `=`, `#` only where a line begins, the last of a repeated key holds. Keys in lower case. */
export function vsftpdSettings(file: FileRecord | undefined): Setting[] {
  return lines(file).flatMap(({ text, line, path }) => {
    const parts = /^([a-z0-9_]+)=(.*)/is.exec(text);
    return parts ? [{ key: (parts[1] ?? '').toLowerCase(), value: (parts[2] ?? '').trimEnd(), path, line }] : [];
  });
}

/** Whether a boolean of vsftpd is on; its built-in where nothing sets it (parseconf.c takes YES, TRUE and 1). */
export function vsftpdOn(settings: readonly Setting[], key: string, builtIn: boolean): boolean {
  const setting = settings.findLast((one) => one.key === key);
  return setting ? /^(?:yes|true|1)$/i.test(setting.value) : builtIn;
}

/** ProFTPD's directives of `main` and what it includes, keys in lower case; a section's head is a directive such as `<limit`. */
export function proftpdDirectives(main: string, files: readonly FileRecord[], depth = 0): Setting[] {
  const file = files.find((one) => one.path === main);
  return lines(file).flatMap(({ text, line, path }) => {
    const parts = /^\s*(<?[A-Za-z]+)\s*(.*?)\s*>?\s*$/.exec(text);
    if (!parts) return [];
    const [key, value] = [(parts[1] ?? '').toLowerCase(), parts[2] ?? ''];
    if (key !== 'include') return [{ key, value, path, line }];
    return depth > 5 ? [] : included(value, files).flatMap((one) => proftpdDirectives(one, files, depth + 1));
  });
}

function included(pattern: string, files: readonly FileRecord[]): string[] {
  const wanted = pattern
    .replace(/^["']|["']$/g, '')
    .replace(/\/$/, '/*')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*');
  return files.filter((file) => new RegExp(`^${wanted}$`).test(file.path)).map((file) => file.path);
}

/** Pure-FTPd: `Key value` lines of one file, and files below conf/ whose name is the key. */
export function pureFtpdSettings(files: readonly FileRecord[]): Setting[] {
  return files.flatMap((file) => {
    const key = /^\/etc\/pure-ftpd\/conf\/([A-Za-z]+)$/.exec(file.path)?.[1];
    if (key !== undefined) return lines(file).map(({ text, line, path }) => ({ key, value: text.trim(), path, line }));
    if (!file.path.endsWith('/pure-ftpd.conf')) return [];
    return lines(file).flatMap(({ text, line, path }) => {
      const parts = /^\s*([A-Za-z]+)\s+(\S.*?)\s*$/.exec(text);
      return parts ? [{ key: parts[1] ?? '', value: parts[2] ?? '', path, line }] : [];
    });
  });
}

/** Names in a list of users: one a line, no comment; `name:` of old ftpaccess forms is no name. */
export function listedUsers(file: FileRecord | undefined): { name: string; line: number }[] {
  return lines(file).flatMap(({ text, line }) => {
    const name = /^\s*([^\s#]+)\s*$/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line }];
  });
}

/** Whether a greeting tells which product or version answers. */
export function namesProduct(greeting: string): boolean {
  return /vs-?ftpd|proftpd|pure-?ftpd|wu-?ftpd|filezilla|inetutils|\b\d+\.\d+[a-z]?\b|%V|%v/i.test(
    greeting.replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, ''),
  );
}

function lines(file: FileRecord | undefined): { text: string; path: string; line: number }[] {
  if (file?.state !== 'present' || file.type !== 'file') return [];
  return file.lines
    .map((text, index) => ({ text: text.replace(/\r$/, ''), path: file.path, line: index + 1 }))
    .filter(({ text }) => /\S/.test(text) && !/^\s*#/.test(text));
}
