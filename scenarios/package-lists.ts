// Changes by which a scenario says what dpkg has installed and which fixes the lists of apt's security archive hold.
import type { Changes } from './scenario.ts';

type Versions = Readonly<Record<string, string>>;

interface Lists {
  /** Days since the archive published them. */
  readonly ageDays?: number;
  /** `Status:` of every package that is installed. */
  readonly status?: string;
  /** `amd64` where absent. */
  readonly architecture?: string;
  readonly suite?: string;
}

const folder = '/var/lib/apt/lists';
export const dpkgStatus = '/var/lib/dpkg/status';
export const securityList = (suite: string): string =>
  `${folder}/archive.example.com_dists_${suite}_main_binary-amd64_Packages`;

const paragraphs = (versions: Versions, more: string): string =>
  Object.entries(versions)
    .map(([name, version]) => `Package: ${name}\n${more}Version: ${version}\nDescription: ${name}\n`)
    .join('\n');

/** The packages of `installed` stand there, and the list of the security archive holds those of `fixed`. */
export function lists(installed: Versions, fixed: Versions, more: Lists = {}): Changes {
  const { ageDays = 0, status = 'install ok installed', architecture = 'amd64', suite = 'jammy-security' } = more;
  const date = new Date(Date.now() - ageDays * 86_400_000).toUTCString().replace('GMT', 'UTC');
  return {
    [dpkgStatus]: paragraphs(installed, `Status: ${status}\nArchitecture: amd64\n`),
    [`${folder}/archive.example.com_dists_${suite}_InRelease`]: `Origin: Example\nLabel: Example\nSuite: ${suite}\nDate: ${date}\nSHA256:\n`,
    [securityList(suite)]: paragraphs(fixed, `Architecture: ${architecture}\n`),
  };
}
