// The fenced blocks of a page of the documentation, by their language.
import { readFileSync } from 'node:fs';

/** Those of a language; of none where it is empty. */
export function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8');
  // One after the other, so that no end of a block is taken for the beginning of one.
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, of, block = '']) =>
    of === language ? block : [],
  );
}
