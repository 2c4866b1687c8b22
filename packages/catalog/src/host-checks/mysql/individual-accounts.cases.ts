// Cases of mysql.individual-accounts.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { account, mysqlImage, mysqlRefuses, mysqlRuns, noServer, socketRoot } from '../mysql-hosts.ts';

const two = [socketRoot, account('kim', '10.0.0.5'), account('shop', '10.0.0.6')];

export const mysqlIndividualAccountsCases: readonly HostCase[] = [
  {
    name: 'who uses them is for people to say',
    host: debian12,
    ...mysqlRuns({ rows: two }),
    expect: 'manual',
    because: 'kim@10.0.0.5',
  },
  {
    name: 'root alone is for people to say',
    host: rocky9,
    ...mysqlRuns({ rows: [socketRoot] }),
    expect: 'manual',
    because: 'the only account',
  },
  {
    name: 'one user each, by the configuration',
    host: debian12,
    ...mysqlRuns({ rows: two }),
    parameters: { individual: ['kim', 'shop'] },
    expect: 'pass',
  },
  {
    name: 'one that is not listed',
    host: al2023,
    ...mysqlRuns({ rows: two }),
    parameters: { individual: ['kim'] },
    expect: 'fail',
    because: 'shop@10.0.0.6',
  },
  {
    name: "an anonymous account is everybody's",
    host: al2,
    ...mysqlRuns({ rows: [socketRoot, account('', '%', '', 'empty')] }),
    expect: 'fail',
  },
  {
    name: 'the server wants a password',
    host: ubuntu22,
    ...mysqlRefuses(),
    expect: 'manual',
    because: 'could not be asked',
  },
  { name: 'an image cannot be asked', host: image(rocky9), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
];
