// The texts of errors as the sources write them: what is computed stands as a number, in quotes where they are written, which fits every hole.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Thrown {
  readonly path: string;
  /** As it is written. */
  readonly source: string;
  /** What it may say, each way of a condition once; null where no word of it stands here. */
  readonly texts: readonly string[] | null;
}

/** What makes an error, which of its arguments is the message, and what is written before it. */
const makers: readonly (readonly [maker: RegExp, index: number, before: string])[] = [
  [/\bnew (?:Cli|Flow|Store|Aws)Error\(/g, 1, ''],
  [/\bnew PackArchiveFault\(/g, 0, ''],
  // Of these names only the calls that are given words.
  [/\brefuse\((?=\s*['"`])/g, 0, ''],
  [/\bunfit\((?=\s*['"`])/g, 0, '7 '],
];
const standIn = '7';

/** Of the `.ts` files below a folder that are no tests. */
export function thrownTexts(root: string, folder: string): Thrown[] {
  return sourcesBelow(root, folder).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return makers.flatMap(([maker, index, before]) =>
      [...text.matchAll(maker)].map((found): Thrown => {
        const source = partsOf(text.slice(found.index + found[0].length), ',', true)[index]?.trim() ?? '';
        return { path, source, texts: textsOf(source)?.map((one) => before + one) ?? null };
      }),
    );
  });
}

/** Every literal of a source in its order; comments and patterns are none. */
export function literalsOf(source: string): string[] {
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '').replace(/\/\^[^\n]*?\$\/[a-z]*/g, '');
  const found: string[] = [];
  for (let at = 0; at < code.length; at += 1) {
    if (!`'"\``.includes(code[at] ?? '')) continue;
    const end = closeOf(code, at);
    found.push(...(literalTexts(code.slice(at, end + 1)) ?? []));
    at = end;
  }
  return found;
}

function sourcesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesBelow(root, path);
    return /(?<!\.(?:test|cases|contract|sample))\.ts$/.test(path) ? [path] : [];
  });
}

/** Literals, joined or chosen between; what `say` says is in the reader's language already. */
function textsOf(source: string): readonly string[] | null {
  const written = source.trim();
  if (written.startsWith('say(')) return [];
  const ways = partsOf(written, ' ? ');
  if (ways.length > 1) {
    const branches = partsOf(ways.slice(1).join(' ? '), ' : ').map(textsOf);
    return branches.includes(null) ? null : branches.flatMap((one) => one ?? []);
  }
  const joined = partsOf(written, '+').map((part) => literalTexts(part.trim()));
  return joined.includes(null) ? null : joined.reduce<string[]>((so, next) => together(so, next ?? []), ['']);
}

function together(before: readonly string[], after: readonly string[]): string[] {
  return before.flatMap((one) => after.map((other) => one + other));
}

function literalTexts(written: string): readonly string[] | null {
  const mark = written[0] ?? '';
  if (!`'"\``.includes(mark) || closeOf(written, 0) !== written.length - 1) return null;
  const inside = written.slice(1, -1);
  if (mark !== '`') return [unescaped(inside)];
  let texts = [''];
  for (let at = 0; at < inside.length; ) {
    const hole = inside.indexOf('${', at);
    const plain = inside.slice(at, hole < 0 ? undefined : hole);
    texts = together(texts, [unescaped(plain)]);
    if (hole < 0) break;
    const end = closeOf(inside, hole + 1);
    const held = inside.slice(hole + 2, end);
    texts = together(texts, textsOf(held) ?? [held.startsWith('JSON.stringify(') ? `"${standIn}"` : standIn]);
    at = end + 1;
  }
  return texts;
}

function unescaped(written: string): string {
  return written.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
}

/** Splits where a mark stands outside of quotes and brackets; `bounded` ends at the bracket that closes the call. */
function partsOf(text: string, mark: string, bounded = false): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (`'"\`([{`.includes(char)) at = closeOf(text, at);
    else if (bounded && char === ')') return [...parts, text.slice(from, at)];
    else if (text.startsWith(mark, at) || (mark.startsWith(' ') && text.startsWith(`\n${mark.trimStart()}`, at))) {
      parts.push(text.slice(from, at));
      from = at + mark.length;
    }
  }
  return [...parts, text.slice(from)];
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Where what is opened at this place ends. */
function closeOf(text: string, open: number): number {
  const mark = text[open] ?? '';
  const quoted = `'"\``.includes(mark);
  for (let at = open + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quoted && char === '\\') at += 1;
    else if (char === (closing[mark] ?? mark)) return at;
    else if (mark === '`' ? text.startsWith('${', at) : !quoted && `'"\`([{`.includes(char))
      at = closeOf(text, mark === '`' ? at + 1 : at);
  }
  return text.length;
}
