// The checks of the family snmp with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { accessControl } from './access-control.ts';
import { accessControlCases } from './access-control.cases.ts';
import { community } from './community.ts';
import { communityCases } from './community.cases.ts';
import { defaultCommunity } from './default-community.ts';
import { defaultCommunityCases } from './default-community.cases.ts';
import { snmpRunning } from './running.ts';
import { snmpRunningCases } from './running.cases.ts';
import { snmpVersion } from './version.ts';
import { snmpVersionCases } from './version.cases.ts';

export const snmpChecks: HostCheckList = [
  [accessControl, accessControlCases],
  [community, communityCases],
  [defaultCommunity, defaultCommunityCases],
  [snmpRunning, snmpRunningCases],
  [snmpVersion, snmpVersionCases],
];
