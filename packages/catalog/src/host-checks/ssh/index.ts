// The checks of the family ssh with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { rootLogin } from './root-login.ts';
import { rootLoginCases } from './root-login.cases.ts';

export const sshChecks: HostCheckList = [[rootLogin, rootLoginCases]];
