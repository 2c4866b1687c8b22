// Every host check with its cases; one line each.
import type { HostCase, HostCheck } from '@bongsu/core';
import { lockout } from './account/lockout.ts';
import { lockoutCases } from './account/lockout.cases.ts';
import { suRestriction } from './account/su-restriction.ts';
import { suRestrictionCases } from './account/su-restriction.cases.ts';
import { uidZero } from './account/uid-zero.ts';
import { uidZeroCases } from './account/uid-zero.cases.ts';
import { passwdPermissions } from './file/passwd-permissions.ts';
import { passwdPermissionsCases } from './file/passwd-permissions.cases.ts';
import { policy } from './password/policy.ts';
import { policyCases } from './password/policy.cases.ts';
import { idleTimeout } from './session/idle-timeout.ts';
import { idleTimeoutCases } from './session/idle-timeout.cases.ts';
import { rootPath } from './session/root-path.ts';
import { rootPathCases } from './session/root-path.cases.ts';
import { umask } from './session/umask.ts';
import { umaskCases } from './session/umask.cases.ts';
import { rootLogin } from './ssh/root-login.ts';
import { rootLoginCases } from './ssh/root-login.cases.ts';

export const hostCheckCases: readonly (readonly [HostCheck, readonly HostCase[]])[] = [
  [lockout, lockoutCases],
  [suRestriction, suRestrictionCases],
  [uidZero, uidZeroCases],
  [passwdPermissions, passwdPermissionsCases],
  [policy, policyCases],
  [idleTimeout, idleTimeoutCases],
  [rootPath, rootPathCases],
  [umask, umaskCases],
  [rootLogin, rootLoginCases],
];

export const hostChecks: readonly HostCheck[] = hostCheckCases.map(([check]) => check);
