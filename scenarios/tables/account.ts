// Scenarios of the family account.
import type { ScenarioTable } from '../scenario.ts';
import { adds, on } from '../scenario.ts';

const passwd = '/etc/passwd';

export const accountScenarios: ScenarioTable = {
  'account.uid-zero': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('ubuntu-22-04-tidy', 'a second root', { [passwd]: adds('toor:x:0:0::/root:/bin/sh\n') }, 'fail', {
      because: 'toor',
    }),
    on('debian-12-tidy', 'a second root written as 00', { [passwd]: adds('sys2:x:00:0::/root:/bin/sh\n') }, 'fail'),
    on(
      'amazon-linux-2-tidy',
      'a comment and an NIS entry',
      { [passwd]: adds('#x:x:0:0::/:/bin/sh\n+::0:0:::\n') },
      'pass',
    ),
    on('ubuntu-24-04-tidy', 'GID 0 is no UID 0', { [passwd]: adds('op:x:1500:0::/:/usr/sbin/nologin\n') }, 'pass'),
  ],
  'account.duplicate-uid': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on(
      'debian-12-tidy',
      'two accounts share one',
      { [passwd]: adds('a:x:3000:3000::/:/bin/sh\nb:x:03000:1::/:/bin/sh\n') },
      'fail',
    ),
    on(
      'amazon-linux-2023-tidy',
      'neighbours',
      { [passwd]: adds('a:x:3000:3000::/:/bin/sh\nb:x:3001:1::/:/bin/sh\n') },
      'pass',
    ),
  ],
};
