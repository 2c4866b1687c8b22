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

/** So many lines are shown. */
const saidMax = 20;

/**
 * `iptables -S INPUT`, or the filter table of a file of iptables-save, and the same of ip6tables. Rules of Docker and kube-proxy stand
 * in other chains.
 */
export function iptablesFilter(lines: readonly string[], linesIpv6: readonly string[] = []): PacketFilter | null {
  const rules = lines.map((line) => line.trim()).filter((line) => /^(?:-P INPUT|:INPUT|-A INPUT) /.test(line));
  if (rules.length === 0) return null;
  const policy = rules.some((rule) => /^(?:-P |:)INPUT (?:DROP|REJECT)\b/.test(rule));
  const filter = filterOf('iptables', rules, policy, rules.map(iptablesRule));
  return { ...filter, deniesIpv6: iptablesFilter(linesIpv6)?.denies === true };
}

/** Chains of `nft list ruleset` or of its file that hook into input; null where there is none. */
export function nftablesFilter(lines: readonly string[]): PacketFilter | null {
  const filters: { family: string; filter: PacketFilter }[] = [];
  let family = '';
  let chain: string[] | null = null;
  for (const raw of lines) {
    const line = raw.trim();
    family = /^table (\w+) /.exec(line)?.[1] ?? family;
    if (/^chain \S+ \{/.test(line)) chain = [];
    else if (line === '}' && !braceOpen(chain?.at(-1))) {
      const head = chain?.find((one) => /^type filter hook input\b/.test(one));
      if (chain && head !== undefined) {
        const rules = chain.filter((one) => one !== head).map(nftablesRule);
        filters.push({ family, filter: filterOf('nftables', chain, /policy drop/.test(head), rules) });
      }
      chain = null;
    } else if (chain && braceOpen(chain.at(-1))) chain.push(`${chain.pop()} ${line}`);
    else if (chain && line !== '' && !line.startsWith('#')) chain.push(line);
  }
  const of = (wanted: string): PacketFilter[] =>
    filters.filter((one) => one.family === 'inet' || one.family === wanted).map((one) => one.filter);
  const all = of('ip');
  const ipv4 = all.find((one) => one.denies) ?? all[0];
  return ipv4 ? { ...ipv4, deniesIpv6: of('ip6').some((one) => one.denies) } : null;
}

/** `firewall-cmd --list-all-zones`: the zones that are bound to an interface, and the default zone. null where none is shown. */
export function firewalldFilter(lines: readonly string[], defaultZone: string): PacketFilter | null {
  const zones: { name: string; active: boolean; keys: Map<string, string> }[] = [];
  for (const line of lines) {
    const name = /^\S+/.exec(line)?.[0];
    const colon = line.indexOf(':');
    if (name !== undefined) zones.push({ name, active: / \(.*active\)/.test(line), keys: new Map() });
    else zones.at(-1)?.keys.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  const bound = zones.filter(
    (zone) => zone.name === defaultZone || (zone.active && zone.keys.get('interfaces') !== ''),
  );
  if (bound.length === 0) return null;
  const denies = !bound.some((zone) => zone.keys.get('target') === 'ACCEPT');
  const open = bound.flatMap((zone) => ['services', 'ports'].flatMap((key) => zone.keys.get(key)?.match(/\S+/g) ?? []));
  return {
    tool: 'firewalld',
    denies,
    deniesIpv6: denies,
    openToAll: denies ? open : ['all'],
    said: bound.slice(0, saidMax).map((zone) => {
      const shown = ['target', 'interfaces', 'sources', 'services', 'ports'].map(
        (key) => `${key}: ${zone.keys.get(key) ?? ''}`,
      );
      return `${zone.name}: ${shown.join('; ')}`;
    }),
  };
}

/** `ufw status verbose`; null where it is not active. */
export function ufwFilter(lines: readonly string[]): PacketFilter | null {
  if (!lines.includes('Status: active')) return null;
  const denies = lines.some((line) => /^Default: (?:deny|reject) \(incoming\)/.test(line));
  // Rules of IPv6 are marked at both ends.
  const everybody = lines.flatMap((line) => /(\S.*?)\s{2,}(?:ALLOW|LIMIT)(?: IN)?\s+Anywhere\b/.exec(line)?.[1] ?? []);
  const open = everybody.filter((one) => !one.endsWith(' (v6)'));
  const deniesIpv4 = denies && !open.includes('Anywhere');
  return {
    tool: 'ufw',
    denies: deniesIpv4,
    deniesIpv6: denies && !everybody.includes('Anywhere (v6)'),
    openToAll: deniesIpv4 ? open : ['all'],
    said: lines.filter((line) => /Status:|Default:|ALLOW|LIMIT|DENY|REJECT/.test(line)).slice(0, saidMax),
  };
}

interface Rule {
  readonly ends: 'accept' | 'deny' | 'other';
  /** Bound to loopback, to known connections, to ICMP, or to a source. */
  readonly bound: boolean;
  /** Its conditions; empty where it has none. */
  readonly what: string;
}

function filterOf(
  tool: PacketFilter['tool'],
  said: readonly string[],
  policyDenies: boolean,
  rules: readonly Rule[],
): PacketFilter {
  // What stands behind a rule without conditions is never reached.
  const last = rules.find((rule) => rule.what === '' && rule.ends !== 'other');
  const reached = last ? rules.slice(0, rules.indexOf(last)) : rules;
  const denies = last ? last.ends === 'deny' : policyDenies;
  const open = reached.filter((rule) => rule.ends === 'accept' && !rule.bound).map((rule) => rule.what);
  return { tool, denies, deniesIpv6: denies, openToAll: denies ? open : ['all'], said: said.slice(0, saidMax) };
}

/** True for a rule whose set goes on in the next line. */
function braceOpen(rule = ''): boolean {
  return rule.split('{').length > rule.split('}').length;
}

function iptablesRule(rule: string): Rule {
  const plain = rule.replace(/\s-m comment --comment (?:"[^"]*"|\S+)/, '');
  const target = /\s-j (\S+)/.exec(plain)?.[1];
  const what = plain
    .replace(/\s-j .*/, '')
    .replace('-A INPUT', '')
    .trim();
  // Everybody but a few is nearly everybody.
  const source = /(?<!! )(?:-s (?!0\.0\.0\.0\/0)|--match-set \S+ src|--src-range)/.test(what);
  const known = /-i lo\b|state (?!\S*NEW)\S*(?:ESTABLISHED|RELATED)|-p (?:ipv6-)?icmp/.test(what);
  const denied = target === 'DROP' || target === 'REJECT';
  return { ends: target === 'ACCEPT' ? 'accept' : denied ? 'deny' : 'other', bound: source || known, what };
}

function nftablesRule(rule: string): Rule {
  const plain = rule
    .replace(/\bcomment "[^"]*"/, '')
    .replace(/\blog(?: prefix "[^"]*")?(?: (?:level|flags) \S+)*/, '')
    .replace(/\bcounter(?: packets \d+ bytes \d+)?/, '')
    .replace(/#.*/, '')
    .trim();
  const verdict = /\b(?:accept|drop|reject\b.*)$/.exec(plain);
  const what = plain.slice(0, verdict?.index).trim();
  const source = /\bsaddr (?!!=|0\.0\.0\.0\/0|::\/0)/.test(what);
  const known = /\biif(?:name)? "?lo\b|ct state (?!.*\bnew\b).*(?:established|related)|\bicmp/.test(what);
  const ends = verdict === null ? 'other' : verdict[0] === 'accept' ? 'accept' : 'deny';
  return { ends, bound: source || known, what };
}
