// Many files against their limits: at most fifty are quoted, those at fault first, and the reason names one and counts the rest.
import type { FileRecord } from '@bongsu/core';
import { expect, it } from 'vitest';
import type { FileModes } from '../probes/file-modes.ts';
import { judgeLimits, limitProof, regular, systemOwners } from './file-limits.ts';

const file = (path: string, mode = 0o644, change: Partial<FileRecord> = {}): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  linkTarget: '',
  lines: [],
  ...change,
});
const modes: FileModes = { files: [], file: () => undefined, acl: () => [], aclUnread: [] };
const judge = (...files: FileRecord[]) => judgeLimits(modes, files, () => ({ owners: [0, 2], limit: 0o644 }));
const crowd = Array.from({ length: 60 }, (_, index) => file(`/f/${index}`));

it('quotes the faulty first, fifty in all, and counts the rest', () => {
  const { status, evidence, reason } = judge(...crowd, file('/f/bad', 0o666), file('/f/worse', 0o777));
  expect(status).toBe('fail');
  expect(evidence.slice(0, 3).map(({ source }) => source)).toEqual(['/f/bad', '/f/worse', '/f/0']);
  expect(evidence).toHaveLength(51);
  expect(evidence.at(-1)).toEqual({ source: '62 files', found: '12 more' });
  expect(reason.en).toContain('/f/bad (0666 0:0) and 1 more');
  expect(reason.ko).toContain('등 2개');
});

it('quotes each file once and counts nothing where all are quoted', () => {
  expect(judge(file('/a'), file('/b')).evidence.map(({ source }) => source)).toEqual(['/a', '/b']);
  expect(judge(file('/a'), file('/b', 0o666)).evidence.map(({ source }) => source)).toEqual(['/b', '/a']);
});

it('names a single file, and counts several', () => {
  expect(judge(file('/a')).reason).toEqual({
    ko: '/a의 소유자와 권한이 기준 안에 있음',
    en: '/a: owner and mode within the limit',
  });
  expect(judge(file('/a'), file('/b')).reason.en).toBe('all 2 files: owner and mode within the limit');
});

it('says what is wanted: in words where there are some, else by number', () => {
  expect(limitProof(modes, file('/a'), { owners: [0, 2], limit: 0o644 }).expected).toBe(
    'uid 0 or 2, no bit outside 0644',
  );
  expect(limitProof(modes, file('/a'), { owners: [0], limit: 0o644, wanted: 'root' }).expected).toBe('root');
});

it('judges plain files that are there', () => {
  const other = [file('/d', 0, { type: 'dir' }), file('/gone', 0, { state: 'absent', type: '' })];
  expect(regular([file('/a'), ...other]).map(({ path }) => path)).toEqual(['/a']);
});

it('knows the numbers of root, bin and sys on this host', () => {
  const user = (name: string, uid: number | null) => ({ name, uid }) as Parameters<typeof systemOwners>[0][number];
  expect(systemOwners([user('bin', 2), user('sys', 3), user('kim', 1000)])).toEqual([0, 2, 3]);
  expect(systemOwners([user('bin', null)])).toEqual([0]);
});
