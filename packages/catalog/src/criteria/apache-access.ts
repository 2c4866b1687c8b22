// Whom an Apache httpd place lets in: everybody, nobody or some, by Require of 2.4 and by Order, Allow and Deny of before.
// Source: https://httpd.apache.org/docs/2.4/howto/access.html and mod/mod_authz_core.html (AuthMerging Off: the nearest section decides).
import type { ApacheLayer, ApacheNode } from '@bongsu/core';

export interface ApacheAccess {
  readonly kind: 'everybody' | 'nobody' | 'some';
  readonly source: string;
  readonly said: string;
}

const narrowest = ['nobody', 'some', 'everybody'] as const;
const widest = narrowest.toReversed();

/** The nearest layer that says anything; null where none does, which lets everybody in. */
export function apacheAccess(layers: readonly ApacheLayer[]): ApacheAccess | null {
  return layers.flatMap(({ body }) => accessOf(body)).at(-1) ?? null;
}

/** Where both kinds of directives speak, both must let in. */
function accessOf(body: readonly ApacheNode[]): ApacheAccess[] {
  return first([...required(body, widest), ...compatible(body)], narrowest);
}

function first(found: readonly ApacheAccess[], order: readonly ApacheAccess['kind'][]): ApacheAccess[] {
  return order.flatMap((kind) => found.filter((one) => one.kind === kind)).slice(0, 1);
}

/** Of several lines one is enough, unless they stand in <RequireAll>. */
function required(body: readonly ApacheNode[], order: readonly ApacheAccess['kind'][]): ApacheAccess[] {
  const found = body.flatMap(({ key, words, source, body: inner }): ApacheAccess[] => {
    // It lets nobody in by itself, and takes from what stands beside it.
    if (key === 'requirenone') return [{ kind: 'some', source, said: 'RequireNone' }];
    if (key === 'requireall') return required(inner ?? [], narrowest);
    if (key === 'requireany') return required(inner ?? [], widest);
    if (key !== 'require') return [];
    const whom = words.join(' ').toLowerCase();
    const kind = whom === 'all granted' ? 'everybody' : whom === 'all denied' ? 'nobody' : 'some';
    return [{ kind, source, said: `Require ${words.join(' ')}` }];
  });
  return first(found, order);
}

function compatible(body: readonly ApacheNode[]): ApacheAccess[] {
  const lines = body.filter(({ key }) => key === 'order' || key === 'allow' || key === 'deny');
  const named = (wanted: string): string[] =>
    lines.flatMap(({ key, words }) => (key === wanted ? words.map((word) => word.toLowerCase()) : []));
  const [allow, deny] = [named('allow'), named('deny')];
  const order = lines.findLast(({ key }) => key === 'order')?.words[0]?.toLowerCase();
  const said = lines.map(({ key, words }) => [key, ...words].join(' ')).join('; ');
  return lines.slice(-1).map(({ source }) => ({ kind: kindOf(order, allow, deny), source, said }));
}

function kindOf(order: string | undefined, allow: readonly string[], deny: readonly string[]): ApacheAccess['kind'] {
  const [all, none] = [allow.includes('all'), deny.includes('all')];
  // Allow,Deny and Mutual-failure end with a denial for who is not named; Deny,Allow, the built-in, with a welcome.
  if (order === 'allow,deny' || order === 'mutual-failure') {
    if (none || allow.length === 0) return 'nobody';
    return all && deny.length === 0 ? 'everybody' : 'some';
  }
  if (all || !none) return 'everybody';
  return allow.length > 0 ? 'some' : 'nobody';
}
