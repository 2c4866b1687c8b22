// The fenced blocks of a page of the documentation, by their language.
import { readFileSync } from 'node:fs';

export function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);
}
