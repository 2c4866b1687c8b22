// Cases of windows.iis-service.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const iisServiceCases: readonly HostCase[] = [
  { name: 'not installed', host: ws2022, notes: serviceNotes(), expect: 'pass' },
  { name: 'off', host: ws2019, notes: serviceNotes({ W3SVC: 'disabled' }), expect: 'pass' },
  { name: 'on', host: ws2016, notes: serviceNotes({ W3SVC: 'running' }), expect: 'manual' },
  { name: 'its administration is on', host: ws2016, notes: serviceNotes({ IISADMIN: 'running' }), expect: 'manual' },
];
