// Matching with `*` and `?`, as EC2's filters and IAM's policies do.

/** True where the whole text matches; `*` stands for any characters, `?` for one. */
export function globMatches(pattern: string, text: string, ignoreCase = false): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, ignoreCase ? 'is' : 's').test(text);
}
