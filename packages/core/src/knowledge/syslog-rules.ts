// The selectors of syslog: which facility and severity a rule keeps, in the classic form that rsyslog still reads.
// Source: rsyslog.conf(5) of rsyslog 8.2, syslog(3).
import type { FileRecord } from '../records.ts';

export interface SyslogRule {
  readonly selector: string;
  readonly action: string;
  readonly source: string;
}

const severities = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
const other: Readonly<Record<string, string>> = { panic: 'emerg', error: 'err', warn: 'warning' };

/** Lines `facility.severity action`; what is discarded (`~`, `stop`, /dev/null) is no rule that keeps anything. */
export function syslogRules(files: readonly FileRecord[]): SyslogRule[] {
  return files.flatMap((file) =>
    file.lines.flatMap((text, index) => {
      const parts = /^\s*([a-z0-9*][a-z0-9*,.;!=]*\.[a-z0-9*,.;!=]+)\s+(\S.*?)\s*$/i.exec(text);
      const [selector, action] = [parts?.[1] ?? '', parts?.[2] ?? ''];
      if (!parts || /^(?:~|stop\b|-?\/dev\/null\b)/.test(action)) return [];
      return [{ selector: selector.toLowerCase(), action, source: `${file.path}:${index + 1}` }];
    }),
  );
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
