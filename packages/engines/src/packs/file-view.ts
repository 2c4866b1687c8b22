// A file as a pack's conditions see it: owner, mode, lines, and its lines read as keys and values.
import type { FileRecord } from '@bongsu/core';

export interface KeyLine {
  readonly line: number;
  readonly key: string;
  readonly value: string;
}

/**
 * Without mode, owner and size where the file is not there: a condition that asks for them then ends in a fault, and not in a pass.
 * Lines only where the text was asked for.
 */
export function fileView(file: FileRecord, withText: boolean): Record<string, unknown> {
  if (file.state !== 'present') return { path: file.path, exists: false };
  const { path, type, mode, uid, gid, sizeBytes, linkTarget } = file;
  const head = { path, exists: true, type, mode, uid, gid, sizeBytes, linkTarget, modeText: modeText(mode) };
  if (!withText || type !== 'file') return head;
  const lines = file.lines.map((line) => line.replace(/\r$/, ''));
  const settings = keyLines(lines);
  return {
    ...head,
    lines,
    numbered: lines.map((text, index) => ({ line: index + 1, text, path })),
    settings: settings.map((setting) => ({ ...setting, path })),
    values: new Map(settings.map(({ key, value }) => [key, value])),
  };
}

export function modeText(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

/**
 * `KEY VALUE`, `KEY=VALUE`, `KEY = VALUE` and `KEY: VALUE`; lines that begin with `#` or `;` are comments, quotes around a whole value go.
 */
export function keyLines(lines: readonly string[]): KeyLine[] {
  return lines.flatMap((text, index) => {
    const parts = /^\s*([^\s=:#;][^\s=:]*)(.*)$/.exec(text);
    if (!parts) return [];
    const value = (parts[2] ?? '').replace(/^\s*[=:]?/, '').trim();
    return [{ line: index + 1, key: parts[1] ?? '', value: value.replace(/^(['"])(.*)\1$/, '$2') }];
  });
}
