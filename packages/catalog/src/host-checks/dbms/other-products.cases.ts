// Cases of dbms.other-products.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';

const none = { names: { stdout: '' }, 'packages-seen': { stdout: '' }, listeners: { stdout: '' } };
const listening = (port: number, program: string) =>
  `LISTEN 0 128 0.0.0.0:${port} 0.0.0.0:* users:(("${program}",pid=9,fd=5))\n`;

export const otherProductsCases: readonly HostCase[] = [
  {
    name: 'nothing is there',
    host: al2023,
    files: { '/etc/oratab': 'absent' },
    commands: none,
    expect: 'notApplicable',
    because: '"found":"none"',
  },
  {
    name: 'MySQL and PostgreSQL are judged elsewhere',
    host: debian12,
    commands: { ...none, listeners: { stdout: listening(3306, 'mariadbd') + listening(5432, 'postgres') } },
    expect: 'notApplicable',
  },
  {
    name: 'Oracle runs',
    host: rocky8,
    commands: { ...none, names: { stdout: 'ora_pmon_ORCL\ntnslsnr\n' } },
    expect: 'manual',
    because: 'Oracle',
  },
  {
    name: 'SQL Server on Linux, by its package',
    host: ubuntu22,
    commands: { ...none, 'packages-seen': { stdout: 'mssql-server\n' } },
    expect: 'manual',
    because: 'SQL Server',
  },
  {
    name: 'Tibero, by its folder',
    host: image(rocky9),
    files: { '/home/tibero': { type: 'dir' } },
    expect: 'manual',
    because: 'Tibero',
  },
  {
    name: 'CUBRID in a container, by its processes',
    host: al2,
    commands: { ...none, names: { stdout: 'cub_master\n' } },
    expect: 'manual',
    because: 'CUBRID',
  },
  {
    name: 'Altibase, by its port',
    host: rocky9,
    commands: { ...none, listeners: { stdout: listening(20300, 'x') } },
    expect: 'manual',
    because: 'Altibase',
  },
  {
    name: 'a process with a name alike is none',
    host: ubuntu22,
    commands: { ...none, names: { stdout: 'hdbscan\ncub_x\n' } },
    expect: 'notApplicable',
    trap: 'names matched by their beginning',
  },
  {
    name: 'clients are no server',
    host: rocky9,
    commands: { ...none, 'packages-seen': { stdout: 'oracle-instantclient-basic\n' } },
    expect: 'notApplicable',
  },
  { name: 'processes of others are hidden', host: ubuntu22, notes: [['processes-hidden']], expect: 'unknown' },
  {
    name: 'a folder that cannot be seen',
    host: rocky9,
    files: { '/opt/oracle': 'unreadable' },
    commands: none,
    expect: 'unknown',
  },
];
