// Cases of windows.printer-drivers.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const printerDriversCases: readonly HostCase[] = [
  { name: 'limited', host: ws2022, notes: registry({ addPrinterDrivers: 1 }), expect: 'pass' },
  { name: 'open', host: ws2019, notes: registry({ addPrinterDrivers: 0 }), expect: 'fail' },
  { name: 'absent', host: ws2016, notes: registry({ addPrinterDrivers: null }), expect: 'fail', because: 'not set' },
];
