// Cases of windows.administrator-name.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const administratorNameCases: readonly HostCase[] = [
  {
    name: 'renamed',
    host: ws2022,
    commands: policy({ NewAdministratorName: '"ops"', EnableAdminAccount: 1 }),
    expect: 'pass',
  },
  {
    name: 'disabled',
    host: ws2019,
    commands: policy({ NewAdministratorName: '"Administrator"', EnableAdminAccount: 0 }),
    expect: 'pass',
  },
  {
    name: 'stock',
    host: ws2016,
    commands: policy({ NewAdministratorName: '"Administrator"', EnableAdminAccount: 1 }),
    expect: 'manual',
  },
  {
    name: 'another case is no other name',
    host: ws2022,
    commands: policy({ NewAdministratorName: '"ADMINISTRATOR"', EnableAdminAccount: 1 }),
    expect: 'manual',
  },
  { name: 'secedit is not there', host: ws2022, commands: { secedit: { missing: true } }, expect: 'unknown' },
  {
    name: 'neither is exported',
    host: ws2019,
    commands: policy({ MinimumPasswordAge: 1 }),
    expect: 'manual',
    because: 'NewAdministratorName","found":"not set"',
    shows: ['EnableAdminAccount","found":"not set"'],
  },
  {
    name: 'an empty name',
    host: ws2019,
    commands: policy({ NewAdministratorName: '""', EnableAdminAccount: 1 }),
    expect: 'manual',
    because: 'NewAdministratorName","found":"not set"',
  },
  {
    name: 'what is exported is shown',
    host: ws2019,
    commands: policy({ NewAdministratorName: '"ops"', EnableAdminAccount: 0 }),
    expect: 'pass',
    because: 'NewAdministratorName","found":"ops"',
    shows: ['EnableAdminAccount","found":"0"'],
  },
];
