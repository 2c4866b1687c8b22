// The checks of the family session with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { idleTimeout } from './idle-timeout.ts';
import { idleTimeoutCases } from './idle-timeout.cases.ts';
import { rootPath } from './root-path.ts';
import { rootPathCases } from './root-path.cases.ts';
import { umask } from './umask.ts';
import { umaskCases } from './umask.cases.ts';

export const sessionChecks: HostCheckList = [
  [idleTimeout, idleTimeoutCases],
  [rootPath, rootPathCases],
  [umask, umaskCases],
];
