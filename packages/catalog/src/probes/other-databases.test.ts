// Every sign of every other database product is one of that product alone; what was looked at is said where nothing was found.
import { describe, expect, it } from 'vitest';
import { otherDatabases } from './other-databases.ts';
import { factOf, faultOf, file, gone, hidden, note, said } from './testing/records.ts';

const seen = (...records: Parameters<typeof factOf>[1][]) => [...factOf(otherDatabases, ...records).seen];
const listening = (address: string) =>
  `LISTEN 0      128          ${address}      0.0.0.0:*    users:(("x",pid=9,fd=3))`;

describe.each([
  {
    product: 'Oracle Database',
    processes: ['ora_pmon_ORCL', 'db_pmon_x', 'xe_pmon_XE', 'tnslsnr'],
    strangers: ['xora_pmon_ORCL', 'xtnslsnr', 'tnslsnrs', 'ora_smon_ORCL'],
    port: 1521,
    paths: ['/etc/oratab', '/etc/oraInst.loc', '/u01/app/oracle', '/opt/oracle'],
    packages: ['oracle-database-ee-19c', 'oracle-xe', 'oracle-free-23ai'],
    otherPackages: ['rsyslog-oracle-xe', 'oracle-instantclient'],
  },
  {
    product: 'Microsoft SQL Server',
    processes: ['sqlservr'],
    strangers: ['sqlservr2', 'xsqlservr'],
    port: 1433,
    paths: ['/opt/mssql', '/var/opt/mssql'],
    packages: ['mssql-server', 'mssql-server-fts'],
    otherPackages: ['php-mssql-server', 'mssql-tools'],
  },
  {
    product: 'Tibero',
    processes: ['tbsvr', 'tbsvr_WTHR000', 'tblistener'],
    strangers: ['xtbsvr', 'tbclient'],
    port: 8629,
    paths: ['/opt/tibero', '/home/tibero', '/tibero'],
    packages: ['tibero7'],
    otherPackages: ['odbc-tibero'],
  },
  {
    product: 'Altibase',
    processes: ['altibase'],
    strangers: ['altibase-exporter', 'xaltibase'],
    port: 20300,
    paths: ['/opt/altibase', '/home/altibase', '/altibase'],
    packages: ['altibase-server'],
    otherPackages: ['php-altibase'],
  },
  {
    product: 'CUBRID',
    processes: ['cub_master', 'cub_server', 'cub_broker', 'cub_cas', 'cub_manager'],
    strangers: ['cub_admin', 'xcub_cas', 'cub_cas_x'],
    port: 1523,
    paths: ['/opt/cubrid', '/opt/CUBRID', '/home/cubrid'],
    packages: ['cubrid', 'CUBRID-11.3'],
    otherPackages: ['php-cubrid'],
  },
  {
    product: 'Db2',
    processes: ['db2sysc', 'db2wdog'],
    strangers: ['db2fmcd', 'xdb2sysc', 'db2syscx'],
    port: 50000,
    paths: ['/opt/ibm/db2', '/var/db2'],
    packages: ['db2', 'ibm-db2-server'],
    otherPackages: ['php-ibm-db2'],
  },
  {
    product: 'SAP HANA',
    processes: ['hdbindexserver', 'hdbnameserver', 'hdbdaemon'],
    strangers: ['hdbsql', 'xhdbdaemon'],
    port: null,
    paths: ['/hana/shared', '/usr/sap/hostctrl'],
    packages: ['saphostagent'],
    otherPackages: ['x-saphostagent'],
  },
  {
    product: 'Informix',
    processes: ['oninit'],
    strangers: ['oninitx', 'xoninit'],
    port: 9088,
    paths: ['/opt/IBM/informix', '/opt/ibm/informix'],
    packages: ['informix-server'],
    otherPackages: ['odbc-informix'],
  },
])('$product', ({ product, processes, strangers, port, paths, packages, otherPackages }) => {
  it.each(processes)('runs as %s', (name) => {
    expect(seen(said('names', name))).toEqual([[product, [{ source: '/proc/*/comm', found: `process ${name}` }]]]);
  });

  it('is no other process', () => {
    expect(seen(said('names', [...strangers, ''].join('\n')))).toEqual([]);
  });

  it('listens', () => {
    const line = `LISTEN 0 128 *:${port} 0.0.0.0:* users:(("x",pid=9,fd=3))`;
    const found = [[product, [{ source: 'ss -l -n -t -p', found: line }]]];
    expect(seen(said('listeners', `  ${listening(`*:${port}`)}  `))).toEqual(port === null ? [] : found);
  });

  it.each(paths)('lies in %s', (path) => {
    expect(seen(file(path, '', { type: 'dir' }))).toEqual([[product, [{ source: path, found: 'is there' }]]]);
    expect(seen(gone(path))).toEqual([]);
    expect(faultOf(otherDatabases, hidden(path))).toBe(`${path} could not be seen`);
  });

  it.each(packages)('is installed as %s', (name) => {
    expect(seen(said('packages-seen', name))).toEqual([
      [product, [{ source: 'package database', found: `package ${name}` }]],
    ]);
  });

  it('is no other package', () => expect(seen(said('packages-seen', otherPackages.join('\n')))).toEqual([]));
});

it.each(['127.0.0.1:11521', '[::1]:1521:5', '10.0.0.1:15210', '', ':', '@1521'])(
  '%s is no port of theirs',
  (address) => {
    expect(seen(said('listeners', address === '' ? 'LISTEN 0' : listening(address)))).toEqual([]);
  },
);

it('takes the port behind the last colon, and no more of a line than people read', () => {
  expect(seen(said('listeners', listening('[::]:1521')))).toHaveLength(1);
  const [[, proofs] = ['', []]] = seen(said('listeners', listening('[::]:1521').padEnd(400, 'x')));
  expect(proofs[0]?.found).toHaveLength(160);
});

it('says what was looked at', () => {
  const products = 'Oracle Database, Microsoft SQL Server, Tibero, Altibase, CUBRID, Db2, SAP HANA, Informix';
  expect(factOf(otherDatabases).looked).toBe(`21 folders of ${products}`);
  expect(factOf(otherDatabases, said('names', '')).looked).toBe(
    `processes, listeners, packages and 21 folders of ${products}`,
  );
});

it('does not guess where the processes of others are hidden', () => {
  expect(faultOf(otherDatabases, note('processes-hidden'))).toBe('the processes of others are hidden');
});
