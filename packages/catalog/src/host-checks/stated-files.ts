// Files as a probe would have reported them, for the tests of parts: each path with its text.
import type { FileRecord } from '@bongsu/core';

export function statedFiles(texts: Readonly<Record<string, string>>): FileRecord[] {
  return Object.entries(texts).map(([path, text]) => ({
    kind: 'file',
    path,
    state: 'present',
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: text.length,
    linkTarget: '',
    lines: text.replace(/\n$/, '').split('\n'),
  }));
}
