// Every PowerShell part of the Windows script: parsed with a real grammar and held to the rules, and the rules held to bad samples.
import { windowsChecks, windowsProbes } from '@bongsu/catalog';
import { describe, expect, it } from 'vitest';
import { shellText } from '../shell-text.ts';
import { composeWindowsScript } from './compose.ts';
import type { Part } from './testing/allowed.ts';
import { type Fragment, fragmentFaults, functionsOf } from './testing/fragment-rules.ts';
import { nodesOf, powershellParser } from './testing/powershell-tree.ts';

const parse = await powershellParser();
const preamble = shellText('windows/preamble.ps1');
const known = new Set(functionsOf(parse(preamble)));
const faults = (text: string, part: Part = 'probe'): string[] =>
  fragmentFaults({ part, text, known: part === 'runner' ? new Set() : known } satisfies Fragment, parse);

describe('the parts that stand', () => {
  it.each(windowsProbes.map((probe) => ({ probe, name: probe.name })))('probe $name keeps the rules', ({ probe }) => {
    expect(faults(probe.script)).toEqual([]);
  });
  it('the preamble and the runner keep them', () => {
    expect(faults(preamble, 'preamble')).toEqual([]);
    expect(faults(shellText('windows/runner.ps1'), 'runner')).toEqual([]);
  });
  it('the composed script parses as a whole, is small, and is the same bytes for the same probes', () => {
    const { script, sizeBytes, sha256 } = composeWindowsScript(windowsProbes);
    expect([...nodesOf(parse(script))].filter((node) => node.isError || node.isMissing)).toEqual([]);
    expect(sizeBytes).toBeLessThan(128 * 1024);
    expect(composeWindowsScript(windowsProbes).sha256).toBe(sha256);
  });
  it('no two functions of a probe and the preamble share a name, so that none hides another', () => {
    for (const probe of windowsProbes)
      for (const name of functionsOf(parse(probe.script)))
        expect(known.has(name), `${probe.name}: ${name}`).toBe(false);
  });
});

/** What each bad line must be refused for. */
const bad: readonly (readonly [rule: string, text: string])[] = [
  ['grammar', "if ($x { Note 'a' }"],
  ['grammar', "Note 'a' ($x ? 1 : 2)"],
  ['grammar', "Note 'a' ($x ?? 2)"],
  ['grammar', '$x ??= 1'],
  ['syntax pipeline_chain_tail', 'Get-Date && Get-Date'],
  ['syntax pipeline_chain_tail', 'Get-Date || Get-Date'],
  ['syntax expandable_string_literal', `Note 'a' "$x"`],
  ['syntax expandable_here_string_literal', `$x = @"\nabc\n"@`],
  ['syntax verbatim_here_string_characters', `$x = @'\nabc\n'@`],
  ['syntax command_invokation_operator', "& 'C:\\a.exe'"],
  ['syntax command_invokation_operator', '. C:\\a.ps1'],
  ['syntax redirection', 'Get-Date > C:\\a.txt'],
  ['syntax class_statement', 'class A { }'],
  ['syntax while_statement', "while ($true) { Note 'a' }"],
  ['syntax foreach_command', "Get-ChildItem -LiteralPath 'C:\\' | % { Note 'a' $_.Name }"],
  ['command', "Remove-Item -LiteralPath 'C:\\a'"],
  ['command', "Set-ItemProperty -LiteralPath 'HKLM:\\a' -Name 'b'"],
  ['command', "New-Item -Path 'C:\\a'"],
  ['command', "Invoke-Expression 'Get-Date'"],
  ['command', "iex 'Get-Date'"],
  ['command', "Start-Process 'calc.exe'"],
  ['command', "Invoke-WebRequest 'https://example.com'"],
  ['command', "Restart-Service 'a'"],
  ['command', "gci 'C:\\'"],
  ['command', "get-childitem -LiteralPath 'C:\\'"],
  ['command', "Get-Content -Path 'C:\\a'"],
  ['command', 'secedit.exe /configure'],
  ['command', 'cmd /c dir'],
  ['command', "Add-Type -Path 'C:\\a.dll'"],
  ['module', "Import-Module -Name 'C:\\a.psm1'"],
  ['module', 'Import-Module -Name $x'],
  ['parameter', "Get-ChildItem -LiteralPath 'C:\\' -ErrorAction SilentlyContinue"],
  ['parameter', 'Get-CimInstance -ClassName Win32_Service -ComputerName other'],
  ['parameter', 'Note -Force'],
  ['type', "[IO.File]::ReadAllText('C:\\a')"],
  ['type', 'New-Object -TypeName Net.WebClient'],
  ['type', '[Reflection.Assembly]::Load($x)'],
  ['method', '$x.Delete()'],
  ['method', "$x.InvokeMethod('a', $null)"],
  ['method', "(Get-Item -LiteralPath 'HKLM:\\a').SetValue('a', 1)"],
  ['method', '$x.$name()'],
  ['method', "$x.'Delete'()"],
  ['method', "Note 'a' $x.Delete()"],
  ['method', "Note 'a' $x.a[0].Delete(1)"],
  ['method', "Note 'a' (Get-Date).AddDays(1)"],
  ['method', '$x.Where({ $_ })'],
  ['syntax sub_expression', "Note 'a' $($x.Delete())"],
  ['syntax stop_parsing', "Note 'a' --% /x"],
  ['syntax switch_statement', "switch ($x) { 1 { Note 'a' } }"],
  ['syntax braced_variable', '$' + '{a} = 1'],
  ['scope', "$env:PATH = 'a'"],
  ['scope', '$global:a = 1'],
  ['automatic', '$profile = 1'],
  ['automatic', "foreach ($host in @(1)) { Note 'a' }"],
  ['automatic', "$ErrorActionPreference = 'SilentlyContinue'"],
  ['assignment', '$x.Enabled = $false'],
  ['program', "Ask 'a' 'cmd.exe' '/c dir'"],
  ['program', "Ask 'a' 'net.exe' 'user a /add'"],
  ['program', "Ask 'a' 'net.exe' 'localgroup a b /add'"],
  ['program', "AskFile 'a' 'secedit.exe' '/configure /cfg {file}'"],
  ['program', "Ask 'a' $program '/query /status'"],
  ['program', "Answer 'w32tm.exe' '/query /status'"],
  ['note', 'Note $x'],
  ['secret', "RegistryValue 'HKLM:\\a' 'DefaultPassword'"],
  ['secret', "Note 'a' $key.GetValue('Password')"],
  ['secret', "foreach ($community in @($key.GetValueNames())) { Note 'community' $community }"],
  ['text', "Note 'a' '\u{d55c}'"],
  ['text', "Note 'a' `\n 'b'"],
  ['text', `Note 'a' '${'x'.repeat(9000)}'`],
];

