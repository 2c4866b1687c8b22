// Cases of ftp.access-list.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';

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
];
