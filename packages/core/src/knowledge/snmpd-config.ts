// Net-SNMP's agent: its communities as the host masked them, its users of version 3 and the addresses it answers on.
// Source: snmpd.conf(5) and snmpd.examples(5) of Net-SNMP 5.9.
import type { FileRecord } from '../records.ts';

/** A community of versions 1 and 2c. Only its length and the kinds of its characters ever leave the host. */
export interface SnmpCommunity {
  /** `rocommunity`, `com2sec`… */
  readonly directive: string;
  readonly length: number;
  /** Of `l` lower case, `u` upper case, `d` digit, `s` special. */
  readonly kinds: string;
  /** `other` unless it is one of the two words that every scanner tries. */
  readonly word: 'public' | 'private' | 'other';
  /** Where requests may come from; empty where the line names no source. */
  readonly from: string;
  readonly source: string;
}

export interface SnmpUser {
  /** Empty where the persistent file keeps it. */
  readonly name: string;
  readonly directive: string;
  /** `noauth`, `auth` or `priv`; empty where the line says nothing. */
  readonly level: string;
  /** Masked passphrases of `createUser`. */
  readonly phrases: readonly { readonly length: number; readonly kinds: string }[];
  readonly source: string;
}

export interface SnmpConfig {
  readonly communities: readonly SnmpCommunity[];
  readonly users: readonly SnmpUser[];
  /** The last of `agentaddress`; empty where unset, which means every address. */
  readonly addresses: readonly string[];
  readonly addressSource: string;
}

/** Reads masked files: a secret stands as `LENGTH:KINDS:WORD`. */
export function snmpConfig(files: readonly FileRecord[]): SnmpConfig {
  const communities: SnmpCommunity[] = [];
  const users: SnmpUser[] = [];
  let [addresses, addressSource]: [string[], string] = [[], ''];
  for (const file of files.filter(({ state, type }) => state === 'present' && type === 'file'))
    for (const [index, text] of file.lines.entries()) {
      const [word = '', ...rest] = text.trim().split(/\s+/);
      const directive = word.toLowerCase();
      const source = `${file.path}:${index + 1}`;
      const community = communityOf(directive, rest, source);
      if (community) communities.push(community);
      else if (/^(?:rouser|rwuser|authuser|createuser|usmuser)$/.test(directive))
        users.push(userOf(directive, rest, source));
      else if (directive === 'agentaddress')
        [addresses, addressSource] = [rest.join(',').split(',').filter(Boolean), source];
    }
  return { communities, users, addresses, addressSource };
}

function communityOf(directive: string, words: readonly string[], source: string): SnmpCommunity | null {
  const at = words.findIndex((word) => masked(word) !== null);
  const secret = masked(words[at] ?? '');
  if (!secret || !/^(?:r[ow]community6?|com2sec6?|com2secunix|authcommunity)$/.test(directive)) return null;
  // com2sec names the source before the community, the others after it.
  const from = (directive.startsWith('com2sec') ? words[at - 1] : words[at + 1]) ?? '';
  return { directive, ...secret, from: /^[.-]/.test(from) ? '' : from, source };
}

function userOf(directive: string, words: readonly string[], source: string): SnmpUser {
  const phrases = words.flatMap((word) => masked(word) ?? []);
  // `-s MODEL` and `-e ENGINE` stand before the name.
  const plain = words.filter((word, at) => !word.startsWith('-') && !/^-[se]$/.test(words[at - 1] ?? ''));
  const [name = '', ...more] = plain;
  const level = more.find((word) => /^(?:noauth|auth|priv)$/i.test(word)) ?? '';
  return { name, directive, level: level.toLowerCase(), phrases, source };
}

function masked(word: string): Pick<SnmpCommunity, 'length' | 'kinds' | 'word'> | null {
  const parts = /^(\d+):(l?u?d?s?):(public|private|other)$/.exec(word);
  if (!parts) return null;
  const found = parts[3] === 'public' || parts[3] === 'private' ? parts[3] : 'other';
  return { length: Number(parts[1]), kinds: parts[2] ?? '', word: found };
}

/** Letters and digits in 10 characters, or with special ones in 8 (KISA 2026 U-60). */
const guideLengths = { plain: 10, special: 8 };

/** Whether a secret has letters and digits, and the length that is asked of its kinds. */
export function complexEnough(
  secret: { readonly length: number; readonly kinds: string },
  lengths: { readonly plain: number; readonly special: number } = guideLengths,
): boolean {
  const mixed = /[lu]/.test(secret.kinds) && secret.kinds.includes('d');
  const least = secret.kinds.includes('s') ? Math.min(lengths.plain, lengths.special) : lengths.plain;
  return mixed && secret.length >= least;
}

/** Whether a source of requests is everybody: absent, `default`, or a network of the whole Internet. */
export function fromEverybody(source: string): boolean {
  return source === '' || /^(?:default|0(?:\.0){0,3}(?:\/0+(?:\.0){0,3})?|::(?:\/0)?)$/i.test(source);
}

/** Whether an agent address is of the host itself: `udp:127.0.0.1:161`, `localhost`, `udp6:[::1]:161`, a socket file. */
export function agentOnLoopback(address: string): boolean {
  const place = address.replace(/(?:udp|tcp|udp6|tcp6|udpv6|tcpv6|udpipv6|tcpipv6|dtlsudp|tlstcp|ssh):/i, '');
  return /^(?:unix:.*|\/.*|127(?:\.\d+){3}(?::\d+)?|localhost(?::\d+)?|\[::1\](?::\d+)?|::1)$/i.test(place);
}
