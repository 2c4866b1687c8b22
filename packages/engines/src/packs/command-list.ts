// The commands that a pack may ask a host: a closed list with fixed, read-only arguments, and at most one word from the pack.
import type { CommandRecord } from '@bongsu/core';

export interface PackCommand {
  /** Program and its fixed arguments; the pack's word comes last. */
  readonly words: readonly string[];
  /** The field that holds the pack's word, what it must look like, and an example; null where the command takes none. */
  readonly argument: {
    readonly field: 'key' | 'unit' | 'package';
    readonly shape: RegExp;
    readonly example: string;
  } | null;
  /** Whether the program told what it was asked; a failure is a gap and never an answer. */
  answered(record: CommandRecord): boolean;
  /** For the documentation: what its lines are. */
  readonly lines: string;
}

const ended = ({ exitCode }: CommandRecord): boolean => exitCode === 0;
const said = ({ stdout }: CommandRecord): boolean => (stdout[0] ?? '') !== '';
const unit = {
  field: 'unit',
  shape: /^[A-Za-z0-9][A-Za-z0-9:_.@\\-]{0,120}\.(?:service|socket|timer|target|mount|path)$/,
  example: 'auditd.service',
} as const;
const packageName = { field: 'package', shape: /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,120}$/, example: 'aide' } as const;

/**
 * Nothing here writes, asks the network, or loads a kernel module (a packet filter's list command may: the probe `source-limits`
 * knows when not to ask). `systemctl` tells by its first line whatever its exit code (systemctl(1)).
 */
export const packCommands = {
  sysctl: {
    words: ['sysctl', '-n'],
    argument: {
      field: 'key',
      shape: /^[a-z][a-z0-9_]*(?:[./][A-Za-z0-9_-]{1,60}){1,8}$/,
      example: 'net.ipv4.ip_forward',
    },
    answered: (record) => ended(record) && said(record),
    lines: 'the value',
  },
  'systemctl-is-enabled': {
    words: ['systemctl', 'is-enabled'],
    argument: unit,
    answered: (record) =>
      said(record) || record.stderr.some((line) => /No such file|not found|does not exist/i.test(line)),
    lines: '`enabled`, `disabled`, `static`, `masked`, …; none where there is no such unit',
  },
  'systemctl-is-active': {
    words: ['systemctl', 'is-active'],
    argument: unit,
    answered: said,
    lines: '`active`, `inactive`, `failed`, …',
  },
  rpm: {
    words: ['rpm', '-q', '--qf', '%{NAME} %{VERSION}-%{RELEASE}\\n'],
    argument: packageName,
    answered: (record) => ended(record) || record.stdout.some((line) => line.endsWith(' is not installed')),
    lines: '`name version-release`; `package … is not installed` with exit code 1',
  },
  'dpkg-query': {
    words: ['dpkg-query', '-W', '-f', '${Package} ${Version} ${db:Status-Status}\\n'],
    argument: packageName,
    answered: (record) => ended(record) || record.stderr.some((line) => /no packages found/.test(line)),
    lines: '`name version installed`; none with exit code 1 where dpkg never knew the package',
  },
  sshd: {
    words: ['sshd', '-T', '-C', 'user=root,host=localhost,addr=127.0.0.1'],
    argument: null,
    answered: (record) => ended(record) && said(record),
    lines: 'effective settings for root, `keyword value`, keywords in small letters',
  },
  ss: { words: ['ss', '-H', '-lntu'], argument: null, answered: ended, lines: 'one listening socket each' },
  uname: { words: ['uname', '-r'], argument: null, answered: said, lines: 'the release of the kernel' },
  getenforce: {
    words: ['getenforce'],
    argument: null,
    answered: said,
    lines: '`Enforcing`, `Permissive` or `Disabled`',
  },
  mount: {
    words: ['mount'],
    argument: null,
    answered: (record) => ended(record) && said(record),
    lines: '`device on place type kind (options)`',
  },
  lsmod: {
    words: ['lsmod'],
    argument: null,
    answered: (record) => ended(record) && said(record),
    lines: 'a head, then one loaded module each',
  },
  'auditctl-rules': {
    words: ['auditctl', '-l'],
    argument: null,
    answered: (record) => ended(record) && said(record),
    lines: 'one rule each, or `No rules`',
  },
  'auditctl-status': {
    words: ['auditctl', '-s'],
    argument: null,
    answered: (record) => ended(record) && said(record),
    lines: '`enabled 1`, `pid 612`, …',
  },
  'crypto-policies': {
    words: ['update-crypto-policies', '--show'],
    argument: null,
    answered: said,
    lines: 'the policy, such as `DEFAULT`',
  },
} as const satisfies Readonly<Record<string, PackCommand>>;

export type CommandName = keyof typeof packCommands;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(packCommands, name);
}

/** The label under which the answer stands in the evidence, and in a case: `sysctl net.ipv4.ip_forward`. */
export function commandLabel(name: CommandName, argument: string | null): string {
  return argument === null ? name : `${name} ${argument}`;
}

/** The command line as a person would type it. */
export function commandLine(name: CommandName, argument: string | null): string {
  return [...packCommands[name].words, ...(argument === null ? [] : [argument])].join(' ');
}
