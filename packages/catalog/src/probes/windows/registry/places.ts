// Where Windows keeps the settings that the guide asks for: key and value name of each, by a name of ours.

const control = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control';
const services = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services';
const policies = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
const terminal = `${control}\\Terminal Server`;
const terminalPolicy = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const logon = 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon';
const events = `${services}\\EventLog`;

export const registryPlaces = {
  everyoneIncludesAnonymous: [`${control}\\Lsa`, 'EveryoneIncludesAnonymous'],
  limitBlankPasswordUse: [`${control}\\Lsa`, 'LimitBlankPasswordUse'],
  restrictAnonymous: [`${control}\\Lsa`, 'RestrictAnonymous'],
  restrictAnonymousSam: [`${control}\\Lsa`, 'RestrictAnonymousSAM'],
  lmCompatibilityLevel: [`${control}\\Lsa`, 'LmCompatibilityLevel'],
  crashOnAuditFail: [`${control}\\Lsa`, 'CrashOnAuditFail'],
  dontDisplayLastUserName: [policies, 'DontDisplayLastUserName'],
  shutdownWithoutLogon: [policies, 'ShutdownWithoutLogon'],
  legalNoticeCaption: [policies, 'LegalNoticeCaption'],
  legalNoticeText: [policies, 'LegalNoticeText'],
  inactivityTimeoutSeconds: [policies, 'InactivityTimeoutSecs'],
  forceKeyProtection: ['HKLM:\\SOFTWARE\\Policies\\Microsoft\\Cryptography', 'ForceKeyProtection'],
  autoShareServer: [`${services}\\LanmanServer\\Parameters`, 'AutoShareServer'],
  autoDisconnect: [`${services}\\LanmanServer\\Parameters`, 'AutoDisconnect'],
  enableForcedLogOff: [`${services}\\LanmanServer\\Parameters`, 'EnableForcedLogOff'],
  restrictNullSessions: [`${services}\\LanmanServer\\Parameters`, 'RestrictNullSessAccess'],
  nullSessionShares: [`${services}\\LanmanServer\\Parameters`, 'NullSessionShares'],
  requireSignOrSeal: [`${services}\\Netlogon\\Parameters`, 'RequireSignOrSeal'],
  sealSecureChannel: [`${services}\\Netlogon\\Parameters`, 'SealSecureChannel'],
  signSecureChannel: [`${services}\\Netlogon\\Parameters`, 'SignSecureChannel'],
  disablePasswordChange: [`${services}\\Netlogon\\Parameters`, 'DisablePasswordChange'],
  maximumPasswordAge: [`${services}\\Netlogon\\Parameters`, 'MaximumPasswordAge'],
  addPrinterDrivers: [`${control}\\Print\\Providers\\LanMan Print Services\\Servers`, 'AddPrinterDrivers'],
  synAttackProtect: [`${services}\\Tcpip\\Parameters`, 'SynAttackProtect'],
  enableDeadGwDetect: [`${services}\\Tcpip\\Parameters`, 'EnableDeadGWDetect'],
  keepAliveTime: [`${services}\\Tcpip\\Parameters`, 'KeepAliveTime'],
  noNameReleaseOnDemand: [`${services}\\NetBT\\Parameters`, 'NoNameReleaseOnDemand'],
  allocateRemovable: [logon, 'AllocateDASD'],
  autoAdminLogon: [logon, 'AutoAdminLogon'],
  defaultPassword: [logon, 'DefaultPassword'],
  denyRemoteDesktop: [terminal, 'fDenyTSConnections'],
  denyRemoteDesktopPolicy: [terminalPolicy, 'fDenyTSConnections'],
  remoteEncryption: [`${terminal}\\WinStations\\RDP-Tcp`, 'MinEncryptionLevel'],
  remoteEncryptionPolicy: [terminalPolicy, 'MinEncryptionLevel'],
  remoteIdle: [`${terminal}\\WinStations\\RDP-Tcp`, 'MaxIdleTime'],
  remoteIdlePolicy: [terminalPolicy, 'MaxIdleTime'],
  timeType: [`${services}\\W32Time\\Parameters`, 'Type'],
  timeServers: [`${services}\\W32Time\\Parameters`, 'NtpServer'],
  telnetMechanism: ['HKLM:\\SOFTWARE\\Microsoft\\TelnetServer\\1.0', 'SecurityMechanism'],
  includeExecCommands: [`${services}\\W3SVC\\Parameters`, 'SSIEnableCmdDirective'],
  hideHttpServer: [`${services}\\HTTP\\Parameters`, 'DisableServerHeader'],
  retentionSystem: [`${events}\\System`, 'Retention'],
  retentionApplication: [`${events}\\Application`, 'Retention'],
  retentionSecurity: [`${events}\\Security`, 'Retention'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
