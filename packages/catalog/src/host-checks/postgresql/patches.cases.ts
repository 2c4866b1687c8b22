// Cases of postgresql.patches.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import type { PgState } from '../pg-hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns } from '../pg-hosts.ts';

/** A running cluster, and what the package manager says. */
const says = (installed: string, updates: string, state: PgState = {}, manager = 'apt', age = '3600') => {
  const base = pgRuns(state);
  return {
    ...base,
    commands: { ...base.commands, [manager]: { stdout: updates }, installed: { stdout: installed } },
    notes: [...(base.notes ?? []), ['lists-age-seconds', age] as const],
  };
};
const debian = 'postgresql-15 15.10-0+deb12u1 installed\n';

export const pgPatchesCases: readonly HostCase[] = [
  { name: 'nothing waits', host: debian12, ...says(debian, '', { hello: '150010\ton\t15.10' }), expect: 'pass' },
  {
    name: 'an update of the server waits',
    host: debian12,
    ...says(debian, 'postgresql-15 15.10 15.12-0+deb12u1 install debian_dists_bookworm-security_main_Packages'),
    expect: 'fail',
    because: 'bookworm-security',
  },
  {
    name: 'an update of the client alone',
    host: debian12,
    ...says(debian, 'postgresql-client-15 15.10 15.12-0+deb12u1 install debian_dists_bookworm-security_main_Packages'),
    expect: 'pass',
  },
  {
    name: 'the distribution mends an old series',
    host: rocky8,
    ...says('postgresql-server 10.23-4.module+el8 installed\n', '', { hello: '100023\ton\t10.23' }, 'dnf'),
    expect: 'pass',
    trap: 'the number of the version was taken for its age',
  },
  {
    name: 'the project gave the series up',
    host: rocky9,
    ...says('postgresql12-server 12.22-1PGDG.rhel9 installed\n', '', { hello: '120022\ton\t12.22' }, 'dnf'),
    expect: 'fail',
    because: '12.22',
  },
  {
    name: 'of the project: security carries no mark',
    host: ubuntu22,
    ...says('postgresql-16 16.4-1.pgdg22.04+2 installed\n', ''),
    expect: 'manual',
    because: 'no mark',
  },
  {
    name: 'of no package',
    host: rocky9,
    ...says('', '', { program: '/opt/pg/bin/postgres' }, 'dnf'),
    expect: 'manual',
    because: 'no package',
  },
  {
    name: 'updated, and not restarted',
    host: debian12,
    ...says(debian, '', { program: '/usr/lib/postgresql/15/bin/postgres (deleted)' }),
    expect: 'manual',
    because: 'not restarted',
  },
  {
    name: 'a locked release',
    host: al2023,
    ...says('postgresql15-server 15.8-1.amzn2023.0.1 installed\n', '', {}, 'dnf'),
    expect: 'manual',
    because: 'locked',
  },
  { name: 'an image has nobody to ask', host: image(rocky9), ...pgImage(), expect: 'manual' },
  { name: 'nobody to ask', host: rocky9, ...pgRefuses(), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'the distribution mends a series with two numbers',
    host: debian12,
    ...says('postgresql-9.6 9.6.24-0+deb9u1 installed\n', '', { hello: '90624\ton\t9.6.24' }),
    expect: 'pass',
    because: 'postgresql-9.6 9.6.24',
  },
  {
    name: 'the project gave a series with two numbers up',
    host: rocky8,
    ...says('postgresql96-server 9.6.24-1PGDG.rhel8 installed\n', '', { hello: '90624\ton\t9.6.24' }, 'dnf'),
    expect: 'fail',
    because: '9.6.24',
  },
  {
    name: 'updates of extensions are not those of the server',
    host: debian12,
    ...says(
      debian,
      'timescaledb-2-postgresql-15 1 2 install debian_dists_bookworm-security_main_Packages\n' +
        'postgresql-15-pgvector 1 2 install debian_dists_bookworm-security_main_Packages',
    ),
    expect: 'pass',
  },
];
