// The selectors of syslog: which facility and severity a rule keeps, in the classic form that rsyslog still reads.
// Source: rsyslog.conf(5) of rsyslog 8.2, syslog(3).
import type { FileRecord } from '../records.ts';
import { globMatches } from './glob.ts';

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
  const parts = /^([a-z0-9*][a-z0-9*,.;!=]*\.[a-z0-9*,.;!=]+)\s+(\S.*)/i.exec(text.trim());
  if (!parts) return null;
  const [, selector = '', action = ''] = parts;
  if (/^-?\/dev\/null\b/.test(action)) return null;
  return { selector: selector.toLowerCase(), action, source, ends: /^(?:~|stop\b)/.test(action) };
}

/** The rules of a file, and those of the files that it includes at their places. `include<TAB>PATTERN` is how the probe writes such a line. */
export function syslogRules(main: FileRecord, others: readonly FileRecord[], depth = 0): SyslogRule[] {
  return main.lines.flatMap((text, index) => {
    const pattern = syslogInclude(text);
    if (pattern === null) return syslogRule(text, `${main.path}:${index + 1}`) ?? [];
    // A circle of includes ends here.
    if (depth > 4) return [];
    return others
      .filter(({ path }) => globMatches(pattern.replace(/\/$/, '/*'), path))
      .flatMap((file) => syslogRules(file, others, depth + 1));
  });
}

/** The pattern of an include line as the probe writes it, else null. */
export function syslogInclude(text: string): string | null {
  return /^include\t(\S+)$/.exec(text)?.[1] ?? null;
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
    const said = part.slice(dot + 1);
    const name = said.replace(/[!=]+/, '');
    if (name === 'none') taken = false;
    else if (matches(name, said.includes('='), severity)) taken = !said.includes('!');
  }
  return taken;
}

function matches(name: string, exactly: boolean, severity: string): boolean {
  if (name === '*') return true;
  const least = severities.indexOf(other[name] ?? name);
  const asked = severities.indexOf(severity);
  return exactly ? least === asked : asked <= least;
}
