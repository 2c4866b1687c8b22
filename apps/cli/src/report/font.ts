// The Korean font of a report, cut to the characters it uses and carried inside it, so that it prints the same on a machine without one.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Nanum Gothic (OFL 1.1) as @fontsource ships it, in slices by Unicode range; static, because Chromium prints variable fonts as Type 3. */
const sheets = [
  { weight: 400, url: import.meta.resolve('@fontsource/nanum-gothic/400.css') },
  { weight: 700, url: import.meta.resolve('@fontsource/nanum-gothic/700.css') },
];
const face = /src: url\(\.\/(files\/[\w-]+\.woff2)\)[^;]*;\s*unicode-range: ([^;]+);/g;

export const fontFamily = 'Nanum Gothic';

/** `@font-face` rules of the slices that hold one of the characters; about a megabyte for a Korean report. */
export async function fontRules(characters: Iterable<string>): Promise<string> {
  const used = new Set([...characters].map((character) => character.codePointAt(0) ?? 0));
  const rules: string[] = [];
  for (const { weight, url } of sheets)
    for (const [, file = '', ranges = ''] of (await readFile(fileURLToPath(url), 'utf8')).matchAll(face)) {
      if (!holdsAny(ranges, used)) continue;
      const bytes = (await readFile(new URL(file, url))).toString('base64');
      rules.push(
        `@font-face{font-family:'${fontFamily}';font-weight:${weight};src:url(data:font/woff2;base64,${bytes}) format('woff2');unicode-range:${ranges.trim()}}`,
      );
    }
  return rules.join('\n');
}

/** Whether one of the code points lies in a list such as `U+ac00-ac0f,U+ac11`. */
function holdsAny(ranges: string, used: ReadonlySet<number>): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1)
      if (used.has(code)) return true;
    return false;
  });
}
