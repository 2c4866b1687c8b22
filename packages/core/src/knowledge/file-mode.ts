// Permission bits: shown as people write them and compared bit by bit, because 577 is a smaller number than 644 and a wider mode.
import type { FileRecord } from '../records.ts';

/** A mode as `chmod` takes it: `0644`. */
export function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

/** The bits of `mode` outside `limit`; 0 where it stays within. KISA's "644 이하" means exactly this. */
export function modeBeyond(mode: number, limit: number): number {
  return mode & ~limit & 0o7777;
}

/** `0644 0:0` as evidence shows it. */
export function modeAndOwner(file: FileRecord): string {
  return `${octal(file.mode)} ${file.uid}:${file.gid}`;
}
