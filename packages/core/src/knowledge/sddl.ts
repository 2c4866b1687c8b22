// Security descriptors as text (SDDL): who is allowed what. Source: Microsoft, [MS-DTYP] 2.5.1 Security Descriptor Description Language.

export interface AccessEntry {
  /** `A` allows, `D` denies; others audit or are conditional. */
  readonly type: string;
  /** Inheritance: `OICI`, `ID`; `IO` is for what lies below alone. */
  readonly flags: string;
  /** `FA`, `0x1301bf`, `GA`… as written. */
  readonly rights: string;
  /** A SID, or its two-letter alias spelt out where we know it. */
  readonly sid: string;
}

export interface AccessControl {
  readonly owner: string;
  /** Null where the descriptor has no list at all: then everybody may do everything. */
  readonly entries: readonly AccessEntry[] | null;
}

/** The aliases that stand for accounts of every Windows. */
const aliases: Readonly<Record<string, string>> = {
  WD: 'S-1-1-0',
  CO: 'S-1-3-0',
  CG: 'S-1-3-1',
  NU: 'S-1-5-2',
  IU: 'S-1-5-4',
  SU: 'S-1-5-6',
  AN: 'S-1-5-7',
  PS: 'S-1-5-10',
  AU: 'S-1-5-11',
  RC: 'S-1-5-12',
  SY: 'S-1-5-18',
  LS: 'S-1-5-19',
  NS: 'S-1-5-20',
  BA: 'S-1-5-32-544',
  BU: 'S-1-5-32-545',
  BG: 'S-1-5-32-546',
  PU: 'S-1-5-32-547',
  AO: 'S-1-5-32-548',
  SO: 'S-1-5-32-549',
  PO: 'S-1-5-32-550',
  BO: 'S-1-5-32-551',
  RD: 'S-1-5-32-555',
  AC: 'S-1-15-2-1',
};

/** What people call the SIDs that matter here. */
const names: Readonly<Record<string, string>> = {
  'S-1-1-0': 'Everyone',
  'S-1-3-0': 'CREATOR OWNER',
  'S-1-5-7': 'ANONYMOUS LOGON',
  'S-1-5-9': 'ENTERPRISE DOMAIN CONTROLLERS',
  'S-1-5-11': 'Authenticated Users',
  'S-1-5-17': 'IUSR',
  'S-1-5-18': 'SYSTEM',
  'S-1-5-19': 'LOCAL SERVICE',
  'S-1-5-20': 'NETWORK SERVICE',
  'S-1-5-32-544': 'Administrators',
  'S-1-5-32-545': 'Users',
  'S-1-5-32-546': 'Guests',
  'S-1-5-32-547': 'Power Users',
  'S-1-5-32-548': 'Account Operators',
  'S-1-5-32-549': 'Server Operators',
  'S-1-5-32-550': 'Print Operators',
  'S-1-5-32-551': 'Backup Operators',
  'S-1-5-32-555': 'Remote Desktop Users',
};

export const everyoneSid = 'S-1-1-0';
export const administratorsSid = 'S-1-5-32-544';
export const systemSid = 'S-1-5-18';

/** The name of a well-known SID with the SID, else what was given. */
export function sidName(sid: string): string {
  const known = names[sid];
  return known === undefined ? sid : `${known} (${sid})`;
}

/** Reads a descriptor; null where the text is none. */
export function accessControl(sddl: string): AccessControl | null {
  const parts = new Map<string, string>();
  // A part begins at `X:` outside parentheses; a SID holds no colon.
  for (const match of sddl.matchAll(/([OGDS]):((?:[^():]|\([^)]*\))*?)(?=[OGDS]:|$)/g))
    parts.set(match[1] ?? '', match[2] ?? '');
  const list = parts.get('D');
  const owner = sidOf(parts.get('O') ?? '');
  if (list === undefined) return parts.has('O') ? { owner, entries: null } : null;
  if (/^[A-Z_]*NO_ACCESS_CONTROL/.test(list)) return { owner, entries: null };
  const entries = [...list.matchAll(/\(([^)]*)\)/g)].map((match): AccessEntry => {
    const [type = '', flags = '', rights = '', , , sid = ''] = (match[1] ?? '').split(';');
    return { type, flags, rights, sid: sidOf(sid) };
  });
  return { owner, entries };
}

/** The entries that allow something here, not only below. */
export function allowedHere(control: AccessControl): readonly AccessEntry[] {
  return allowing(control).filter(({ flags }) => !flags.includes('IO'));
}

/** The entries by which a SID is allowed something, here or below. */
export function allowedTo(control: AccessControl, sid: string): readonly AccessEntry[] {
  return allowing(control).filter((entry) => entry.sid === sid);
}

function allowing({ entries }: AccessControl): readonly AccessEntry[] {
  const all = entries ?? [{ type: 'A', flags: '', rights: 'FA', sid: everyoneSid }];
  return all.filter(({ type }) => type === 'A' || type === 'XA');
}

const writing = /GA|GW|FA|FW|WD|WO|SD|DC|KA|KW/;
/** FILE_WRITE_DATA, FILE_APPEND_DATA, DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_ALL, GENERIC_WRITE. */
const writingBits = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;

/** True where an entry lets its holder change something. */
export function mayWrite(entry: AccessEntry): boolean {
  if (/^0x[0-9a-f]{1,8}$/i.test(entry.rights)) return (Number.parseInt(entry.rights, 16) & writingBits) !== 0;
  return entry.rights.match(/../g)?.some((right) => writing.test(right)) ?? false;
}

function sidOf(text: string): string {
  return aliases[text] ?? text;
}
