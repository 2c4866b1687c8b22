// Cases of log.review.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';

const trap = 'U-43(1)';

export const logReviewCases: readonly HostCase[] = [
  {
    name: 'logs that are written do not show that anybody reads them',
    host: rocky9,
    notes: [['written', '/var/log/messages', '7200']],
    expect: 'manual',
    because: 'written 2 h before',
    trap,
  },
  { name: 'no log at all', host: debian12, expect: 'manual', because: 'no log seen', trap },
  {
    name: 'the journal alone',
    host: al2023,
    notes: [['written', '/var/log/journal/0123/system.journal', '60']],
    expect: 'manual',
    because: 'system.journal',
  },
  {
    name: 'settings that cannot be read',
    host: ubuntu22,
    files: { '/etc/rsyslog.conf': 'unreadable' },
    expect: 'unknown',
  },
];
