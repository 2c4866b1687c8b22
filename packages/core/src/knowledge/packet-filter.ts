// Which packet filters bound who may connect: the input chains of nftables and iptables, the zones of firewalld, the status of ufw.
export interface PacketFilter {
  readonly tool: 'nftables' | 'iptables' | 'firewalld' | 'ufw';
  /** True where what no rule allows is dropped or rejected. An active filter whose policy accepts everything bounds nothing. */
  readonly denies: boolean;
  /** True where the same holds for IPv6. */
  readonly deniesIpv6: boolean;
  /** What it allows from every address: `tcp dport 22`, `ssh`, `443/tcp`, or `all`. */
  readonly openToAll: readonly string[];
  /** The lines that say so, at most twenty. */
  readonly said: readonly string[];
}

/**
 * `iptables -S INPUT`, or the filter table of a file of iptables-save, and the same of ip6tables. Rules of Docker and kube-proxy stand
 * in other chains.
 */
export function iptablesFilter(lines: readonly string[], linesIpv6: readonly string[] = []): PacketFilter | null {
  const rules = lines.map((line) => line.trim()).filter((line) => /^(?:-P INPUT|:INPUT|-A INPUT) /.test(line));
  if (rules.length === 0) return null;
  const policy = rules.some((rule) => /^(?:-P|:)\s*INPUT (?:DROP|REJECT)\b/.test(rule));
  const filter = filterOf('iptables', rules, policy, rules.filter((rule) => rule.startsWith('-A')).map(iptablesRule));
  return { ...filter, deniesIpv6: linesIpv6.length > 0 && iptablesFilter(linesIpv6)?.denies === true };
}

/** Chains of `nft list ruleset` or of its file that hook into input; null where there is none. */
export function nftablesFilter(lines: readonly string[]): PacketFilter | null {
  const filters: { family: string; filter: PacketFilter }[] = [];
  let [chain, family]: [string[] | null, string] = [null, ''];
  for (const raw of lines) {
    const line = raw.trim();
    family = /^table (\w+) /.exec(line)?.[1] ?? family;
    if (/^chain \S+ \{/.test(line)) chain = [];
    else if (/^\}\s*$/.test(line) && !braceOpen(chain?.at(-1))) {
      const head = chain?.find((one) => /\bhook input\b/.test(one));
      if (chain && head && /^type filter\b/.test(head)) {
        const rules = chain.filter((one) => one !== head).map(nftablesRule);
        filters.push({ family, filter: filterOf('nftables', chain, /policy drop/.test(head), rules) });
      }
      chain = null;
    } else if (chain && braceOpen(chain.at(-1))) chain.push(`${chain.pop()} ${line}`);
    else if (chain && line !== '' && !line.startsWith('#')) chain.push(line);
  }
  const of = (wanted: string): PacketFilter[] =>
    filters.filter((one) => one.family === 'inet' || one.family === wanted).map((one) => one.filter);
  const ipv4 = of('ip').find((one) => one.denies) ?? of('ip')[0];
  return ipv4 ? { ...ipv4, deniesIpv6: of('ip6').some((one) => one.denies) } : null;
}

/** `firewall-cmd --list-all-zones`: the zones that are bound to an interface, and the default zone. null where none is shown. */
export function firewalldFilter(lines: readonly string[], defaultZone: string): PacketFilter | null {
  const zones: { name: string; active: boolean; keys: Map<string, string> }[] = [];
  for (const line of lines) {
    const head = /^(\S+)(.*)$/.exec(line);
    const parts = /^\s+([a-z -]+):\s*(.*)$/.exec(line);
    if (head) zones.push({ name: head[1] ?? '', active: /active/.test(head[2] ?? ''), keys: new Map() });
    else if (parts) zones.at(-1)?.keys.set(parts[1] ?? '', (parts[2] ?? '').trim());
  }
  const bound = zones.filter(
    (zone) => zone.name === defaultZone || (zone.active && zone.keys.get('interfaces') !== ''),
  );
  if (bound.length === 0) return null;
  const accepts = bound.filter((zone) => zone.keys.get('target') === 'ACCEPT');
  const open = bound.flatMap((zone) =>
    [zone.keys.get('services') ?? '', zone.keys.get('ports') ?? ''].flatMap((list) => list.split(/\s+/)),
  );
  return {
    tool: 'firewalld',
    denies: accepts.length === 0,
    deniesIpv6: accepts.length === 0,
    openToAll: accepts.length > 0 ? ['all'] : open.filter((one) => one !== ''),
    said: bound.slice(0, 20).map((zone) => {
      const shown = ['target', 'interfaces', 'sources', 'services', 'ports'].map(
        (key) => `${key}: ${zone.keys.get(key) ?? ''}`,
      );
      return `${zone.name}: ${shown.join('; ')}`;
    }),
  };
}

