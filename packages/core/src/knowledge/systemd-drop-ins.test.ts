// The order of systemd's drop-ins, and one that hides another.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { dropInsOf } from './systemd-drop-ins.ts';

const file = (path: string) => ({ kind: 'file', path, lines: [] }) as unknown as FileRecord;
const names = (...paths: string[]) => dropInsOf(['/usr/lib/x.d', '/etc/x.d'], paths.map(file)).map(({ path }) => path);

it('goes by name, not by folder or by the order of the records', () => {
  expect(names('/etc/x.d/10-b.conf', '/usr/lib/x.d/20-c.conf', '/usr/lib/x.d/00-a.conf')).toEqual([
    '/usr/lib/x.d/00-a.conf',
    '/etc/x.d/10-b.conf',
    '/usr/lib/x.d/20-c.conf',
  ]);
});

it('takes of one name that of the later folder alone', () => {
  expect(names('/etc/x.d/a.conf', '/usr/lib/x.d/a.conf')).toEqual(['/etc/x.d/a.conf']);
});

it('takes nothing else', () => {
  expect(names('/etc/x.d/a.conf.bak', '/etc/x.d/sub/b.conf', '/opt/etc/x.d/c.conf', '/etc/x.d2/d.conf')).toEqual([]);
});
