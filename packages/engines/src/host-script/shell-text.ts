// Reads the shell and PowerShell sources that stand beside this file: an import of shell text, for which JavaScript has no word.
import { readFileSync } from 'node:fs';

export type ShellFile =
  | 'preamble.sh'
  | 'walk.sh'
  | 'runner.sh'
  | 'carried.sh'
  | 'role-upload.sh'
  | 'windows/preamble.ps1'
  | 'windows/runner.ps1';

/** The text of one of this folder's own sources. */
export function shellText(name: ShellFile): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
