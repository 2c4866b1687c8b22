// The checks of the family dns with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { dynamicUpdate } from './dynamic-update.ts';
import { dynamicUpdateCases } from './dynamic-update.cases.ts';
import { dnsVersion } from './version.ts';
import { dnsVersionCases } from './version.cases.ts';
import { zoneTransfer } from './zone-transfer.ts';
import { zoneTransferCases } from './zone-transfer.cases.ts';

export const dnsChecks: HostCheckList = [
  [dynamicUpdate, dynamicUpdateCases],
  [dnsVersion, dnsVersionCases],
  [zoneTransfer, zoneTransferCases],
];
