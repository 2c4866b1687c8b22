// Every host check with its cases; one line each.
import type { HostCase, HostCheck } from '@bongsu/core';
import { uidZero } from './account/uid-zero.ts';
import { uidZeroCases } from './account/uid-zero.cases.ts';
import { passwdPermissions } from './file/passwd-permissions.ts';
import { passwdPermissionsCases } from './file/passwd-permissions.cases.ts';
import { rootLogin } from './ssh/root-login.ts';
import { rootLoginCases } from './ssh/root-login.cases.ts';

export const hostCheckCases: readonly (readonly [HostCheck, readonly HostCase[]])[] = [
  [uidZero, uidZeroCases],
  [passwdPermissions, passwdPermissionsCases],
  [rootLogin, rootLoginCases],
];

export const hostChecks: readonly HostCheck[] = hostCheckCases.map(([check]) => check);
