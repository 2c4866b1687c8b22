// The checks of the family file with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { deviceNodes } from './device-nodes.ts';
import { deviceNodesCases } from './device-nodes.cases.ts';
import { environmentFiles } from './environment-files.ts';
import { environmentFilesCases } from './environment-files.cases.ts';
import { hidden } from './hidden.ts';
import { hiddenCases } from './hidden.cases.ts';
import { hostsLpd } from './hosts-lpd.ts';
import { hostsLpdCases } from './hosts-lpd.cases.ts';
import { hostsPermissions } from './hosts-permissions.ts';
import { hostsPermissionsCases } from './hosts-permissions.cases.ts';
import { hostsPermissions2021 } from './hosts-permissions-2021.ts';
import { hostsPermissions2021Cases } from './hosts-permissions-2021.cases.ts';
import { inetdPermissions } from './inetd-permissions.ts';
import { inetdPermissionsCases } from './inetd-permissions.cases.ts';
import { logPermissions } from './log-permissions.ts';
import { logPermissionsCases } from './log-permissions.cases.ts';
import { passwdPermissions } from './passwd-permissions.ts';
import { passwdPermissionsCases } from './passwd-permissions.cases.ts';
import { rhosts } from './rhosts.ts';
import { rhostsCases } from './rhosts.cases.ts';
import { servicesPermissions } from './services-permissions.ts';
import { servicesPermissionsCases } from './services-permissions.cases.ts';
import { setuid } from './setuid.ts';
import { setuidCases } from './setuid.cases.ts';
import { shadowPermissions } from './shadow-permissions.ts';
import { shadowPermissionsCases } from './shadow-permissions.cases.ts';
import { startupScripts } from './startup-scripts.ts';
import { startupScriptsCases } from './startup-scripts.cases.ts';
import { syslogPermissions } from './syslog-permissions.ts';
import { syslogPermissionsCases } from './syslog-permissions.cases.ts';
import { unowned } from './unowned.ts';
import { unownedCases } from './unowned.cases.ts';
import { worldWritable } from './world-writable.ts';
import { worldWritableCases } from './world-writable.cases.ts';
import { setuid2021 } from './setuid-2021.ts';
import { setuid2021Cases } from './setuid-2021.cases.ts';

export const fileChecks: HostCheckList = [
  [deviceNodes, deviceNodesCases],
  [environmentFiles, environmentFilesCases],
  [hidden, hiddenCases],
  [hostsLpd, hostsLpdCases],
  [hostsPermissions, hostsPermissionsCases],
  [hostsPermissions2021, hostsPermissions2021Cases],
  [inetdPermissions, inetdPermissionsCases],
  [logPermissions, logPermissionsCases],
  [passwdPermissions, passwdPermissionsCases],
  [rhosts, rhostsCases],
  [servicesPermissions, servicesPermissionsCases],
  [setuid, setuidCases],
  [shadowPermissions, shadowPermissionsCases],
  [startupScripts, startupScriptsCases],
  [syslogPermissions, syslogPermissionsCases],
  [unowned, unownedCases],
  [worldWritable, worldWritableCases],
  [setuid2021, setuid2021Cases],
];
