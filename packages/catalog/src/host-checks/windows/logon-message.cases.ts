// Cases of windows.logon-message.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const logonMessageCases: readonly HostCase[] = [
  {
    name: 'both',
    host: ws2022,
    notes: registry({ legalNoticeCaption: 'WARNING', legalNoticeText: 'Authorised users only.' }),
    expect: 'pass',
  },
  {
    name: 'stock is empty',
    host: ws2019,
    notes: registry({ legalNoticeCaption: '', legalNoticeText: '' }),
    expect: 'fail',
    trap: 'present and empty',
  },
  {
    name: 'a title alone',
    host: ws2016,
    notes: registry({ legalNoticeCaption: 'WARNING', legalNoticeText: '  ' }),
    expect: 'fail',
  },
  {
    name: 'not set',
    host: ws2016,
    notes: registry({ legalNoticeCaption: null, legalNoticeText: null }),
    expect: 'fail',
  },
  {
    name: 'several lines',
    host: ws2019,
    notes: registry({ legalNoticeCaption: 'WARNING', legalNoticeText: ['Authorised users only.', 'You are watched.'] }),
    expect: 'pass',
    because: 'Authorised users only. You are watched.',
    shows: ['"WARNING"'],
  },
];
