// The checks of Windows hosts with their cases; one line each. They never run on Linux, nor those of Linux here.
import type { HostCheckList } from '@bongsu/core';
import { adminShares } from './admin-shares.ts';
import { adminSharesCases } from './admin-shares.cases.ts';
import { administratorName } from './administrator-name.ts';
import { administratorNameCases } from './administrator-name.cases.ts';
import { administratorsMembers } from './administrators-members.ts';
import { administratorsMembersCases } from './administrators-members.cases.ts';
import { anonymousEnumeration } from './anonymous-enumeration.ts';
import { anonymousEnumerationCases } from './anonymous-enumeration.cases.ts';
import { anonymousSidName } from './anonymous-sid-name.ts';
import { anonymousSidNameCases } from './anonymous-sid-name.cases.ts';
import { antivirusInstalled } from './antivirus-installed.ts';
import { antivirusInstalledCases } from './antivirus-installed.cases.ts';
import { antivirusUpdated } from './antivirus-updated.ts';
import { antivirusUpdatedCases } from './antivirus-updated.cases.ts';
import { windowsAuditPolicy } from './audit-policy.ts';
import { windowsAuditPolicyCases } from './audit-policy.cases.ts';
import { autologon } from './autologon.ts';
import { autologonCases } from './autologon.cases.ts';
import { blankPassword } from './blank-password.ts';
import { blankPasswordCases } from './blank-password.cases.ts';
import { crashOnAuditFail } from './crash-on-audit-fail.ts';
import { crashOnAuditFailCases } from './crash-on-audit-fail.cases.ts';
import { diskEncryption } from './disk-encryption.ts';
import { diskEncryptionCases } from './disk-encryption.cases.ts';
import { dnsDynamicUpdate } from './dns-dynamic-update.ts';
import { dnsDynamicUpdateCases } from './dns-dynamic-update.cases.ts';
import { dnsZoneTransfer } from './dns-zone-transfer.ts';
import { dnsZoneTransferCases } from './dns-zone-transfer.cases.ts';
import { domainTime } from './domain-time.ts';
import { domainTimeCases } from './domain-time.cases.ts';
import { dosRegistry } from './dos-registry.ts';
import { dosRegistryCases } from './dos-registry.cases.ts';
import { eventLogAccess } from './event-log-access.ts';
import { eventLogAccessCases } from './event-log-access.cases.ts';
import { eventLogSize } from './event-log-size.ts';
import { eventLogSizeCases } from './event-log-size.cases.ts';
import { everyoneAnonymous } from './everyone-anonymous.ts';
import { everyoneAnonymousCases } from './everyone-anonymous.cases.ts';
import { windowsFirewall } from './firewall.ts';
import { windowsFirewallCases } from './firewall.cases.ts';
import { ftpAccessControl } from './ftp-access-control.ts';
import { ftpAccessControlCases } from './ftp-access-control.cases.ts';
import { ftpAnonymous } from './ftp-anonymous.ts';
import { ftpAnonymousCases } from './ftp-anonymous.cases.ts';
import { ftpDirectoryAccess } from './ftp-directory-access.ts';
import { ftpDirectoryAccessCases } from './ftp-directory-access.cases.ts';
import { ftpPlainText } from './ftp-plain-text.ts';
import { ftpPlainTextCases } from './ftp-plain-text.cases.ts';
import { guestDisabled } from './guest-disabled.ts';
import { guestDisabledCases } from './guest-disabled.cases.ts';
import { homeDirectories } from './home-directories.ts';
import { homeDirectoriesCases } from './home-directories.cases.ts';
import { hotfixes } from './hotfixes.ts';
import { hotfixesCases } from './hotfixes.cases.ts';
import { iisCgi } from './iis-cgi.ts';
import { iisCgiCases } from './iis-cgi.cases.ts';
import { iisDatabaseFiles } from './iis-database-files.ts';
import { iisDatabaseFilesCases } from './iis-database-files.cases.ts';
import { iisDirectoryListing } from './iis-directory-listing.ts';
import { iisDirectoryListingCases } from './iis-directory-listing.cases.ts';
import { iisExecCommand } from './iis-exec-command.ts';
import { iisExecCommandCases } from './iis-exec-command.cases.ts';
import { iisFileAccess } from './iis-file-access.ts';
import { iisFileAccessCases } from './iis-file-access.cases.ts';
import { iisInformation } from './iis-information.ts';
import { iisInformationCases } from './iis-information.cases.ts';
import { iisLinks } from './iis-links.ts';
import { iisLinksCases } from './iis-links.cases.ts';
import { iisParentPath } from './iis-parent-path.ts';
import { iisParentPathCases } from './iis-parent-path.cases.ts';
import { iisProcessAccount } from './iis-process-account.ts';
import { iisProcessAccountCases } from './iis-process-account.cases.ts';
import { iisSampleFiles } from './iis-sample-files.ts';
import { iisSampleFilesCases } from './iis-sample-files.cases.ts';
import { iisScriptMappings } from './iis-script-mappings.ts';
import { iisScriptMappingsCases } from './iis-script-mappings.cases.ts';
import { iisService } from './iis-service.ts';
import { iisServiceCases } from './iis-service.cases.ts';
import { iisUploadLimit } from './iis-upload-limit.ts';
import { iisUploadLimitCases } from './iis-upload-limit.cases.ts';
import { iisVirtualDirectories } from './iis-virtual-directories.ts';
import { iisVirtualDirectoriesCases } from './iis-virtual-directories.cases.ts';
import { iisWebdav } from './iis-webdav.ts';
import { iisWebdavCases } from './iis-webdav.cases.ts';
import { lastUserHidden } from './last-user-hidden.ts';
import { lastUserHiddenCases } from './last-user-hidden.cases.ts';
import { localLogon } from './local-logon.ts';
import { localLogonCases } from './local-logon.cases.ts';
import { lockoutDuration } from './lockout-duration.ts';
import { lockoutDurationCases } from './lockout-duration.cases.ts';
import { lockoutThreshold } from './lockout-threshold.ts';
import { lockoutThresholdCases } from './lockout-threshold.cases.ts';
import { logReview } from './log-review.ts';
import { logReviewCases } from './log-review.cases.ts';
import { logonMessage } from './logon-message.ts';
import { logonMessageCases } from './logon-message.cases.ts';
import { machinePasswordAge } from './machine-password-age.ts';
import { machinePasswordAgeCases } from './machine-password-age.cases.ts';
import { netbiosBinding } from './netbios-binding.ts';
import { netbiosBindingCases } from './netbios-binding.cases.ts';
import { ntfsVolumes } from './ntfs-volumes.ts';
import { ntfsVolumesCases } from './ntfs-volumes.cases.ts';
import { ntlmLevel } from './ntlm-level.ts';
import { ntlmLevelCases } from './ntlm-level.cases.ts';
import { windowsOdbcSources } from './odbc-sources.ts';
import { windowsOdbcSourcesCases } from './odbc-sources.cases.ts';
import { osBuild } from './os-build.ts';
import { osBuildCases } from './os-build.cases.ts';
import { passwordComplexity } from './password-complexity.ts';
import { passwordComplexityCases } from './password-complexity.cases.ts';
import { passwordHistory } from './password-history.ts';
import { passwordHistoryCases } from './password-history.cases.ts';
import { passwordLength } from './password-length.ts';
import { passwordLengthCases } from './password-length.cases.ts';
import { passwordMaxAge } from './password-max-age.ts';
import { passwordMaxAgeCases } from './password-max-age.cases.ts';
import { passwordMinAge } from './password-min-age.ts';
import { passwordMinAgeCases } from './password-min-age.cases.ts';
import { printerDrivers } from './printer-drivers.ts';
import { printerDriversCases } from './printer-drivers.cases.ts';
import { privateKeyPassword } from './private-key-password.ts';
import { privateKeyPasswordCases } from './private-key-password.cases.ts';
import { rdpEncryption } from './rdp-encryption.ts';
import { rdpEncryptionCases } from './rdp-encryption.cases.ts';
import { rdpIdleTimeout } from './rdp-idle-timeout.ts';
import { rdpIdleTimeoutCases } from './rdp-idle-timeout.cases.ts';
import { rdsRemoved } from './rds-removed.ts';
import { rdsRemovedCases } from './rds-removed.cases.ts';
import { remoteDesktopUsers } from './remote-desktop-users.ts';
import { remoteDesktopUsersCases } from './remote-desktop-users.cases.ts';
import { remoteRegistry } from './remote-registry.ts';
import { remoteRegistryCases } from './remote-registry.cases.ts';
import { remoteShutdown } from './remote-shutdown.ts';
import { remoteShutdownCases } from './remote-shutdown.cases.ts';
import { removableMedia } from './removable-media.ts';
import { removableMediaCases } from './removable-media.cases.ts';
import { reversibleEncryption } from './reversible-encryption.ts';
import { reversibleEncryptionCases } from './reversible-encryption.cases.ts';
import { samAccess } from './sam-access.ts';
import { samAccessCases } from './sam-access.cases.ts';
import { windowsScheduledTasks } from './scheduled-tasks.ts';
import { windowsScheduledTasksCases } from './scheduled-tasks.cases.ts';
import { screenSaver } from './screen-saver.ts';
import { screenSaverCases } from './screen-saver.cases.ts';
import { secureChannel } from './secure-channel.ts';
import { secureChannelCases } from './secure-channel.cases.ts';
import { serviceBanners } from './service-banners.ts';
import { serviceBannersCases } from './service-banners.cases.ts';
import { sharePermissions } from './share-permissions.ts';
import { sharePermissionsCases } from './share-permissions.cases.ts';
import { shutdownWithoutLogon } from './shutdown-without-logon.ts';
import { shutdownWithoutLogonCases } from './shutdown-without-logon.cases.ts';
import { smbAnonymous } from './smb-anonymous.ts';
import { smbAnonymousCases } from './smb-anonymous.cases.ts';
import { smbSessionIdle } from './smb-session-idle.ts';
import { smbSessionIdleCases } from './smb-session-idle.cases.ts';
import { snmpAccess } from './snmp-access.ts';
import { snmpAccessCases } from './snmp-access.cases.ts';
import { snmpCommunity } from './snmp-community.ts';
import { snmpCommunityCases } from './snmp-community.cases.ts';
import { snmpRunning } from './snmp-running.ts';
import { snmpRunningCases } from './snmp-running.cases.ts';
import { windowsStartupPrograms } from './startup-programs.ts';
import { windowsStartupProgramsCases } from './startup-programs.cases.ts';
import { telnet } from './telnet.ts';
import { telnetCases } from './telnet.cases.ts';
import { telnetAuthentication } from './telnet-authentication.ts';
import { telnetAuthenticationCases } from './telnet-authentication.cases.ts';
import { timeSync } from './time-sync.ts';
import { timeSyncCases } from './time-sync.cases.ts';
import { unneededAccounts } from './unneeded-accounts.ts';
import { unneededAccountsCases } from './unneeded-accounts.cases.ts';
import { unneededServices } from './unneeded-services.ts';
import { unneededServicesCases } from './unneeded-services.cases.ts';
import { windowsAuthentication } from './windows-authentication.ts';
import { windowsAuthenticationCases } from './windows-authentication.cases.ts';

