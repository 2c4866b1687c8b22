// Every host check with its cases; one line each.
import type { HostCase, HostCheck } from '@bongsu/core';
import { emptyGroups } from './account/empty-groups.ts';
import { emptyGroupsCases } from './account/empty-groups.cases.ts';
import { homeExists } from './account/home-exists.ts';
import { homeExistsCases } from './account/home-exists.cases.ts';
import { homeOwner } from './account/home-owner.ts';
import { homeOwnerCases } from './account/home-owner.cases.ts';
import { lockout } from './account/lockout.ts';
import { lockoutCases } from './account/lockout.cases.ts';
import { rootGroup } from './account/root-group.ts';
import { rootGroupCases } from './account/root-group.cases.ts';
import { serviceShells } from './account/service-shells.ts';
import { serviceShellsCases } from './account/service-shells.cases.ts';
import { shadowPasswords } from './account/shadow-passwords.ts';
import { shadowPasswordsCases } from './account/shadow-passwords.cases.ts';
import { suRestriction } from './account/su-restriction.ts';
import { suRestrictionCases } from './account/su-restriction.cases.ts';
import { uidZero } from './account/uid-zero.ts';
import { uidZeroCases } from './account/uid-zero.cases.ts';
import { unneededAccounts } from './account/unneeded-accounts.ts';
import { unneededAccountsCases } from './account/unneeded-accounts.cases.ts';
import { permissions } from './cron/permissions.ts';
import { permissionsCases } from './cron/permissions.cases.ts';
import { dynamicUpdate } from './dns/dynamic-update.ts';
import { dynamicUpdateCases } from './dns/dynamic-update.cases.ts';
import { dnsVersion } from './dns/version.ts';
import { dnsVersionCases } from './dns/version.cases.ts';
import { zoneTransfer } from './dns/zone-transfer.ts';
import { zoneTransferCases } from './dns/zone-transfer.cases.ts';
import { deviceNodes } from './file/device-nodes.ts';
import { deviceNodesCases } from './file/device-nodes.cases.ts';
import { environmentFiles } from './file/environment-files.ts';
import { environmentFilesCases } from './file/environment-files.cases.ts';
import { hidden } from './file/hidden.ts';
import { hiddenCases } from './file/hidden.cases.ts';
import { hostsLpd } from './file/hosts-lpd.ts';
import { hostsLpdCases } from './file/hosts-lpd.cases.ts';
import { hostsPermissions } from './file/hosts-permissions.ts';
import { hostsPermissionsCases } from './file/hosts-permissions.cases.ts';
import { hostsPermissions2021 } from './file/hosts-permissions-2021.ts';
import { hostsPermissions2021Cases } from './file/hosts-permissions-2021.cases.ts';
import { inetdPermissions } from './file/inetd-permissions.ts';
import { inetdPermissionsCases } from './file/inetd-permissions.cases.ts';
import { logPermissions } from './file/log-permissions.ts';
import { logPermissionsCases } from './file/log-permissions.cases.ts';
import { passwdPermissions } from './file/passwd-permissions.ts';
import { passwdPermissionsCases } from './file/passwd-permissions.cases.ts';
import { rhosts } from './file/rhosts.ts';
import { rhostsCases } from './file/rhosts.cases.ts';
import { servicesPermissions } from './file/services-permissions.ts';
import { servicesPermissionsCases } from './file/services-permissions.cases.ts';
import { setuid } from './file/setuid.ts';
import { setuidCases } from './file/setuid.cases.ts';
import { shadowPermissions } from './file/shadow-permissions.ts';
import { shadowPermissionsCases } from './file/shadow-permissions.cases.ts';
import { startupScripts } from './file/startup-scripts.ts';
import { startupScriptsCases } from './file/startup-scripts.cases.ts';
import { syslogPermissions } from './file/syslog-permissions.ts';
import { syslogPermissionsCases } from './file/syslog-permissions.cases.ts';
import { unowned } from './file/unowned.ts';
import { unownedCases } from './file/unowned.cases.ts';
import { worldWritable } from './file/world-writable.ts';
import { worldWritableCases } from './file/world-writable.cases.ts';
import { accessList } from './ftp/access-list.ts';
import { accessListCases } from './ftp/access-list.cases.ts';
import { accountShell } from './ftp/account-shell.ts';
import { accountShellCases } from './ftp/account-shell.cases.ts';
import { ftpBanner } from './ftp/banner.ts';
import { ftpBannerCases } from './ftp/banner.cases.ts';
import { plainText } from './ftp/plain-text.ts';
import { plainTextCases } from './ftp/plain-text.cases.ts';
import { ftpRootLogin } from './ftp/root-login.ts';
import { ftpRootLoginCases } from './ftp/root-login.cases.ts';
import { logPolicy } from './log/policy.ts';
import { logPolicyCases } from './log/policy.cases.ts';
import { warning } from './login/warning.ts';
import { warningCases } from './login/warning.cases.ts';
import { expnVrfy } from './mail/expn-vrfy.ts';
import { expnVrfyCases } from './mail/expn-vrfy.cases.ts';
import { queueTools } from './mail/queue-tools.ts';
import { queueToolsCases } from './mail/queue-tools.cases.ts';
import { relay } from './mail/relay.ts';
import { relayCases } from './mail/relay.cases.ts';
import { version } from './mail/version.ts';
import { versionCases } from './mail/version.cases.ts';
import { sourceRestriction } from './network/source-restriction.ts';
import { sourceRestrictionCases } from './network/source-restriction.cases.ts';
import { access } from './nfs/access.ts';
import { accessCases } from './nfs/access.cases.ts';
import { anonymous } from './nfs/anonymous.ts';
import { anonymousCases } from './nfs/anonymous.cases.ts';
import { exportsPermissions } from './nfs/exports-permissions.ts';
import { exportsPermissionsCases } from './nfs/exports-permissions.cases.ts';
import { server } from './nfs/server.ts';
import { serverCases } from './nfs/server.cases.ts';
import { hashAlgorithm } from './password/hash-algorithm.ts';
import { hashAlgorithmCases } from './password/hash-algorithm.cases.ts';
import { policy } from './password/policy.ts';
import { policyCases } from './password/policy.cases.ts';
import { patchPolicy } from './patch/policy.ts';
import { patchPolicyCases } from './patch/policy.cases.ts';
import { anonymousFtp } from './service/anonymous-ftp.ts';
import { anonymousFtpCases } from './service/anonymous-ftp.cases.ts';
import { anonymousSamba } from './service/anonymous-samba.ts';
import { anonymousSambaCases } from './service/anonymous-samba.cases.ts';
import { automount } from './service/automount.ts';
import { automountCases } from './service/automount.cases.ts';
import { dosProne } from './service/dos-prone.ts';
import { dosProneCases } from './service/dos-prone.cases.ts';
import { finger } from './service/finger.ts';
import { fingerCases } from './service/finger.cases.ts';
import { nis } from './service/nis.ts';
import { nisCases } from './service/nis.cases.ts';
import { rCommands } from './service/r-commands.ts';
import { rCommandsCases } from './service/r-commands.cases.ts';
import { rpcPrograms } from './service/rpc-programs.ts';
import { rpcProgramsCases } from './service/rpc-programs.cases.ts';
import { telnet } from './service/telnet.ts';
import { telnetCases } from './service/telnet.cases.ts';
import { tftpTalk } from './service/tftp-talk.ts';
import { tftpTalkCases } from './service/tftp-talk.cases.ts';
import { idleTimeout } from './session/idle-timeout.ts';
import { idleTimeoutCases } from './session/idle-timeout.cases.ts';
import { rootPath } from './session/root-path.ts';
import { rootPathCases } from './session/root-path.cases.ts';
import { umask } from './session/umask.ts';
import { umaskCases } from './session/umask.cases.ts';
import { accessControl } from './snmp/access-control.ts';
import { accessControlCases } from './snmp/access-control.cases.ts';
import { community } from './snmp/community.ts';
import { communityCases } from './snmp/community.cases.ts';
import { defaultCommunity } from './snmp/default-community.ts';
import { defaultCommunityCases } from './snmp/default-community.cases.ts';
import { snmpRunning } from './snmp/running.ts';
import { snmpRunningCases } from './snmp/running.cases.ts';
import { snmpVersion } from './snmp/version.ts';
import { snmpVersionCases } from './snmp/version.cases.ts';
import { rootLogin } from './ssh/root-login.ts';
import { rootLoginCases } from './ssh/root-login.cases.ts';
import { sudoersPermissions } from './sudo/sudoers-permissions.ts';
import { sudoersPermissionsCases } from './sudo/sudoers-permissions.cases.ts';
import { synchronised } from './time/synchronised.ts';
import { synchronisedCases } from './time/synchronised.cases.ts';

