// Cases of postgresql.password-policy.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns, postgresRole } from '../pg-hosts.ts';

const check = { shared_preload_libraries: 'pg_stat_statements, $libdir/passwordcheck' };
const ends = { name: 'app', until: '2026-12-31 00:00:00+09' };

export const pgPasswordPolicyCases: readonly HostCase[] = [
  {
    name: 'passwordcheck, and an end',
    host: rocky9,
    ...pgRuns({ roles: [postgresRole, ends], settings: check }),
    expect: 'pass',
  },
  {
    name: 'credcheck counts too',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, ends], settings: { shared_preload_libraries: 'credcheck' } }),
    expect: 'pass',
  },
  {
    name: 'nothing judges, and nothing ends',
    host: debian12,
    ...pgRuns({ roles: [postgresRole, { name: 'app' }], settings: { shared_preload_libraries: '' } }),
    expect: 'fail',
    because: 'never ends: app',
  },
  {
    name: 'nothing judges',
    host: al2023,
    ...pgRuns({ roles: [postgresRole, ends], settings: { shared_preload_libraries: 'pg_stat_statements' } }),
    expect: 'fail',
    because: 'no module',
  },
  {
    name: 'an end that never comes',
    host: rocky8,
    ...pgRuns({ roles: [postgresRole, { name: 'app', until: 'infinity' }], settings: check }),
    expect: 'fail',
    because: 'infinity',
    trap: 'a value was taken for an end',
  },
  {
    name: 'nobody has a password',
    host: rocky9,
    ...pgRuns({ roles: [postgresRole, { name: 'app', verifier: 'none' }] }),
    expect: 'pass',
  },
  {
    name: 'another module, by policy',
    host: rocky9,
    ...pgRuns({ roles: [postgresRole, ends], settings: { shared_preload_libraries: 'own_check' } }),
    parameters: { modules: ['own_check'] },
    expect: 'pass',
  },
  {
    name: 'the server wants a password: its file is shown',
    host: rocky9,
    ...pgRefuses({ conf: "shared_preload_libraries = 'passwordcheck'\n" }),
    expect: 'manual',
    because: 'postgresql.conf:1',
  },
  { name: 'an image cannot be asked', host: image(rocky9), ...pgImage(), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'the module without its path, after a blank',
    host: debian12,
    ...pgRuns({ roles: [postgresRole, ends], settings: { shared_preload_libraries: 'auto_explain, passwordcheck' } }),
    expect: 'pass',
    because: 'complexity is judged and passwords end',
    shows: ['app: VALID UNTIL 2026', 'shared_preload_libraries = auto_explain, passwordcheck'],
  },
  {
    name: 'a module that only ends like it',
    host: debian12,
    ...pgRuns({ roles: [postgresRole, ends], settings: { shared_preload_libraries: 'nopasswordcheck' } }),
    expect: 'fail',
    because: 'no module',
    hides: ['VALID UNTIL'],
  },
  {
    name: 'no word on modules, and one of two ends',
    host: rocky8,
    ...pgRuns({ roles: [postgresRole, ends, { name: 'kim' }] }),
    expect: 'fail',
    because: 'kim: VALID UNTIL not set',
    shows: ['(default: none)', 'no module judges the complexity of passwords; roles'],
    hides: ['app: VALID'],
  },
  {
    name: 'nobody has a password, and what would judge it is shown',
    host: rocky8,
    ...pgRuns({ roles: [postgresRole, { name: 'app', login: false }], settings: check }),
    expect: 'pass',
    because: 'no role that logs in has a password',
    shows: ['"pg_authid","found":"no password"', '$libdir/passwordcheck'],
  },
];
