// Remedy lines that many Windows items share: one registry value, one policy setting, one service.
import { registryPlaces } from '../probes/windows/registry/places.ts';
import type { RegistryName } from '../probes/windows/registry.ts';

/** Sets one value; a group policy that sets it too wins at the next refresh. */
export function registryFix(name: RegistryName, value: number | string): string[] {
  const [path, key] = registryPlaces[name];
  const kind = typeof value === 'number' ? 'DWord' : 'String';
  const shown = typeof value === 'number' ? String(value) : `'${value}'`;
  return [
    `if (-not (Test-Path '${path}')) { New-Item -Path '${path}' -Force }`,
    `New-ItemProperty -Path '${path}' -Name '${key}' -Value ${shown} -PropertyType ${kind} -Force`,
  ];
}

/** Sets entries of the local security policy through a template, as the snap-in secpol.msc would. */
export function policyFix(section: string, ...settings: string[]): string[] {
  const areas = section === 'Privilege Rights' ? 'USER_RIGHTS' : 'SECURITYPOLICY';
  const lines = [
    '[Unicode]',
    'Unicode=yes',
    '[Version]',
    'signature="$CHICAGO$"',
    'Revision=1',
    `[${section}]`,
    ...settings,
  ];
  return [
    `Set-Content -Path "$env:TEMP\\bongsu.inf" -Encoding Unicode -Value ${lines.map((line) => `'${line}'`).join(',')}`,
    `secedit /configure /db "$env:TEMP\\bongsu.sdb" /cfg "$env:TEMP\\bongsu.inf" /areas ${areas}`,
  ];
}

/** Stops a service and keeps it from starting. */
export function serviceFix(name: string): string[] {
  return [`Stop-Service -Name ${name}`, `Set-Service -Name ${name} -StartupType Disabled`];
}
