// The policy file that `secedit /export` writes: sections of `key = value`, numbers, quoted texts and lists of SIDs.
// Format: Microsoft, [MS-GPSB] Group Policy: Security Protocol Extension, 2.2 (Security Descriptor .inf).

export interface SecurityPolicy {
  /** A value of `[System Access]`, `[Kerberos Policy]`, `[Event Audit]`…, without quotes; undefined where the policy does not hold it. */
  value(section: string, key: string): string | undefined;
  /** Who holds a right: SIDs without `*`, or names. Undefined where nobody was ever given or refused it. */
  right(name: string): readonly string[] | undefined;
  readonly sections: readonly string[];
}

/** Reads the lines of the file; names of sections and keys are compared without regard to case. */
export function securityPolicy(lines: readonly string[]): SecurityPolicy {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const line of lines) {
    const text = line.trim();
    const head = /^\[([^\]]+)\]$/.exec(text)?.[1];
    if (head !== undefined) {
      section = sections.get(head.toLowerCase()) ?? new Map<string, string>();
      sections.set(head.toLowerCase(), section);
      continue;
    }
    const at = text.indexOf('=');
    if (at > 0) section.set(text.slice(0, at).trim().toLowerCase(), unquoted(text.slice(at + 1).trim()));
  }
  const value = (name: string, key: string): string | undefined =>
    sections.get(name.toLowerCase())?.get(key.toLowerCase());
  return {
    value,
    right: (name) =>
      value('Privilege Rights', name)
        ?.split(',')
        .map((one) => one.trim().replace(/^\*/, ''))
        .filter((one) => one !== ''),
    sections: [...sections.keys()],
  };
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
