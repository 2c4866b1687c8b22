// Signs of the database products that the guide names beside MySQL and PostgreSQL: processes, listeners, folders and packages.
import type { Proof, Records } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';

export interface OtherDatabases {
  /** Products with what was seen of each. */
  readonly seen: ReadonlyMap<string, readonly Proof[]>;
  /** What was looked at, for evidence that nothing was found. */
  readonly looked: string;
}

interface Product {
  readonly name: string;
  /** Names of processes, as /proc/PID/comm cuts them to 15 letters. */
  readonly processes: RegExp;
  /** Ports of TCP that the product alone registers or uses by default. */
  readonly ports: readonly number[];
  readonly paths: readonly string[];
  readonly packages: RegExp;
}

/** Sources: installation guides of each product; `ps` of its default installation. */
const products: readonly Product[] = [
  {
    name: 'Oracle Database',
    processes: /^(?:(?:ora|db|xe)_pmon_|tnslsnr$)/,
    ports: [1521],
    paths: ['/etc/oratab', '/etc/oraInst.loc', '/u01/app/oracle', '/opt/oracle'],
    packages: /^oracle-(?:database|xe|free)/,
  },
  {
    name: 'Microsoft SQL Server',
    processes: /^sqlservr$/,
    ports: [1433],
    paths: ['/opt/mssql', '/var/opt/mssql'],
    packages: /^mssql-server/,
  },
  {
    name: 'Tibero',
    processes: /^tb(?:svr|listener)/,
    ports: [8629],
    paths: ['/opt/tibero', '/home/tibero', '/tibero'],
    packages: /^tibero/,
  },
  {
    name: 'Altibase',
    processes: /^altibase$/,
    ports: [20300],
    paths: ['/opt/altibase', '/home/altibase', '/altibase'],
    packages: /^altibase/,
  },
  {
    name: 'CUBRID',
    processes: /^cub_(?:master|server|broker|cas|manager)$/,
    ports: [1523],
    paths: ['/opt/cubrid', '/opt/CUBRID', '/home/cubrid'],
    packages: /^cubrid/i,
  },
  {
    name: 'Db2',
    processes: /^db2(?:sysc|wdog)$/,
    ports: [50000],
    paths: ['/opt/ibm/db2', '/var/db2'],
    packages: /^(?:ibm-)?db2/,
  },
  {
    name: 'SAP HANA',
    processes: /^hdb(?:indexserver|nameserver|daemon)/,
    ports: [],
    paths: ['/hana/shared', '/usr/sap/hostctrl'],
    packages: /^saphostagent/,
  },
  {
    name: 'Informix',
    processes: /^oninit$/,
    ports: [9088],
    paths: ['/opt/IBM/informix', '/opt/ibm/informix'],
    packages: /^informix/,
  },
];
const paths = products.flatMap((product) => product.paths);

export const otherDatabases = probe<OtherDatabases>({
  name: 'other-databases',
  timeoutSeconds: 40,
  sizeBytesMax: 262144,
  live: false,
  script: `
database_names() { grep -hE '^(ora_pmon_|db_pmon_|xe_pmon_|tnslsnr|sqlservr|tbsvr|tblistener|altibase$|cub_|db2sysc|db2wdog|hdb|oninit)' /proc/[0-9]*/comm 2> /dev/null | sort -u | head -n 100; }
database_packages() {
  if command -v dpkg-query > /dev/null 2>&1; then
    dpkg-query -W -f '\${db:Status-Abbrev} \${Package}\\n' 2> /dev/null | sed -n 's/^.i. *//p' | grep -iE '^(oracle-(database|xe|free)|mssql-server|tibero|altibase|cubrid|(ibm-)?db2|saphostagent|informix)' | head -n 100
  elif command -v rpm > /dev/null 2>&1; then
    rpm -qa --qf '%{NAME}\\n' 'oracle-database*' 'oracle-xe*' 'oracle-free*' 'mssql-server*' 'tibero*' 'altibase*' 'cubrid*' 'CUBRID*' 'db2*' 'ibm-db2*' 'saphostagent*' 'informix*' | head -n 100
  fi
}
for _path in ${paths.join(' ')}; do meta "$_path"; done
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  [ -r /proc/1/comm ] || note processes-hidden
  cmd names database_names
  cmd packages-seen database_packages
  if command -v ss > /dev/null 2>&1; then cmd listeners ss -H -l -n -t -p; fi
fi
:
`,
  read(records) {
    if (records.note('processes-hidden'))
      return unread('다른 사용자의 프로세스를 볼 수 없음', 'the processes of others are hidden');
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 볼 수 없음`, `${hidden.path} could not be seen`);
    const seen = products.flatMap((product) => {
      const proofs = signsOf(product, records);
      return proofs.length > 0 ? [[product.name, proofs] as const] : [];
    });
    const live = records.command('names') !== undefined;
    return {
      seen: new Map(seen),
      looked: `${live ? 'processes, listeners, packages and ' : ''}${paths.length} folders of ${products.map(({ name }) => name).join(', ')}`,
    };
  },
});

function signsOf({ processes, ports, paths: folders, packages }: Product, records: Records): Proof[] {
  const out = (label: string): readonly string[] => records.command(label)?.stdout ?? [];
  return [
    ...out('names')
      .filter((name) => processes.test(name))
      .map((name) => ({ source: '/proc/*/comm', found: `process ${name}` })),
    ...out('listeners').flatMap((line) => {
      const fields = line.trim().split(/\s+/);
      const port = fields[3]?.split(':').at(-1);
      return ports.some((one) => port === `${one}`)
        ? [{ source: 'ss -l -n -t -p', found: fields.join(' ').slice(0, 160) }]
        : [];
    }),
    ...folders
      .filter((path) => records.file(path)?.state === 'present')
      .map((path) => ({ source: path, found: 'is there' })),
    ...out('packages-seen')
      .filter((name) => packages.test(name))
      .map((name) => ({ source: 'package database', found: `package ${name}` })),
  ];
}
