// The files of a probe that may stand more than once among its records, with and without their text, and the XML in them.
import type { FileRecord, Records, Text, XmlElement, XmlRead } from '@bongsu/core';
import { text, xmlRead } from '@bongsu/core';

export interface Documents {
  /** The record with the text where there is one. */
  file(path: string): FileRecord | undefined;
  /** The files of a folder, itself apart. */
  below(folder: string): FileRecord[];
  /** The files of a folder and of the folders in it. */
  under(folder: string): FileRecord[];
  root(path: string): XmlElement | null;
  /** Why the text could not be read; null where it could, or is not there and not wanted. */
  fault(path: string, wanted: boolean): Text | null;
  /** Paths at or below these folders that could not be seen. */
  unreadable(folders: readonly string[]): string[];
}

const known = new WeakMap<Records, Documents>();

/** Many checks read the same records: each document is parsed once. */
export function documentsOf(records: Records): Documents {
  const seen = known.get(records);
  if (seen) return seen;
  const made = documentsMade(records);
  known.set(records, made);
  return made;
}

function documentsMade(records: Records): Documents {
  const files = new Map<string, FileRecord>();
  for (const record of records.files()) {
    const before = files.get(record.path);
    // What could not be read with its text could not be read, though its mode be known.
    if (!before || record.state === 'unreadable' || (before.state !== 'unreadable' && before.lines.length === 0))
      files.set(record.path, record);
  }
  const reads = new Map<string, XmlRead | null>();
  const read = (path: string): XmlRead | null => {
    const seen = reads.get(path);
    if (seen !== undefined) return seen;
    const file = files.get(path);
    const got = file?.state === 'present' && file.type === 'file' ? xmlRead(file) : null;
    reads.set(path, got);
    return got;
  };
  const all = [...files.values()];
  return {
    file: (path) => files.get(path),
    below: (folder) => all.filter(({ path }) => path.slice(0, path.lastIndexOf('/')) === folder.replace(/\/$/, '')),
    under: (folder) => all.filter(({ path }) => path.startsWith(`${folder}/`)),
    root: (path) => {
      const got = read(path);
      return got && 'root' in got ? got.root : null;
    },
    fault(path, wanted) {
      const file = files.get(path);
      if (file?.state === 'unreadable') return text(`${path}를 읽을 수 없음`, `${path} could not be read`);
      const got = read(path);
      if (got && 'fault' in got)
        return text(
          `${path}:${got.line}을 해석할 수 없음(${got.fault})`,
          `${path}:${got.line} is not known whole: ${got.fault}`,
        );
      return wanted && !got ? text(`${path} 파일이 없음`, `${path} is not there`) : null;
    },
    unreadable: (folders) =>
      all.flatMap(({ path, state }) =>
        state === 'unreadable' && folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
          ? [path]
          : [],
      ),
  };
}