export const windowsCheckCases: HostCheckList = [
  [adminShares, adminSharesCases],
  [administratorName, administratorNameCases],
  [administratorsMembers, administratorsMembersCases],
  [anonymousEnumeration, anonymousEnumerationCases],
  [anonymousSidName, anonymousSidNameCases],
  [antivirusInstalled, antivirusInstalledCases],
  [antivirusUpdated, antivirusUpdatedCases],
  [windowsAuditPolicy, windowsAuditPolicyCases],
  [autologon, autologonCases],
  [blankPassword, blankPasswordCases],
  [crashOnAuditFail, crashOnAuditFailCases],
  [diskEncryption, diskEncryptionCases],
  [dnsDynamicUpdate, dnsDynamicUpdateCases],
  [dnsZoneTransfer, dnsZoneTransferCases],
  [domainTime, domainTimeCases],
  [dosRegistry, dosRegistryCases],
  [eventLogAccess, eventLogAccessCases],
  [eventLogSize, eventLogSizeCases],
  [everyoneAnonymous, everyoneAnonymousCases],
  [windowsFirewall, windowsFirewallCases],
  [ftpAccessControl, ftpAccessControlCases],
  [ftpAnonymous, ftpAnonymousCases],
  [ftpDirectoryAccess, ftpDirectoryAccessCases],
  [ftpPlainText, ftpPlainTextCases],
  [guestDisabled, guestDisabledCases],
  [homeDirectories, homeDirectoriesCases],
  [hotfixes, hotfixesCases],
  [iisCgi, iisCgiCases],
  [iisDatabaseFiles, iisDatabaseFilesCases],
  [iisDirectoryListing, iisDirectoryListingCases],
  [iisExecCommand, iisExecCommandCases],
  [iisFileAccess, iisFileAccessCases],
  [iisInformation, iisInformationCases],
  [iisLinks, iisLinksCases],
  [iisParentPath, iisParentPathCases],
  [iisProcessAccount, iisProcessAccountCases],
  [iisSampleFiles, iisSampleFilesCases],
  [iisScriptMappings, iisScriptMappingsCases],
  [iisService, iisServiceCases],
  [iisUploadLimit, iisUploadLimitCases],
  [iisVirtualDirectories, iisVirtualDirectoriesCases],
  [iisWebdav, iisWebdavCases],
  [lastUserHidden, lastUserHiddenCases],
  [localLogon, localLogonCases],
  [lockoutDuration, lockoutDurationCases],
  [lockoutThreshold, lockoutThresholdCases],
  [logReview, logReviewCases],
  [logonMessage, logonMessageCases],
  [machinePasswordAge, machinePasswordAgeCases],
  [netbiosBinding, netbiosBindingCases],
  [ntfsVolumes, ntfsVolumesCases],
  [ntlmLevel, ntlmLevelCases],
  [windowsOdbcSources, windowsOdbcSourcesCases],
  [osBuild, osBuildCases],
  [passwordComplexity, passwordComplexityCases],
  [passwordHistory, passwordHistoryCases],
  [passwordLength, passwordLengthCases],
  [passwordMaxAge, passwordMaxAgeCases],
  [passwordMinAge, passwordMinAgeCases],
  [printerDrivers, printerDriversCases],
  [privateKeyPassword, privateKeyPasswordCases],
  [rdpEncryption, rdpEncryptionCases],
  [rdpIdleTimeout, rdpIdleTimeoutCases],
  [rdsRemoved, rdsRemovedCases],
  [remoteDesktopUsers, remoteDesktopUsersCases],
  [remoteRegistry, remoteRegistryCases],
  [remoteShutdown, remoteShutdownCases],
  [removableMedia, removableMediaCases],
  [reversibleEncryption, reversibleEncryptionCases],
  [samAccess, samAccessCases],
  [windowsScheduledTasks, windowsScheduledTasksCases],
  [screenSaver, screenSaverCases],
  [secureChannel, secureChannelCases],
  [serviceBanners, serviceBannersCases],
  [sharePermissions, sharePermissionsCases],
  [shutdownWithoutLogon, shutdownWithoutLogonCases],
  [smbAnonymous, smbAnonymousCases],
  [smbSessionIdle, smbSessionIdleCases],
  [snmpAccess, snmpAccessCases],
  [snmpCommunity, snmpCommunityCases],
  [snmpRunning, snmpRunningCases],
  [windowsStartupPrograms, windowsStartupProgramsCases],
  [telnet, telnetCases],
  [telnetAuthentication, telnetAuthenticationCases],
  [timeSync, timeSyncCases],
  [unneededAccounts, unneededAccountsCases],
  [unneededServices, unneededServicesCases],
  [windowsAuthentication, windowsAuthenticationCases],
];
