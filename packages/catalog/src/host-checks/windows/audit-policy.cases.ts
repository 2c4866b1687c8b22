// Cases of windows.audit-policy.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const backup = (values: Readonly<Record<string, number>>) => ({
  auditpol: {
    stdout: `Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion Setting,Setting Value\n${Object.entries(
      values,
    )
      .map(
        ([head, value]) =>
          `WEB1,System,\ub85c\uadf8\uc628,{${head}-69AE-11D9-BED3-505054503030},\uc131\uacf5,,${value}\n`,
      )
      .join('')},,Option:CrashOnAuditFail,,Disabled,,0\n`,
  },
});

export const windowsAuditPolicyCases: readonly HostCase[] = [
  {
    name: 'all',
    host: ws2022,
    commands: backup({ '0CCE9215': 3, '0CCE923F': 3, '0CCE9235': 3, '0CCE9237': 1, '0CCE922F': 1, '0CCE9210': 3 }),
    expect: 'pass',
  },
  {
    name: 'stock logs no failed logon of accounts',
    host: ws2019,
    commands: backup({ '0CCE9215': 3, '0CCE923F': 1, '0CCE9235': 1, '0CCE9237': 1, '0CCE922F': 1, '0CCE9210': 1 }),
    expect: 'fail',
    because: 'credential-validation',
  },
  {
    name: 'by own rule',
    host: ws2019,
    commands: backup({ '0CCE9215': 1 }),
    parameters: { required: ['logon:0CCE9215-69AE-11D9-BED3-505054503030:S'] },
    expect: 'pass',
  },
  {
    name: 'a subcategory is missing',
    host: ws2016,
    commands: backup({ '0CCE9215': 3 }),
    expect: 'fail',
    because: 'not told',
  },
  { name: 'denied', host: ws2016, commands: { auditpol: { exitCode: 1314 } }, expect: 'unknown' },
  {
    name: 'no line of it',
    host: ws2016,
    commands: { auditpol: { stdout: 'Machine Name,Policy Target\n' } },
    expect: 'unknown',
  },
  ...[
    { rule: 'F', value: 2, expect: 'pass', because: '"found":"F"' },
    { rule: 'F', value: 1, expect: 'fail', because: '"found":"S"' },
    { rule: 'S', value: 2, expect: 'fail', because: '"found":"F"' },
    { rule: 'SF', value: 3, expect: 'pass', because: '"found":"SF"' },
    { rule: 'S', value: 0, expect: 'fail', because: '"found":"none"' },
  ].map(
    ({ rule, value, expect, because }): HostCase => ({
      name: `${rule} of the value ${value}`,
      host: ws2016,
      commands: backup({ '0CCE9215': value }),
      parameters: { required: [`logon:0cce9215-69ae-11d9-bed3-505054503030:${rule}`] },
      expect: expect === 'pass' ? 'pass' : 'fail',
      because,
    }),
  ),
  ...['logon', 'logon:0CCE9215-69AE-11D9-BED3-505054503030', 'logon:0CCE9215-69AE-11D9-BED3-505054503030:', ''].map(
    (rule): HostCase => ({
      name: `a rule that is none: ${rule}`,
      host: ws2016,
      commands: backup({ '0CCE9215': 3 }),
      parameters: { required: [rule] },
      expect: 'fail',
      because: `"source":"parameter required","found":"\\"${rule}\\""`,
      trap: 'a rule that asks for nothing is met by everything',
    }),
  ),
];
