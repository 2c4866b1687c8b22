// Which security updates the package manager knows of, from what it fetched before: nothing is refreshed and nothing asked over the network.
import type { CommandRecord, Records } from '@bongsu/core';
import { probe } from '@bongsu/core';
import type { PackageUpdate } from './package-updates/apt-updates.ts';
import { aptScript } from './package-updates/apt-script.ts';
import { aptListsAgeSeconds, aptUpdates } from './package-updates/apt-updates.ts';

export interface PackageUpdates {
  readonly manager: 'apt' | 'dnf' | 'yum' | null;
  /** Updates of a security repository or advisory that wait; null where the package manager could not say. */
  readonly security: readonly PackageUpdate[] | null;
  /** Why it could not say. */
  readonly fault: string;
  /** Age of what the package manager knows: of its lists where they are dated, else since it fetched them; null where nothing tells. */
  readonly listsAgeDays: number | null;
  /** Installed version by package, of the servers that items name. */
  readonly installed: ReadonlyMap<string, string>;
  /** The command whose answer this is, as evidence. */
  readonly source: string;
}

const databases = [
  'mysql-server',
  ...['5.7', '8.0', '8.4'].map((series) => `mysql-server-${series}`),
  'mysql-community-server',
  'mysql8.0-server',
  'mysql8.4-server',
  'percona-server-server',
  'mariadb-server',
  ...['10.3', '10.5', '10.6'].map((series) => `mariadb-server-${series}`),
  ...['105', '1011', '114', '118'].map((series) => `mariadb${series}-server`),
  'MariaDB-server',
  'postgresql-server',
  ...['9.6', '10', '11', '12', '13', '14', '15', '16', '17', '18'].flatMap((series) => [
    `postgresql-${series}`,
    `postgresql${series.replace('.', '')}-server`,
  ]),
];
const servers = [
  'postfix',
  'sendmail',
  'sendmail-bin',
  'exim',
  'exim4-base',
  'bind',
  'bind9',
  'apache2',
  'apache2-bin',
  'httpd',
  'httpd24-httpd',
  'mod_ssl',
  'tomcat',
  'tomcat9',
  'tomcat10',
  'tomcat11',
  'nginx',
  'nginx-core',
  'nginx-full',
  'nginx-light',
  'nginx-extras',
  'openresty',
  ...databases,
];

const sources = {
  apt: 'lists of apt against the packages of dpkg',
  dnf: 'dnf -C updateinfo list --security',
  yum: 'yum -C updateinfo list security',
} as const;

export const packageUpdates = probe<PackageUpdates>({
  name: 'package-updates',
  timeoutSeconds: 150,
  sizeBytesMax: 1048576,
  live: false,
  // dnf and yum are told to stay with their cache (-C), and dnf to log elsewhere.
  script: `
newest() { stat -c %Y "$@" 2> /dev/null | sort -n | tail -n 1; }
${aptScript(servers)}
if [ -z "$_dpkg" ] && [ "$LIVE" = 1 ] && [ -z "$R" ] && command -v rpm > /dev/null 2>&1; then
  _fetched=
  if command -v dnf > /dev/null 2>&1; then
    cmd dnf timeout 120 dnf -C -q --setopt=logdir="$W" updateinfo list --security
    _fetched=$(newest /var/cache/dnf/*/repodata)
  elif command -v yum > /dev/null 2>&1; then
    cmd yum timeout 120 yum -C -q updateinfo list security
    _fetched=$(newest /var/cache/yum/*/*/*/cachecookie)
  fi
  cmd installed rpm -q --qf '%{NAME} %{VERSION}-%{RELEASE} installed\\n' ${servers.join(' ')}
  [ -n "$_fetched" ] && note lists-age-seconds "$(($(date +%s) - _fetched))"
fi
:
`,
  read(records) {
    const manager = (['apt', 'dnf', 'yum'] as const).find((name) => records.command(name)) ?? null;
    const record = records.command(manager ?? '');
    const age = ageSeconds(records);
    const installed = (records.command('installed')?.stdout ?? []).flatMap((line) => {
      const parts = /^(\S+) (\S+) installed$/.exec(line.trim());
      return parts ? [[parts[1] ?? '', parts[2] ?? ''] as const] : [];
    });
    const said = record?.exitCode === 0 ? record.stdout : null;
    const security = said && (manager === 'apt' ? aptUpdates(said) : updatesOf(said));
    return {
      manager,
      security: typeof security === 'string' ? null : security,
      fault: typeof security === 'string' ? security : faultOf(record),
      listsAgeDays: age !== null && age >= 0 ? Math.floor(age / 86400) : null,
      installed: new Map(installed),
      source: manager === null ? 'package manager' : sources[manager],
    };
  },
});

function ageSeconds(records: Records): number | null {
  const noted = records.note('lists-age-seconds')?.values[0];
  return noted !== undefined && /^-?\d+$/.test(noted) ? Number(noted) : aptListsAgeSeconds(records);
}

function faultOf(record: CommandRecord | undefined): string {
  return record
    ? (record.stderr[0] ?? `exit code ${record.exitCode}`)
    : 'no package manager was asked: the root has no lists of apt, and is not booted or has no other';
}

function updatesOf(lines: readonly string[]): PackageUpdate[] {
  return lines.flatMap((line) => {
    const said = line.trim();
    // ALAS2-2024-1 important/Sec. openssl-1:1.0.2k-24.amzn2.x86_64; dnf 5 has columns of its own around the same words.
    const nevra = /(?:^|\s)(\S+)-[^-\s]+-[^-\s]+\.(?:x86_64|aarch64|noarch|i686)(?:\s|$)/.exec(said)?.[1];
    return nevra !== undefined && /\bsec(?:urity|\.)/i.test(said) ? [{ name: nevra, said }] : [];
  });
}
