// Text from hosts and APIs made harmless for a terminal and for spreadsheets.

/**
 * No control character reaches the terminal: escape sequences, carriage returns, bidirectional overrides and the like are shown as
 * `\x1b` or `\u202e`. Newlines and tabs become a space.
 */
export function forTerminal(text: string): string {
  return text
    .replace(/[\n\r\t]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(
      /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/**
 * A spreadsheet cell that no program takes for a formula (OWASP, "CSV Injection"): a leading = + - @, tab or return gets an apostrophe,
 * full-width forms included because East Asian input methods make formulas of them. Control characters XML cannot hold are shown as codes.
 */
export function forSpreadsheet(text: string): string {
  const clean = text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g,
    (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(clean) ? `'${clean}` : clean;
}