export const hostCheckCases: readonly (readonly [HostCheck, readonly HostCase[]])[] = [
  [emptyGroups, emptyGroupsCases],
  [homeExists, homeExistsCases],
  [homeOwner, homeOwnerCases],
  [lockout, lockoutCases],
  [rootGroup, rootGroupCases],
  [serviceShells, serviceShellsCases],
  [shadowPasswords, shadowPasswordsCases],
  [suRestriction, suRestrictionCases],
  [uidZero, uidZeroCases],
  [unneededAccounts, unneededAccountsCases],
  [permissions, permissionsCases],
  [dynamicUpdate, dynamicUpdateCases],
  [dnsVersion, dnsVersionCases],
  [zoneTransfer, zoneTransferCases],
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
  [accessList, accessListCases],
  [accountShell, accountShellCases],
  [ftpBanner, ftpBannerCases],
  [plainText, plainTextCases],
  [ftpRootLogin, ftpRootLoginCases],
  [logPolicy, logPolicyCases],
  [warning, warningCases],
  [expnVrfy, expnVrfyCases],
  [queueTools, queueToolsCases],
  [relay, relayCases],
  [version, versionCases],
  [sourceRestriction, sourceRestrictionCases],
  [access, accessCases],
  [anonymous, anonymousCases],
  [exportsPermissions, exportsPermissionsCases],
  [server, serverCases],
  [hashAlgorithm, hashAlgorithmCases],
  [policy, policyCases],
  [patchPolicy, patchPolicyCases],
  [anonymousFtp, anonymousFtpCases],
  [anonymousSamba, anonymousSambaCases],
  [automount, automountCases],
  [dosProne, dosProneCases],
  [finger, fingerCases],
  [nis, nisCases],
  [rCommands, rCommandsCases],
  [rpcPrograms, rpcProgramsCases],
  [telnet, telnetCases],
  [tftpTalk, tftpTalkCases],
  [idleTimeout, idleTimeoutCases],
  [rootPath, rootPathCases],
  [umask, umaskCases],
  [accessControl, accessControlCases],
  [community, communityCases],
  [defaultCommunity, defaultCommunityCases],
  [snmpRunning, snmpRunningCases],
  [snmpVersion, snmpVersionCases],
  [rootLogin, rootLoginCases],
  [sudoersPermissions, sudoersPermissionsCases],
  [synchronised, synchronisedCases],
];

export const hostChecks: readonly HostCheck[] = hostCheckCases.map(([check]) => check);
