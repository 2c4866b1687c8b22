// Cases of ftp.access-list.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const runs = (unit: string) => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} enabled\n` },
});
const list = (mode: string, uid = 0): CaseFile => ({ text: 'root\n', mode, uid });
const pamOf = (path: string) => `auth required pam_listfile.so item=user sense=deny file=${path} onerr=succeed\n`;
const redHat = (ftpusers: CaseFile, conf = 'pam_service_name=vsftpd\n', more: Record<string, CaseFile> = {}) => ({
  files: {
    '/etc/vsftpd/vsftpd.conf': conf,
    '/etc/pam.d/vsftpd': pamOf('/etc/vsftpd/ftpusers'),
    '/etc/vsftpd/ftpusers': ftpusers,
    ...more,
  },
  commands: runs('vsftpd.service'),
});

export const accessListCases: readonly HostCase[] = [
  { name: 'stock of Red Hat', host: rocky9, ...redHat(list('0600')), expect: 'pass' },
  {
    name: 'stock of Debian',
    host: debian12,
    files: {
      '/etc/vsftpd.conf': 'pam_service_name=vsftpd\n',
      '/etc/pam.d/vsftpd': pamOf('/etc/ftpusers'),
      '/etc/ftpusers': list('0644'),
    },
    commands: runs('vsftpd.service'),
    expect: 'fail',
    because: '/etc/ftpusers',
  },
  {
    name: '577 is a smaller number and a wider mode',
    host: rocky8,
    ...redHat(list('0577')),
    expect: 'fail',
    trap: 'U-63(1)',
  },
  { name: 'owned by a user', host: al2, ...redHat(list('0600', 1000)), expect: 'fail' },
  {
    name: 'the user list counts where it is asked',
    host: rocky9,
    ...redHat(list('0600'), 'pam_service_name=vsftpd\nuserlist_enable=YES\n', {
      '/etc/vsftpd/user_list': list('0644'),
    }),
    expect: 'fail',
    because: 'user_list',
  },
  {
    name: 'and not where it is not',
    host: rocky9,
    ...redHat(list('0600'), 'pam_service_name=vsftpd\nuserlist_enable=NO\n', {
      '/etc/vsftpd/user_list': list('0644'),
    }),
    expect: 'pass',
  },
  {
    name: 'a list that PAM does not ask limits nobody',
    host: ubuntu22,
    files: { '/etc/vsftpd.conf': 'pam_service_name=vsftpd\n', '/etc/pam.d/vsftpd': '', '/etc/ftpusers': list('0640') },
    commands: runs('vsftpd.service'),
    expect: 'fail',
    because: 'nothing limits',
    trap: 'U-63(2)',
  },
  {
    name: 'ProFTPD limits in its own file',
    host: debian12,
    files: {
      '/etc/proftpd/proftpd.conf': {
        text: 'UseFtpUsers off\n<Limit LOGIN>\n  Allow from 10.0.0.0/8\n  DenyAll\n</Limit>\n',
        mode: '0640',
      },
      '/etc/ftpusers': list('0666'),
    },
    commands: runs('proftpd.service'),
    expect: 'pass',
  },
  {
    name: 'no FTP server, whatever the file',
    host: ubuntu22,
    files: { '/etc/ftpusers': list('0666', 1000) },
    commands: runs('ssh.service'),
    expect: 'notApplicable',
    trap: 'U-63(3)',
  },
  {
    name: 'an image without one',
    host: image(debian12),
    files: { '/usr/sbin/vsftpd': '', '/etc/ftpusers': list('0644') },
    expect: 'notApplicable',
  },
  { name: 'a list that cannot be read', host: rocky9, ...redHat('unreadable'), expect: 'unknown' },

  {
    name: 'stock of Debian, by the profile',
    host: debian12,
    files: {
      '/etc/vsftpd.conf': 'pam_service_name=vsftpd\n',
      '/etc/pam.d/vsftpd': pamOf('/etc/ftpusers'),
      '/etc/ftpusers': list('0644'),
    },
    commands: runs('vsftpd.service'),
    profile: 'distro-aware',
    expect: 'pass',
  },
  { name: 'not stock elsewhere', host: rocky9, ...redHat(list('0644')), profile: 'distro-aware', expect: 'fail' },
  {
    name: 'the profile takes nothing wider',
    host: ubuntu22,
    files: {
      '/etc/vsftpd.conf': 'pam_service_name=vsftpd\n',
      '/etc/pam.d/vsftpd': pamOf('/etc/ftpusers'),
      '/etc/ftpusers': list('0646'),
    },
    commands: runs('vsftpd.service'),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a limit by tcp_wrappers makes vsftpd.conf no list',
    host: al2,
    files: { '/etc/vsftpd/vsftpd.conf': { text: 'tcp_wrappers=YES\n', mode: '0666' } },
    commands: runs('vsftpd.service'),
    expect: 'pass',
    because: wholeEvidence(['/etc/vsftpd/vsftpd.conf', 'tcp_wrappers=YES: /etc/hosts.allow and hosts.deny decide']),
  },
  {
    name: 'ProFTPD limits in a file that others may write',
    host: debian12,
    files: {
      '/etc/proftpd/proftpd.conf': { text: '<Limit WRITE LOGIN>\n  DenyAll\n</Limit>\n', mode: '0666' },
    },
    commands: runs('proftpd.service'),
    expect: 'fail',
    because: wholeEvidence(
      ['/etc/proftpd/proftpd.conf', '0666 0:0 (<Limit LOGIN>)', 'uid 0, no bit outside 0640'],
      ['/etc/proftpd/proftpd.conf:1', '<Limit WRITE LOGIN>'],
    ),
  },
  {
    name: 'ProFTPD limits something else, and greets by a file named login',
    host: debian12,
    files: {
      '/etc/proftpd/proftpd.conf': {
        text: 'DisplayLogin login.msg\n<Limit WRITE>\n  DenyAll\n</Limit>\n',
        mode: '0600',
      },
    },
    commands: runs('proftpd.service'),
    expect: 'fail',
    because: '"/etc/proftpd/proftpd.conf","found":"no list of users, no limit of hosts"',
  },
  {
    name: 'ProFTPD without its file',
    host: debian12,
    commands: runs('proftpd.service'),
    expect: 'fail',
    because: '"proftpd.conf","found":"no list of users, no limit of hosts"',
  },
  {
    name: 'what ProFTPD limits is no limit of Pure-FTPd',
    host: debian12,
    files: { '/etc/proftpd/proftpd.conf': { text: '<Limit LOGIN>\n  DenyAll\n</Limit>\n', mode: '0600' } },
    commands: runs('pure-ftpd.service'),
    expect: 'fail',
    because: 'nothing limits who may use pure-ftpd',
  },
  {
    name: 'what limits vsftpd is no limit of ProFTPD',
    host: debian12,
    files: { '/etc/vsftpd.conf': 'tcp_wrappers=YES\n' },
    commands: runs('proftpd.service'),
    expect: 'fail',
    because: 'nothing limits who may use proftpd',
  },
];