/** `ufw status verbose`; null where it is not active. */
export function ufwFilter(lines: readonly string[]): PacketFilter | null {
  if (!lines.some((line) => line.startsWith('Status: active'))) return null;
  const denies = lines.some((line) => /^Default: (?:deny|reject) \(incoming\)/.test(line));
  const open = lines.flatMap(
    (line) => /^(\S.*?)\s{2,}(?:ALLOW|LIMIT)(?: IN)?\s+Anywhere\b(?! \(v6\))/.exec(line)?.[1] ?? [],
  );
  return {
    tool: 'ufw',
    denies: denies && !open.includes('Anywhere'),
    deniesIpv6: denies,
    openToAll: open.includes('Anywhere') || !denies ? ['all'] : open,
    said: lines.filter((line) => /^(?:Status|Default):|(?:ALLOW|LIMIT|DENY|REJECT)/.test(line)).slice(0, 20),
  };
}

interface Rule {
  readonly ends: 'accept' | 'deny' | 'other';
  /** No condition at all. */
  readonly bare: boolean;
  /** Bound to loopback, to known connections, to ICMP, or to a source. */
  readonly bound: boolean;
  readonly what: string;
}

function filterOf(
  tool: PacketFilter['tool'],
  said: readonly string[],
  policyDenies: boolean,
  rules: readonly Rule[],
): PacketFilter {
  // What stands behind a rule without conditions is never reached.
  const end = rules.findIndex((rule) => rule.bare && rule.ends !== 'other');
  const reached = end < 0 ? rules : rules.slice(0, end);
  const denies = end < 0 ? policyDenies : rules[end]?.ends === 'deny';
  const open = reached.filter((rule) => rule.ends === 'accept' && !rule.bound).map((rule) => rule.what);
  return { tool, denies, deniesIpv6: denies, openToAll: denies ? open : ['all'], said: said.slice(0, 20) };
}

/** True for a rule whose set goes on in the next line. */
function braceOpen(rule = ''): boolean {
  return rule.split('{').length > rule.split('}').length;
}

function iptablesRule(rule: string): Rule {
  const target = /\s-j (\S+)/.exec(rule)?.[1] ?? '';
  const conditions = rule
    .replace(/^-A INPUT/, '')
    .replace(/\s-j .*$/, '')
    .replace(/\s-m comment --comment (?:"[^"]*"|\S+)/, '')
    .trim();
  // Everybody but a few is nearly everybody.
  const named = conditions.replace(/(?:^|\s)! (?:-s|--match-set|--src-range) \S+/g, '');
  const source = /(?:^|\s)-s (?!0\.0\.0\.0\/0)\S+|--match-set|--src-range/.test(named);
  const known = /-i lo\b|(?:ct)?state \S*(?:ESTABLISHED|RELATED)(?!\S*NEW)|-p (?:ipv6-)?icmp/.test(conditions);
  return {
    ends: target === 'ACCEPT' ? 'accept' : /^(?:DROP|REJECT)$/.test(target) ? 'deny' : 'other',
    bare: conditions === '',
    bound: source || known,
    what: conditions || 'all',
  };
}

function nftablesRule(rule: string): Rule {
  const plain = rule
    .replace(/\s*#.*$/, '')
    .replace(/\bcounter(?: packets \d+ bytes \d+)?/, '')
    .replace(/\bcomment "[^"]*"/, '')
    .replace(/\blog(?: prefix "[^"]*")?(?: (?:level|flags) \S+)*/, '')
    .trim();
  const [, conditions = '', verdict = ''] = /^(.*?)\s*\b(accept|drop|reject\b.*)$/.exec(plain) ?? [];
  const source = /\bsaddr (?!!=|0\.0\.0\.0\/0|::\/0)/.test(conditions);
  const known =
    /\biif(?:name)? "?lo"?|ct state (?!.*\bnew\b).*(?:established|related)|\bicmp|\bipv6-icmp|l4proto icmp/.test(
      conditions,
    );
  return {
    ends: verdict === 'accept' ? 'accept' : verdict === '' ? 'other' : 'deny',
    bare: verdict !== '' && conditions.trim() === '',
    bound: source || known,
    what: conditions.trim() || 'all',
  };
}
