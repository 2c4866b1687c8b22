// Cases of nfs.exports-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const exports = '/etc/exports';
const mode = (bits: string, uid = 0): Record<string, CaseFile> => ({ [exports]: { mode: bits, uid } });

export const exportsPermissionsCases: readonly HostCase[] = [
  { name: 'stock', host: rocky9, files: mode('0644'), expect: 'pass' },
  { name: 'tighter', host: al2, files: mode('0600'), expect: 'pass' },
  {
    name: '577 is a smaller number and a wider mode',
    host: al2,
    files: mode('0577'),
    expect: 'fail',
    because: '0577',
    trap: 'U-69(1)',
  },
  { name: '466', host: ubuntu22, files: mode('0466'), expect: 'fail' },
  { name: 'belongs to a user', host: ubuntu22, files: mode('0644', 1000), expect: 'fail', because: 'uid 1000' },
  {
    name: 'a file of exports.d is wider',
    host: debian12,
    files: { ...mode('0644'), '/etc/exports.d/a.exports': { mode: '0664' } },
    expect: 'fail',
    because: '/etc/exports.d/a.exports',
  },
  {
    name: 'a list that lets a user write',
    host: debian12,
    files: mode('0644'),
    notes: [['acl', exports, 'user:1000:rw-']],
    expect: 'fail',
  },
  { name: 'an image with a wide file', host: image(debian12), files: mode('0666'), expect: 'fail' },
  { name: 'absent', host: ubuntu22, files: { [exports]: 'absent' }, expect: 'notApplicable', trap: 'U-69(2)' },
  { name: 'not visible', host: al2, files: { [exports]: 'unreadable' }, expect: 'unknown' },
  {
    name: 'a site that wants it narrower',
    host: rocky9,
    files: mode('0644'),
    parameters: { limit: 0o600 },
    expect: 'fail',
    because: '0600',
  },
  {
    name: 'a list that nobody could read',
    host: debian12,
    files: mode('0644'),
    notes: [['acl-unread', exports]],
    expect: 'manual',
    because: 'getfacl is missing',
  },
  {
    name: 'what is not there is shown',
    host: ubuntu22,
    files: { [exports]: 'absent' },
    expect: 'notApplicable',
    because: wholeEvidence([exports, 'absent']),
  },
];
