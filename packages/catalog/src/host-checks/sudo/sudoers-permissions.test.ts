// Where the text of sudoers is hidden and its mode is known, the mode is judged and the grants are not listed.
import { isUnread, recordsOf } from '@bongsu/core';
import { expect, it } from 'vitest';
import { sudoers } from '../../probes/sudoers.ts';
import { rocky9 } from '../hosts.ts';
import { statedFiles } from '../stated-files.ts';
import { sudoersPermissions } from './sudoers-permissions.ts';

it('a text that could not be read', () => {
  const seen = statedFiles({ '/etc/sudoers': '', '/usr/bin/sudo': '' });
  const hidden = seen.map((file) => ({ ...file, state: 'unreadable' as const }));
  const judged = sudoersPermissions.judge(
    {
      modes: sudoersPermissions.needs['modes']?.read(recordsOf(seen)),
      sudoers: sudoers.read(recordsOf(hidden)),
    },
    rocky9,
    { limit: 0o644 },
  );
  if (isUnread(judged)) throw new Error(judged.unread.en);
  expect([judged.status, judged.evidence.map(({ source, found }) => `${source} | ${found}`)]).toEqual([
    'pass',
    ['/etc/sudoers | 0644 0:0', 'sudoers | a text could not be read: grants are not listed'],
  ]);
});
