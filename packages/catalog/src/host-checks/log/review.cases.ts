// Cases of log.review.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { booted } from '../service-answers.ts';

export const logReviewCases: readonly HostCase[] = [
  {
    name: 'logs that are written do not show that anybody reads them',
    host: rocky9,
    commands: booted(['rsyslog.service']),
    notes: [['written', '/var/log/messages', '7200']],
    expect: 'manual',
    because: 'written 2 h before',
    trap: 'U-43(1)',
  },
  {
    name: 'no log at all',
    host: debian12,
    commands: booted([]),
    expect: 'manual',
    because: 'no log seen',
    trap: 'U-43(1)',
  },
  {
    name: 'the journal alone',
    host: al2023,
    commands: booted(['systemd-journald.service', 'amazon-cloudwatch-agent.service']),
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
  {
    name: 'an agent that ships logs is shown, and answers nothing',
    host: rocky9,
    commands: booted(['amazon-cloudwatch-agent.service']),
    notes: [['written', '/var/log/messages', '7200']],
    expect: 'manual',
    because: 'amazon-cloudwatch-agent.service',
    trap: 'U-43(2)',
  },
];
