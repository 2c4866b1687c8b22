// Text as PostgreSQL can hold it: hosts and tags may say what neither text nor jsonb takes.

/** Stands for the NUL character, which PostgreSQL refuses in text and jsonb (U+2400, SYMBOL FOR NULL). */
const nulSymbol = '\u2400';

/** Takes any string; gives it with NUL shown as `␀` and each lone surrogate as U+FFFD. */
export function storableText(value: string): string {
  return value.toWellFormed().replaceAll('\0', nulSymbol);
}

/** As `storableText`, for a column that may be empty. */
export function storableTextOrNull(value: string | null): string | null {
  return value === null ? null : storableText(value);
}

/** Takes a JSON value; gives its text for a jsonb column, with keys and strings treated as `storableText` does. */
export function storableJson(value: unknown): string {
  // An escaped backslash is matched first, so that the six characters "\u0000" in a host's text stay as they are.
  return JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g, (escape) => {
    if (escape === '\\\\') return escape;
    return escape === '\\u0000' ? nulSymbol : '\uFFFD';
  });
}
