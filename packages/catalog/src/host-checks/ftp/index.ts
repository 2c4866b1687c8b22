// The checks of the family ftp with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { accessList } from './access-list.ts';
import { accessListCases } from './access-list.cases.ts';
import { accountShell } from './account-shell.ts';
import { accountShellCases } from './account-shell.cases.ts';
import { ftpBanner } from './banner.ts';
import { ftpBannerCases } from './banner.cases.ts';
import { plainText } from './plain-text.ts';
import { plainTextCases } from './plain-text.cases.ts';
import { ftpRootLogin } from './root-login.ts';
import { ftpRootLoginCases } from './root-login.cases.ts';
import { ftpServer } from './server.ts';
import { ftpServerCases } from './server.cases.ts';
import { ftpusersPermissions } from './ftpusers-permissions.ts';
import { ftpusersPermissionsCases } from './ftpusers-permissions.cases.ts';

export const ftpChecks: HostCheckList = [
  [accessList, accessListCases],
  [accountShell, accountShellCases],
  [ftpBanner, ftpBannerCases],
  [plainText, plainTextCases],
  [ftpRootLogin, ftpRootLoginCases],
  [ftpServer, ftpServerCases],
  [ftpusersPermissions, ftpusersPermissionsCases],
];
