// Records as hosts send them, for the unit tests of probes, and what a probe makes of them.
import type { CommandRecord, FileRecord, NoteRecord, Probe, ProbeRecord } from '@bongsu/core';
import { isUnread, recordsOf } from '@bongsu/core';

export function note(key: string, ...values: string[]): NoteRecord {
  return { kind: 'note', key, values };
}

/** A file of root with mode 644. */
export function file(path: string, text = '', change: Partial<FileRecord> = {}): FileRecord {
  return {
    kind: 'file',
    path,
    state: 'present',
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: text.length,
    linkTarget: '',
    lines: text === '' ? [] : text.split('\n'),
    ...change,
  };
}

export function gone(path: string): FileRecord {
  return file(path, '', { state: 'absent', type: '', mode: 0 });
}

export function hidden(path: string): FileRecord {
  return file(path, '', { state: 'unreadable', type: '', mode: 0 });
}

/** What a command answered. */
export function said(label: string, answer: string, change: Partial<CommandRecord> = {}): CommandRecord {
  return {
    kind: 'command',
    label,
    exitCode: 0,
    missing: false,
    stdout: answer === '' ? [] : answer.split('\n'),
    stderr: [],
    ...change,
  };
}

/** The fact; throws where there is none. */
export function factOf<Fact>(probe: Probe<Fact>, ...records: ProbeRecord[]): Fact {
  const fact = probe.read(recordsOf(records));
  if (isUnread(fact)) throw new Error(fact.unread.en);
  return fact;
}

/** Why there is no fact, in English; null where there is one. Throws where a language is left out. */
export function faultOf(probe: Probe<unknown>, ...records: ProbeRecord[]): string | null {
  const fact = probe.read(recordsOf(records));
  if (!isUnread(fact)) return null;
  if (!fact.unread.ko || !fact.unread.en) throw new Error('a sentence is empty');
  return fact.unread.en;
}
