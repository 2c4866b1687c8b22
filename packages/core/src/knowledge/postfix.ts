// Postfix's main.cf and master.cf: logical lines, the SMTP servers and what `-o` overrides for each, and whether the relay rules leave it open.
// Sources: postconf(5), master(5) and postconf(1) of Postfix 3.8.
import type { FileRecord } from '../records.ts';

export interface PostfixSetting {
  readonly key: string;
  readonly value: string;
  /** `path:line`. */
  readonly source: string;
}

/** One inet line of master.cf that runs smtpd. */
export interface SmtpServer {
  /** `smtp`, `submission`, `127.0.0.1:10025`. */
  readonly name: string;
  readonly source: string;
  readonly overrides: readonly PostfixSetting[];
}

interface LogicalLine {
  readonly text: string;
  readonly source: string;
}

/** Settings of main.cf in its order; the last of a repeated key holds. Values are not expanded. */
export function postfixMain(file: FileRecord | undefined): PostfixSetting[] {
  return logicalLines(file).flatMap(({ text, source }) => {
    const parts = /^([A-Za-z0-9_]+)\s*=\s*(.*)/s.exec(text);
    return parts ? [{ key: parts[1] ?? '', value: parts[2] ?? '', source }] : [];
  });
}

/** The inet services of master.cf that run smtpd, with their `-o key=value` and `-o { key = value }`. */
export function smtpServers(file: FileRecord | undefined): SmtpServer[] {
  return logicalLines(file).flatMap(({ text, source }) => {
    const [name = '', kind, , , , , , program = ''] = text.split(/\s+/);
    if (kind !== 'inet' || program !== 'smtpd') return [];
    const overrides = [...text.matchAll(/\s-o\s*(?:\{\s*([A-Za-z0-9_]+)\s*=([^}]*)\}|([A-Za-z0-9_]+)=(\S*))/g)].map(
      (found) => ({ key: found[1] ?? found[3] ?? '', value: (found[2] ?? found[4] ?? '').trim(), source }),
    );
    return [{ name, source, overrides }];
  });
}

/** A line that begins with a blank goes on with the line before it; comments and empty lines count for nothing (postconf(5)). */
function logicalLines(file: FileRecord | undefined): LogicalLine[] {
  const lines: { text: string; source: string }[] = [];
  if (!file) return [];
  for (const [index, text] of file.lines.entries()) {
    if (/^\s*(?:#|$)/.test(text)) continue;
    const last = lines.at(-1);
    if (/^\s/.test(text) && last) last.text += ` ${text.trim()}`;
    else lines.push({ text: text.trim(), source: `${file.path}:${index + 1}` });
  }
  return lines;
}

/** Puts the values of `$name`, `${name}` and `$(name)` in; a name that nobody knows stays as it is. */
export function postfixExpand(value: string, known: (key: string) => string | undefined, depth = 0): string {
  if (depth > 10) return value;
  return value.replace(/\$(?:([A-Za-z0-9_]+)|\{([A-Za-z0-9_]+)\}|\(([A-Za-z0-9_]+)\))/g, (whole, a, b, c) => {
    const found = known(String(a ?? b ?? c));
    return found === undefined ? whole : postfixExpand(found, known, depth + 1);
  });
}

/** Whether a restriction list turns strangers away before it permits everybody. */
export function refusesStrangers(list: string): boolean {
  // `warn_if_reject` only logs what the next one would have refused.
  for (const word of list.replace(/\bwarn_if_reject[\s,]+\S+/g, '').split(/[\s,]/)) {
    if (/^(?:reject|defer|(?:reject|defer)_unauth_destination)$/.test(word)) return true;
    if (word === 'permit') return false;
  }
  return false;
}

/** Whether a list of networks holds the whole Internet. */
export function holdsEverybody(networks: string): boolean {
  return networks.split(/[\s,]/).some((network) => /^(?!!).*\/0+$|^static:all$/.test(network));
}

/** Whether all of these addresses are those of the host itself. */
export function loopbackOnly(addresses: string): boolean {
  const all = addresses.match(/[^\s,;]+/g) ?? [];
  return all.length > 0 && all.every((one) => /^(?:loopback-only|localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(one));
}