describe('the rules', () => {
  it.each(bad)('refuse for %s: %s', (rule, text) => {
    expect(
      faults(text).some((fault) => fault.startsWith(rule)),
      JSON.stringify(faults(text)),
    ).toBe(true);
  });
  it('let a plain fragment pass', () => {
    expect(faults("foreach ($one in @(Get-SmbShare)) {\n  Note 'share' $one.Name\n}\n")).toEqual([]);
  });
  // A change of any probe that breaks a rule must not pass unseen.
  it.each(windowsProbes.map((probe) => ({ probe, name: probe.name })))('see what is put into $name', ({ probe }) => {
    const lines = probe.script.split('\n');
    const at = lines.findIndex((line) => line.trim() !== '');
    const put = (line: string): string => [...lines.slice(0, at), line, ...lines.slice(at)].join('\n');
    for (const line of ["Remove-Item -LiteralPath 'C:\\a'", 'if ($x {', "[IO.File]::Delete('C:\\a')"])
      expect(faults(put(line)), line).not.toEqual([]);
    expect(faults(probe.script.replace(/'(?=[^']*$)/, '')), 'a lost quote').not.toEqual([]);
  });
});

it('a Windows script takes no probe of Linux', () => {
  const stranger = { ...(windowsProbes[0] ?? expect.fail('no probe')), platform: 'linux' as const };
  expect(() => composeWindowsScript([stranger])).toThrow('is not for Windows');
});

it('every remedy line of a Windows check is PowerShell', () => {
  for (const check of windowsChecks)
    for (const line of check.fix?.any ?? [])
      expect(
        [...nodesOf(parse(line))].some((node) => node.isError || node.isMissing),
        `${check.id}: ${line}`,
      ).toBe(false);
});

it('no list that decides a pass is cut on the host: too long a list ends as truncated, and so as unknown', () => {
  // Links alone are cut, where the first one already decides.
  for (const probe of windowsProbes)
    for (const match of probe.script.matchAll(/^.*Select-Object -First.*$/gm))
      expect(match[0], probe.name).toContain('.lnk');
});
