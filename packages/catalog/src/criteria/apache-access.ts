// Whom an Apache httpd place lets in: everybody, nobody or some, by Require of 2.4 and by Order, Allow and Deny of before.
// Source: https://httpd.apache.org/docs/2.4/howto/access.html and mod/mod_authz_core.html (AuthMerging Off: the nearest section decides).
import type { ApacheLayer, ApacheNode } from '@bongsu/core';

export interface ApacheAccess {
  readonly kind: 'everybody' | 'nobody' | 'some';
  readonly source: string;
  readonly said: string;
}

/** The nearest layer that says anything; null where none does, which lets everybody in. */
export function apacheAccess(layers: readonly ApacheLayer[]): ApacheAccess | null {
  return layers.map(({ body }) => accessOf(body)).findLast((access) => access !== null) ?? null;
}

function accessOf(body: readonly ApacheNode[]): ApacheAccess | null {
  const now = required(body, 'any');
  const before = compatible(body);
  if (!now || !before) return now ?? before;
  // Where both speak, both must let in.
  const order = ['nobody', 'some', 'everybody'] as const;
  return order.indexOf(now.kind) <= order.indexOf(before.kind) ? now : before;
}

function required(body: readonly ApacheNode[], how: 'any' | 'all'): ApacheAccess | null {
  const found = body.flatMap((node): ApacheAccess[] => {
    if (node.body !== null) {
      const inner = /^require(?:any|all)$/.test(node.key)
        ? required(node.body, node.key === 'requireall' ? 'all' : 'any')
        : null;
      return inner ? [inner] : [];
    }
    if (node.key !== 'require') return [];
    const said = node.words.join(' ').toLowerCase();
    const kind = said === 'all granted' ? 'everybody' : said === 'all denied' ? 'nobody' : 'some';
    return [{ kind, source: node.source, said: `Require ${node.words.join(' ')}` }];
  });
  const wide = found.find(({ kind }) => kind === 'everybody');
  const narrow = found.find(({ kind }) => kind === 'nobody');
  const some = found.find(({ kind }) => kind === 'some');
  return how === 'all' ? (narrow ?? some ?? wide ?? null) : (wide ?? some ?? narrow ?? null);
}

function compatible(body: readonly ApacheNode[]): ApacheAccess | null {
  const last = (key: string): ApacheNode | undefined => body.findLast((node) => node.key === key && node.body === null);
  const [order, allow, deny] = [last('order'), last('allow'), last('deny')];
  const node = allow ?? deny ?? order;
  if (!node) return null;
  const all = (one: ApacheNode | undefined): boolean => one?.words[1]?.toLowerCase() === 'all';
  const allowFirst = order?.words.join('').toLowerCase() === 'allow,deny';
  const said = [order, allow, deny].flatMap((one) => (one ? [`${one.key} ${one.words.join(' ')}`] : [])).join('; ');
  const at = (kind: ApacheAccess['kind']): ApacheAccess => ({ kind, source: node.source, said });
  // Allow,Deny ends with a denial for who is not named; Deny,Allow, the built-in, with a welcome.
  if (allowFirst)
    return all(deny) ? at('nobody') : all(allow) ? at(deny ? 'some' : 'everybody') : allow ? at('some') : at('nobody');
  return all(allow) || !deny ? at('everybody') : all(deny) ? at(allow ? 'some' : 'nobody') : at('everybody');
}
