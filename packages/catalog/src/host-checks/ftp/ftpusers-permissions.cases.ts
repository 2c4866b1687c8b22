// Cases of ftp.ftpusers-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { booted } from '../service-answers.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const list = (mode: string, uid = 0): CaseFile => ({ text: 'root\n', mode, uid });
const pamOf = (path: string) => `auth required pam_listfile.so item=user sense=deny file=${path} onerr=succeed\n`;
const redHat = (ftpusers: CaseFile) => ({
  files: {
    '/etc/vsftpd/vsftpd.conf': 'pam_service_name=vsftpd\n',
    '/etc/pam.d/vsftpd': pamOf('/etc/vsftpd/ftpusers'),
    '/etc/vsftpd/ftpusers': ftpusers,
  },
  commands: booted(['vsftpd.service']),
});
const debian = (ftpusers: CaseFile) => ({
  files: {
    '/etc/vsftpd.conf': 'pam_service_name=vsftpd\n',
    '/etc/pam.d/vsftpd': pamOf('/etc/ftpusers'),
    '/etc/ftpusers': ftpusers,
  },
  commands: booted(['vsftpd.service']),
});

export const ftpusersPermissionsCases: readonly HostCase[] = [
  { name: 'stock of Red Hat', host: rocky9, ...redHat(list('0600')), expect: 'pass' },
  { name: 'exactly the limit', host: al2, ...redHat(list('0640')), expect: 'pass' },
  { name: 'stock of Debian', host: debian12, ...debian(list('0644')), expect: 'fail', because: '/etc/ftpusers' },
  {
    name: 'stock of Debian, by the profile',
    host: ubuntu22,
    ...debian(list('0644')),
    profile: 'distro-aware',
    expect: 'pass',
  },
  { name: 'not stock elsewhere', host: rocky8, ...redHat(list('0644')), profile: 'distro-aware', expect: 'fail' },
  {
    name: 'the profile takes no other owner',
    host: debian12,
    ...debian(list('0644', 1000)),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: '577 is a smaller number and a wider mode',
    host: rocky8,
    ...redHat(list('0577')),
    expect: 'fail',
    trap: 'U-63(1)',
  },
  {
    name: 'a list that PAM does not ask',
    host: ubuntu22,
    files: { '/etc/vsftpd.conf': 'pam_service_name=vsftpd\n', '/etc/pam.d/vsftpd': '', '/etc/ftpusers': list('0640') },
    commands: booted(['vsftpd.service']),
    expect: 'fail',
    because: 'asks no list',
    trap: 'U-63(2)',
  },
  {
    name: 'rules in the file of ProFTPD are no ftpusers',
    host: debian12,
    files: {
      '/etc/proftpd/proftpd.conf': { text: 'UseFtpUsers off\n<Limit LOGIN>\n  DenyAll\n</Limit>\n', mode: '0640' },
    },
    commands: booted(['proftpd.service']),
    expect: 'fail',
    trap: 'the editions ask different things under one code',
  },
  {
    name: 'no FTP server, whatever the file',
    host: ubuntu22,
    files: { '/etc/ftpusers': list('0666', 1000) },
    commands: booted(['ssh.service']),
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
  ...(
    [
      ['/etc/vsftpd.conf', '/etc/vsftpd.conf'],
      ['/opt/vsftpd.conf', 'vsftpd.conf'],
    ] as const
  ).map(
    ([path, named]): HostCase => ({
      name: `no list, with ${path}`,
      host: ubuntu22,
      files: { [path]: 'pam_service_name=vsftpd\n' },
      commands: booted(['vsftpd.service']),
      expect: 'fail',
      because: `,${wholeEvidence([named, 'no ftpusers, no user_list', 'uid 0, no bit outside 0640']).slice(1)}`,
    }),
  ),
];
