// Lines of remedies that an administrator pastes into PowerShell: each is whole, and sets the value where the item reads it.
import { expect, it } from 'vitest';
import { policyFix, registryFix, serviceFix } from './windows-fix.ts';

it('sets a number as DWORD and a text quoted', () => {
  const lsa = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa';
  expect(registryFix('limitBlankPasswordUse', 1)).toEqual([
    `if (-not (Test-Path '${lsa}')) { New-Item -Path '${lsa}' -Force }`,
    `New-ItemProperty -Path '${lsa}' -Name 'LimitBlankPasswordUse' -Value 1 -PropertyType DWord -Force`,
  ]);
  expect(registryFix('allocateRemovable', '0')[1]).toMatch(
    /-Name 'AllocateDASD' -Value '0' -PropertyType String -Force$/,
  );
});

it.each([
  ['System Access', 'SECURITYPOLICY', 'MinimumPasswordLength = 8'],
  ['Privilege Rights', 'USER_RIGHTS', 'SeRemoteShutdownPrivilege = *S-1-5-32-544'],
])('[%s] through a template of the area %s', (section, area, setting) => {
  expect(policyFix(section, setting, 'x = 1')).toEqual([
    'Set-Content -Path "$env:TEMP\\bongsu.inf" -Encoding Unicode -Value ' +
      `'[Unicode]','Unicode=yes','[Version]','signature="$CHICAGO$"','Revision=1','[${section}]','${setting}','x = 1'`,
    `secedit /configure /db "$env:TEMP\\bongsu.sdb" /cfg "$env:TEMP\\bongsu.inf" /areas ${area}`,
  ]);
});

it('stops a service and keeps it from starting', () => {
  expect(serviceFix('TlntSvr')).toEqual([
    'Stop-Service -Name TlntSvr',
    'Set-Service -Name TlntSvr -StartupType Disabled',
  ]);
});
