// Reads the shell sources that stand beside this file: an import of shell text, for which JavaScript has no word.
import { readFileSync } from 'node:fs';

/** The text of one of this folder's own `.sh` files. */
export function shellText(name: 'preamble.sh' | 'walk.sh' | 'runner.sh'): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
