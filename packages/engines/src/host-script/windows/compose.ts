// Composes the one PowerShell script that runs on a Windows host: preamble, probes as data, runner. Not yet run on Windows.
import { createHash } from 'node:crypto';
import type { Probe } from '@bongsu/core';
import type { HostScript } from '../compose.ts';
import { shellText } from '../shell-text.ts';

/**
 * The same probes always give the same bytes. The script has only ASCII, because Windows PowerShell 5.1 reads a script without a byte order
 * mark in the code page of the system.
 * @throws Error where a probe is of another platform, or is not ASCII.
 */
export function composeWindowsScript(probes: readonly Probe<unknown>[]): HostScript {
  const script = [
    `# Bongsu host probes for Windows: reads this host, changes nothing, writes one archive. Windows PowerShell 5.1, as an administrator.\n`,
    `$Preamble = {\n${shellText('windows/preamble.ps1')}}\n`,
    `$Probes = @(\n${probes.map(entry).join(',\n')}\n)\n`,
    shellText('windows/runner.ps1'),
  ].join('');
  if (!/^[\n -~]*$/.test(script)) throw new Error('the Windows script has something other than printable ASCII');
  const sha256 = createHash('sha256').update(script).digest('hex');
  return { script, sha256, sizeBytes: Buffer.byteLength(script), probes };
}

function entry(probe: Probe<unknown>): string {
  if (probe.platform !== 'windows') throw new Error(`probe ${probe.name} is not for Windows`);
  if (!/^windows(?:-[a-z0-9]+)+$/.test(probe.name)) throw new Error(`probe name ${probe.name} is not windows-…`);
  const limits = `Seconds = ${probe.timeoutSeconds}; Bytes = ${probe.sizeBytesMax}`;
  return `  @{ Name = '${probe.name}'; ${limits}; Script = {\n${probe.script.trim()}\n  } }`;
}
