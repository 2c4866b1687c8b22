// The selectors of syslog: which facility and severity a rule keeps, in the classic form that rsyslog still reads.
// Source: rsyslog.conf(5) of rsyslog 8.2, syslog(3).
import type { FileRecord } from '../records.ts';

export interface SyslogRule {
  readonly selector: string;
  readonly action: string;
  readonly source: string;
  /** True for `~` and `stop`: what it takes, no later rule sees. */
  readonly ends: boolean;
}

const severities = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
const other: Readonly<Record<string, string>> = { panic: 'emerg', error: 'err', warn: 'warning' };

/** One line `facility.severity action`; null where it is no such line, or writes to /dev/null. */
export function syslogRule(text: string, source: string): SyslogRule | null {
  const parts = /^\s*([a-z0-9*][a-z0-9*,.;!=]*\.[a-z0-9*,.;!=]+)\s+(\S.*?)\s*$/i.exec(text);
  const [selector, action] = [parts?.[1] ?? '', parts?.[2] ?? ''];
  if (!parts || /^-?\/dev\/null\b/.test(action)) return null;
  return { selector: selector.toLowerCase(), action, source, ends: /^(?:~|stop\b)/.test(action) };
}

/** The rules of a file, and those of the files that it includes at their places. `include<TAB>PATTERN` is how the probe writes such a line. */
export function syslogRules(main: FileRecord, others: readonly FileRecord[], depth = 0): SyslogRule[] {
  return main.lines.flatMap((text, index) => {
    const pattern = syslogInclude(text);
    if (pattern === null) return syslogRule(text, `${main.path}:${index + 1}`) ?? [];
    // A circle of includes ends here.
    if (depth > 4) return [];
    return others.filter((file) => covers(pattern, file.path)).flatMap((file) => syslogRules(file, others, depth + 1));
  });
}

/** The pattern of an include line as the probe writes it, else null. */
export function syslogInclude(text: string): string | null {
  return /^include\t(\S+)$/.exec(text)?.[1] ?? null;
}

/** Whether a pattern of one folder (`/etc/rsyslog.d/*.conf`, or the folder itself) takes a path. */
function covers(pattern: string, path: string): boolean {
  const cut = path.lastIndexOf('/') + 1;
  if (pattern === path.slice(0, cut)) return true;
  if (pattern.slice(0, pattern.lastIndexOf('/') + 1) !== path.slice(0, cut)) return false;
  const words = pattern.slice(pattern.lastIndexOf('/') + 1).split('*');
  const name = path.slice(cut);
  const [first = '', ...rest] = words;
  if (rest.length === 0) return name === first;
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  return rest.every((word) => {
    const found = name.indexOf(word, at);
    at = found + word.length;
    return found >= 0 && at <= name.length - last.length;
  });
}

/** The rule that keeps a message of this facility and severity: the first that takes it, unless one before ends it. */
export function keepingRule(rules: readonly SyslogRule[], facility: string, severity: string): SyslogRule | undefined {
  const first = rules.find(({ selector }) => selects(selector, facility, severity));
  return first?.ends === false ? first : undefined;
}

/** Whether a selector takes a message of this facility and severity; its parts hold from left to right. */
export function selects(selector: string, facility: string, severity: string): boolean {
  let taken = false;
  for (const part of selector.split(';')) {
    const dot = part.lastIndexOf('.');
    const facilities = part.slice(0, dot).split(',');
    if (!facilities.includes('*') && !facilities.includes(facility)) continue;
    const marks = /^([!=]*)(.*)$/.exec(part.slice(dot + 1));
    const [mark, name] = [marks?.[1] ?? '', marks?.[2] ?? ''];
    if (name === 'none') taken = false;
    else if (matches(name, mark.includes('='), severity)) taken = !mark.includes('!');
  }
  return taken;
}

function matches(name: string, exactly: boolean, severity: string): boolean {
  if (name === '*') return true;
  const least = severities.indexOf(other[name] ?? name);
  const asked = severities.indexOf(severity);
  return exactly ? least === asked : least >= 0 && asked <= least;
}
