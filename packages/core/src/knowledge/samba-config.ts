// smb.conf(5), as far as guests go: sections, names without regard to case and blanks, and who may come in without a password.
export interface SambaSetting {
  /** In small letters; `global` for the settings of the server. */
  readonly section: string;
  /** In small letters and without blanks: `guestok`. Synonyms stand under one name. */
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

const synonyms: Readonly<Record<string, string>> = { public: 'guestok', onlyguest: 'guestonly' };

/** Settings in order. A backslash continues a line; `#` and `;` begin a comment line. Before any section, settings are global. */
export function sambaSettings(lines: readonly string[]): SambaSetting[] {
  const found: SambaSetting[] = [];
  let section = 'global';
  let open: { text: string; line: number } | null = null;
  for (const [index, raw] of lines.entries()) {
    const text: string = (open?.text ?? '') + raw.trim();
    const line: number = open?.line ?? index + 1;
    open = text.endsWith('\\') && index + 1 < lines.length ? { text: text.slice(0, -1), line } : null;
    if (open || /^[#;]/.test(text)) continue;
    const head = /^\[([^\]]*)\]/.exec(text);
    if (head) section = (head[1] ?? '').trim().toLowerCase();
    const parts = head ? null : /^([^=]+)=(.*)/s.exec(text);
    if (!parts) continue;
    const key = (parts[1] ?? '').replace(/\s/g, '').toLowerCase();
    found.push({ section, key: synonyms[key] ?? key, value: (parts[2] ?? '').trim(), line });
  }
  return found;
}

/** `yes`, `true`, `on` and `1`, in any case. */
export function sambaTrue(value: string | undefined): boolean {
  return /^(?:yes|true|on|1)$/i.test(value ?? '');
}

/**
 * The setting that lets guests into each share that has one: its own `guest ok`, or else that of the global section, which is the
 * default of every share. Shares that are switched off (`available = no`) give nothing.
 */
export function sambaGuestShares(settings: readonly SambaSetting[]): SambaSetting[] {
  const last = (section: string, key: string): SambaSetting | undefined =>
    settings.findLast((one) => one.section === section && one.key === key);
  const shares = new Set(settings.map((one) => one.section).filter((section) => section !== 'global'));
  return [...shares].flatMap((share) => {
    const guest = last(share, 'guestok') ?? last('global', 'guestok');
    const off = last(share, 'available');
    if (!guest || !sambaTrue(guest.value) || (off && !sambaTrue(off.value))) return [];
    return [{ ...guest, section: share }];
  });
}
