// The checks of the family nfs with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { access } from './access.ts';
import { accessCases } from './access.cases.ts';
import { anonymous } from './anonymous.ts';
import { anonymousCases } from './anonymous.cases.ts';
import { exportsPermissions } from './exports-permissions.ts';
import { exportsPermissionsCases } from './exports-permissions.cases.ts';
import { server } from './server.ts';
import { serverCases } from './server.cases.ts';
import { clients } from './clients.ts';
import { clientsCases } from './clients.cases.ts';

export const nfsChecks: HostCheckList = [
  [access, accessCases],
  [anonymous, anonymousCases],
  [exportsPermissions, exportsPermissionsCases],
  [server, serverCases],
  [clients, clientsCases],
];
