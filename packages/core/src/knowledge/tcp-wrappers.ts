// hosts_access(5): whom the TCP wrappers let reach a daemon that is linked to them.
import type { FileRecord } from '../records.ts';

export interface WrapperRule {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly allows: boolean;
  readonly daemons: readonly string[];
  readonly clients: readonly string[];
}

/** Rules in order of search: hosts.allow, then hosts.deny; the first that fits decides, and without one access is granted. */
export function wrapperRules(allow: FileRecord | undefined, deny: FileRecord | undefined): WrapperRule[] {
  return [...rulesOf(allow, true), ...rulesOf(deny, false)];
}

/**
 * The rule that turns strangers away from `daemon`: a denial of ALL before which no rule lets ALL in. undefined where there is none.
 */
export function wrapperDenial(rules: readonly WrapperRule[], daemon: string): WrapperRule | undefined {
  const first = rules.find(
    (rule) =>
      (rule.daemons.includes('ALL') || rule.daemons.includes(daemon)) &&
      rule.clients[0] === 'ALL' &&
      (!rule.allows || !rule.clients.includes('EXCEPT')),
  );
  return first?.allows === false ? first : undefined;
}

function rulesOf(file: FileRecord | undefined, allows: boolean): WrapperRule[] {
  if (!file) return [];
  const rules: WrapperRule[] = [];
  let open: string | null = null;
  for (const [index, raw] of file.lines.entries()) {
    const text: string = (open ?? '') + raw.replace(/\r$/, '');
    open = text.endsWith('\\') && index + 1 < file.lines.length ? text.slice(0, -1) : null;
    if (open !== null || /^\s*(#|$)/.test(text)) continue;
    // A colon within brackets belongs to an address of IPv6.
    const [daemons = '', clients = '', ...options] = text
      .replace(/\[[^\]]*\]/g, (address) => address.replace(/[\s:]/g, '_'))
      .split(':');
    const option = options.map((one) => one.trim().toLowerCase());
    rules.push({
      path: file.path,
      line: index + 1,
      text: text.trim(),
      allows: option.includes('deny') ? false : option.includes('allow') || allows,
      daemons: words(daemons),
      clients: words(clients),
    });
  }
  return rules;
}

function words(list: string): string[] {
  return list.match(/[^\s,]+/g) ?? [];
}
