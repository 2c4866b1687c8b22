// Cases of mysql.patches.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import type { MysqlState } from '../mysql-hosts.ts';
import { mariadb, mysqlImage, mysqlRefuses, mysqlRuns, noServer } from '../mysql-hosts.ts';

/** A running server, and what the package manager says. */
const says = (installed: string, updates: string, state: MysqlState = {}, manager = 'apt', age = '3600') => {
  const base = mysqlRuns(state);
  return {
    ...base,
    commands: { ...base.commands, [manager]: { stdout: updates }, installed: { stdout: installed } },
    notes: [...(base.notes ?? []), ['lists-age-seconds', age] as const],
  };
};
const distro = 'mysql-server-8.0 8.0.36-0ubuntu0.22.04.1 installed\n';

export const mysqlPatchesCases: readonly HostCase[] = [
  { name: 'nothing waits', host: ubuntu22, ...says(distro, ''), expect: 'pass' },
  {
    name: 'an update of the server waits',
    host: ubuntu22,
    ...says(
      distro,
      'mysql-server-8.0 8.0.36 8.0.39-0ubuntu0.22.04.1 install ubuntu_dists_jammy-security_main_Packages',
    ),
    expect: 'fail',
    because: 'jammy-security',
  },
  {
    name: 'an update of something else waits',
    host: debian12,
    ...says(
      'mariadb-server 1:10.11.6-0+deb12u1 installed\n',
      'mysql-common 5 6 install debian_dists_bookworm-security_main_Packages',
      { hello: mariadb },
    ),
    expect: 'pass',
  },
  {
    name: 'the distribution mends an old series',
    host: rocky9,
    ...says(
      'mariadb-server 10.5.27-1.el9 installed\n',
      '',
      { hello: '10.5.27-MariaDB\tMariaDB\troot@localhost' },
      'dnf',
    ),
    expect: 'pass',
    trap: 'the number of the version was taken for its age',
  },
  {
    name: 'its maker gave the series up',
    host: rocky9,
    ...says('mysql-community-server 5.7.44-1.el7 installed\n', '', { hello: '5.7.44\tMySQL\troot@localhost' }, 'dnf'),
    expect: 'fail',
    because: '5.7.44',
  },
  {
    name: 'of its maker: security carries no mark',
    host: rocky9,
    ...says('mysql-community-server 8.4.3-1.el9 installed\n', '', { hello: '8.4.3\tMySQL\troot@localhost' }, 'dnf'),
    expect: 'manual',
    because: 'no mark',
  },
  {
    name: 'of the project: its name has capitals',
    host: rocky9,
    ...says('MariaDB-server 10.11.9-1.el9 installed\n', '', { hello: mariadb }, 'dnf'),
    expect: 'manual',
    because: 'no mark',
  },
  {
    name: 'of no package',
    host: debian12,
    ...says('', '', { program: '/usr/local/mysql/bin/mysqld' }),
    expect: 'manual',
    because: 'no package',
  },
  {
    name: 'of no package, and given up',
    host: debian12,
    ...says('', '', { program: '/usr/local/mysql/bin/mysqld', hello: '5.6.51\tMySQL\troot@localhost' }),
    expect: 'fail',
  },
  {
    name: 'updated, and not restarted',
    host: ubuntu22,
    ...says(distro, '', { program: '/usr/sbin/mysqld (deleted)' }),
    expect: 'manual',
    because: 'not restarted',
    trap: 'the package is new and the process is old',
  },
  { name: 'old lists', host: ubuntu22, ...says(distro, '', {}, 'apt', '864000'), expect: 'manual' },
  {
    name: 'a locked release',
    host: al2023,
    ...says('mariadb105-server 10.5.25-1.amzn2023 installed\n', '', { hello: mariadb }, 'dnf'),
    expect: 'manual',
    because: 'locked',
  },
  { name: 'an image has nobody to ask', host: image(rocky9), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'nobody to ask', host: rocky9, ...mysqlRefuses(), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
  {
    name: 'a package that only names the server to install',
    host: debian12,
    ...says('default-mysql-server 1.1.0 installed\n', '', { program: '/usr/local/mysql/bin/mysqld' }),
    expect: 'manual',
    because: 'no package',
  },
];
