// The ssh server of a root: version, built-in defaults, configuration files and host keys.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

export interface SshRelease {
  /** What `sshd -V` prints. */
  readonly version: string;
  /** From 8.2 on, and only there, the main file includes drop-ins first. */
  readonly include: boolean;
  readonly privsepFolder: string;
  /** Up to 8.6 the option had the older of its two names. */
  readonly keyboardOption: 'challengeresponseauthentication' | 'kbdinteractiveauthentication';
  /** Group that may read private host keys, as Red Hat's packages set it (`ssh_keys`); else root's own. */
  readonly hostKeyGid?: number;
}

/** Built-in defaults in the order in which `sshd -T` prints them (sshd_config(5), servconf.c). */
function builtIn(release: SshRelease): string[] {
  return [
    'port 22',
    'addressfamily any',
    'listenaddress 0.0.0.0:22',
    'usepam no',
    'logingracetime 120',
    'x11displayoffset 10',
    'maxauthtries 6',
    'maxsessions 10',
    'clientaliveinterval 0',
    'clientalivecountmax 3',
    'permitrootlogin without-password',
    'ignorerhosts yes',
    'hostbasedauthentication no',
    'pubkeyauthentication yes',
    'passwordauthentication yes',
    `${release.keyboardOption} yes`,
    'printmotd yes',
    'x11forwarding no',
    'strictmodes yes',
    'tcpkeepalive yes',
    'permitemptypasswords no',
    'permituserenvironment no',
    'gatewayports no',
    'usedns no',
    'allowtcpforwarding yes',
    'loglevel INFO',
    'syslogfacility AUTH',
    'authorizedkeysfile .ssh/authorized_keys .ssh/authorized_keys2',
    'maxstartups 10:30:100',
    'banner none',
  ];
}

/** The file from which the lab's sshd takes version and defaults, and the privilege-separation folder. */
export function sshRelease(release: SshRelease): Files {
  return {
    '/opt/lab/sshd': lines([
      `version ${release.version}`,
      `privsep ${release.privsepFolder}`,
      `include ${release.include ? 'yes' : 'no'}`,
      ...builtIn(release).map((line) => `default ${line}`),
    ]),
    [release.privsepFolder]: { dir: true },
    ...hostKeys(release),
  };
}

function hostKeys(release: SshRelease): Files {
  const mode = release.hostKeyGid === undefined ? '0600' : '0640';
  return Object.fromEntries(
    ['ecdsa', 'ed25519', 'rsa'].flatMap((kind) => [
      [
        `/etc/ssh/ssh_host_${kind}_key`,
        { text: 'a host key of the lab, no real one\n', mode, gid: release.hostKeyGid ?? 0 },
      ],
      [`/etc/ssh/ssh_host_${kind}_key.pub`, { text: 'a public host key of the lab\n', mode: '0644' }],
    ]),
  );
}

const redhatBody = [
  'HostKey /etc/ssh/ssh_host_rsa_key',
  'HostKey /etc/ssh/ssh_host_ecdsa_key',
  'HostKey /etc/ssh/ssh_host_ed25519_key',
  'SyslogFacility AUTHPRIV',
  '#LoginGraceTime 2m',
];

/** Red Hat's main file before drop-ins existed (7.4, 8.0): everything stands in it. `rootLogin` is its line about root. */
export function sshConfigRedhatOld(rootLogin: string): string {
  return lines([
    '#	$OpenBSD: sshd_config $',
    ...redhatBody,
    rootLogin,
    'AuthorizedKeysFile	.ssh/authorized_keys',
    'PasswordAuthentication no',
    'ChallengeResponseAuthentication no',
    'GSSAPIAuthentication yes',
    'UsePAM yes',
    'X11Forwarding yes',
    'AcceptEnv LANG LC_CTYPE LC_NUMERIC',
    'Subsystem sftp	/usr/libexec/openssh/sftp-server',
  ]);
}

/** Red Hat's files with drop-ins (8.7): the main file includes first, the vendor's settings are in 50-redhat.conf. */
export function sshConfigRedhat(rootLogin: string): Files {
  return {
    '/etc/ssh/sshd_config': {
      text: lines([
        '#	$OpenBSD: sshd_config $',
        'Include /etc/ssh/sshd_config.d/*.conf',
        '#LoginGraceTime 2m',
        rootLogin,
        'AuthorizedKeysFile	.ssh/authorized_keys',
        'Subsystem	sftp	/usr/libexec/openssh/sftp-server',
      ]),
      mode: '0600',
    },
    '/etc/ssh/sshd_config.d': { dir: true, mode: '0700' },
    '/etc/ssh/sshd_config.d/50-redhat.conf': {
      text: lines([
        'SyslogFacility AUTHPRIV',
        'ChallengeResponseAuthentication no',
        'GSSAPIAuthentication yes',
        'UsePAM yes',
        'X11Forwarding yes',
        'PrintMotd no',
      ]),
      mode: '0600',
    },
  };
}

/** Debian's and Ubuntu's main file. */
export function sshConfigDebian(release: SshRelease): Files {
  const keyboard =
    release.keyboardOption === 'kbdinteractiveauthentication'
      ? 'KbdInteractiveAuthentication'
      : 'ChallengeResponseAuthentication';
  return {
    '/etc/ssh/sshd_config': lines([
      '# This is the sshd server system-wide configuration file.',
      'Include /etc/ssh/sshd_config.d/*.conf',
      '#Port 22',
      '#PermitRootLogin prohibit-password',
      `${keyboard} no`,
      'UsePAM yes',
      'X11Forwarding yes',
      'PrintMotd no',
      'AcceptEnv LANG LC_*',
      'Subsystem	sftp	/usr/lib/openssh/sftp-server',
    ]),
    '/etc/ssh/sshd_config.d': { dir: true },
  };
}
