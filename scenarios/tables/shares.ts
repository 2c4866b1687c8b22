// Scenarios of the checks of FTP, NFS, Samba and SNMP.
import { host, wanted, xinetdBlock } from '../host-state.ts';
import type { Changes, ScenarioTable } from '../scenario.ts';
import { adds, on } from '../scenario.ts';

const rhel = '/etc/vsftpd/vsftpd.conf';
const debian = '/etc/vsftpd.conf';
const vsftpd = (conf: string, path = rhel): Changes => ({ ...host({ on: ['vsftpd.service'] }), [path]: conf });
const proftpd = (conf: string): Changes => ({
  ...host({ on: ['proftpd.service'] }),
  '/etc/proftpd/proftpd.conf': conf,
});
const pam = (list: string) => `auth required pam_listfile.so item=user sense=deny file=${list} onerr=succeed\n`;
/** vsftpd of the RHEL family with its list, and of Debian with its own. */
const rhelList = (text: string, mode = '0600', conf = ''): Changes => ({
  ...vsftpd(`local_enable=YES\npam_service_name=vsftpd\n${conf}`),
  '/etc/pam.d/vsftpd': pam('/etc/vsftpd/ftpusers'),
  '/etc/vsftpd/ftpusers': { text, mode },
});
const debianList = (text: string, mode = '0644'): Changes => ({
  ...vsftpd('local_enable=YES\npam_service_name=vsftpd\n', debian),
  '/etc/pam.d/vsftpd': pam('/etc/ftpusers'),
  '/etc/ftpusers': { text, mode },
});
const nfs = (exports: string, mode = '0644'): Changes => ({
  ...host({ on: ['nfs-server.service'] }),
  '/etc/exports': { text: exports, mode },
});
const samba = (conf: string): Changes => ({
  ...host({ on: ['smb.service', 'smbd.service'] }),
  '/etc/samba/smb.conf': conf,
});
const snmp = (conf: string, state: Changes = host({ on: ['snmpd.service'] })): Changes => ({
  ...state,
  '/etc/snmp/snmpd.conf': { text: conf, mode: '0600' },
});

export const shareScenarios: ScenarioTable = {
  'service.anonymous-ftp': [
    on('rocky-9-stock', 'the stock account ftp is no anonymous FTP', {}, 'pass', { trap: 'U-20(2)' }),
    on('amazon-linux-2-stock', 'a commented key is the built-in', vsftpd('#anonymous_enable=NO\n'), 'fail', {
      trap: 'U-20(1)',
    }),
    on('ubuntu-22-04-stock', 'refused', vsftpd('anonymous_enable=NO\n', debian), 'pass'),
    on('debian-12-stock', 'blanks around the sign', vsftpd('anonymous_enable = NO\n', debian), 'fail', {
      trap: 'U-20(3)',
    }),
    on(
      'alma-9-stock',
      'a second instance',
      {
        ...vsftpd('anonymous_enable=NO\n'),
        ...host({ on: ['vsftpd.service', 'vsftpd@pub.service'] }),
        '/etc/vsftpd/pub.conf': 'anonymous_enable=YES\n',
      },
      'fail',
      {
        trap: 'U-20(4)',
      },
    ),
    on(
      'debian-12-stock',
      'a block of ProFTPD in an included folder',
      {
        ...proftpd('Include /etc/proftpd/conf.d/\n'),
        '/etc/proftpd/conf.d/pub.conf': '<Anonymous ~ftp>\n</Anonymous>\n',
      },
      'fail',
      {
        trap: 'U-20(5)',
      },
    ),
  ],
  'service.anonymous-samba': [
    on('rocky-9-stock', 'no Samba', {}, 'pass'),
    on('rocky-9-stock', 'a share lets guests in', samba('[pub]\n  path = /pub\n  guest ok = yes\n'), 'fail', {
      because: 'smb.conf:3',
      trap: 'U-20(6)',
    }),
    on(
      'ubuntu-22-04-stock',
      'strangers become guests that no share lets in',
      samba('[global]\n  map to guest = bad user\n[homes]\n  guest ok = no\n'),
      'pass',
    ),
    on('debian-12-stock', 'commented', samba('[pub]\n; guest ok = yes\n  path = /pub\r\n'), 'pass'),
  ],
  'ftp.account-shell': [
    on('rocky-9-stock', 'stock', {}, 'pass'),
    on('debian-12-stock', 'no such account', {}, 'pass', { trap: 'U-62(2)' }),
    on(
      'debian-12-stock',
      'a name that holds ftp',
      { '/etc/passwd': adds('sftpuser:x:1500:1500::/srv:/bin/bash\n') },
      'pass',
      { trap: 'U-62(1)' },
    ),
    on('ubuntu-22-04-stock', 'an empty shell', { '/etc/passwd': adds('ftp:x:1500:1500::/srv/ftp:\n') }, 'fail', {
      because: '/bin/sh',
    }),
  ],
  'ftp.server': [
    on('rocky-9-stock', 'sftp-server of SSH is no FTP', {}, 'pass', { trap: 'U-61(1)' }),
    on(
      'rocky-9-stock',
      'TLS enforced is still FTP by the letter of 2021',
      vsftpd('ssl_enable=YES\nanonymous_enable=NO\n'),
      'fail',
    ),
    on('amazon-linux-2-stock', 'tftp is another item', host({ on: ['tftp.socket'] }), 'pass', { trap: 'U-61(3)' }),
    on(
      'debian-11-stock',
      'behind xinetd',
      { ...host({ on: ['xinetd.service'] }), '/etc/xinetd.d/ftp': xinetdBlock('ftp', 'no') },
      'fail',
    ),
  ],
  'ftp.plain-text': [
    on('rocky-9-stock', 'none', {}, 'pass'),
    on('debian-12-stock', 'stock vsftpd', vsftpd('ssl_enable=NO\n', debian), 'fail', { because: 'ssl_enable' }),
    on('alma-8-stock', 'TLS for all', vsftpd('anonymous_enable=NO\nssl_enable=YES\n'), 'pass'),
    on(
      'alma-8-stock',
      'TLS offered only',
      vsftpd('anonymous_enable=NO\nssl_enable=YES\nforce_local_logins_ssl=NO\n'),
      'fail',
      { trap: 'U-61(2)' },
    ),
    on('ubuntu-24-04-stock', 'ProFTPD enforces', proftpd('TLSEngine on\nTLSRequired on\n'), 'pass'),
    on('rhel-9-stock', 'an image that would start it', { ...wanted('vsftpd.service'), [rhel]: '' }, 'fail', {
      image: true,
    }),
  ],
  'ftp.banner': [
    on('rocky-9-stock', 'no FTP server', {}, 'notApplicable'),
    on('rocky-9-stock', 'stock', vsftpd('#ftpd_banner=x\n'), 'fail', { trap: 'U-53/2026(1)' }),
    on(
      'ubuntu-22-04-stock',
      'a warning, with carriage returns',
      vsftpd('ftpd_banner=Authorized use only\r\n', debian),
      'pass',
    ),
    on('ubuntu-22-04-stock', 'the product again', vsftpd('ftpd_banner=vsFTPd 3.0.5 ready\n', debian), 'fail', {
      trap: 'U-53/2026(2)',
    }),
    on('debian-12-stock', 'the built-in of ProFTPD', proftpd('ServerName x\n'), 'fail', { trap: 'U-53/2026(3)' }),
  ],
  'ftp.root-login': [
    on('rocky-9-stock', 'stock list', rhelList('root\nbin\n'), 'pass'),
    on('rocky-9-stock', 'a commented name', rhelList('#root\nbin\n'), 'fail', { trap: 'U-64(2)' }),
    on(
      'amazon-linux-2-stock',
      'a list that allows root',
      { ...rhelList('', '0600', 'userlist_enable=YES\nuserlist_deny=NO\n'), '/etc/vsftpd/user_list': 'root\n' },
      'fail',
      {
        trap: 'U-64(1)',
      },
    ),
    on(
      'rhel-8-stock',
      'the list of PAM holds without the user list',
      rhelList('root\n', '0600', 'userlist_enable=NO\n'),
      'pass',
      { trap: 'U-64(4)' },
    ),
    on('debian-12-stock', 'the built-in of ProFTPD', proftpd(''), 'pass', { trap: 'U-64(3)' }),
    on('debian-12-stock', 'no FTP server', {}, 'notApplicable'),
  ],
  'ftp.access-list': [
    on('debian-12-stock', 'stock of Debian', debianList('root\n'), 'fail', { because: '/etc/ftpusers' }),
    on('debian-12-stock', 'stock of Debian, by the profile', debianList('root\n'), 'pass', { profile: 'distro-aware' }),
    on('rocky-9-stock', 'the same mode is no stock there', rhelList('root\n', '0644'), 'fail', {
      profile: 'distro-aware',
    }),
    on('rocky-9-stock', '0577 is a smaller number', rhelList('root\n', '0577'), 'fail', { trap: 'U-63(1)' }),
    on(
      'ubuntu-22-04-stock',
      'a list that PAM does not ask',
      { ...debianList('root\n', '0600'), '/etc/pam.d/vsftpd': '' },
      'fail',
      { trap: 'U-63(2)' },
    ),
    on(
      'ubuntu-22-04-stock',
      'no FTP server, whatever the file',
      { '/etc/ftpusers': { text: 'root\n', mode: '0666' } },
      'notApplicable',
      { trap: 'U-63(3)' },
    ),
  ],
  'ftp.ftpusers-permissions': [
    on('rhel-9-stock', 'stock of the RHEL family', rhelList('root\n'), 'pass'),
    on('ubuntu-24-04-stock', 'stock of Debian, by the profile', debianList('root\n'), 'pass', {
      profile: 'distro-aware',
    }),
    on('ubuntu-24-04-stock', 'stock of Debian', debianList('root\n'), 'fail'),
    on(
      'debian-12-stock',
      'rules of ProFTPD are no list',
      proftpd('UseFtpUsers off\n<Limit LOGIN>\nDenyAll\n</Limit>\n'),
      'fail',
    ),
    on('debian-12-stock', 'no FTP server', {}, 'notApplicable'),
  ],
  'nfs.access': [
    on('rocky-9-stock', 'named hosts', nfs('/srv 10.0.1.5(rw)\n'), 'pass'),
    on('rocky-9-stock', 'a blank gives all to everybody', nfs('/srv 10.0.1.5 (rw)\n'), 'fail', { trap: 'U-25(1)' }),
    on('ubuntu-22-04-stock', 'a network of the whole Internet', nfs('/srv ::/0(ro)\n'), 'fail', { trap: 'U-25(2)' }),
    on(
      'debian-12-stock',
      'continued lines and a quoted path',
      nfs('"/srv/my files" 10.0.1.5(rw) \\\n  *(ro)\n'),
      'fail',
      { trap: 'U-25(3)' },
    ),
    on('alma-8-stock', 'named hosts in a file that everybody may write', nfs('/srv 10.0.1.5(rw)\n', '0666'), 'fail', {
      trap: 'U-25(4)',
    }),
    on('alma-8-stock', 'nothing is exported', nfs(''), 'pass', { trap: 'U-25(5)' }),
    on('amazon-linux-2-stock', 'no server', { '/etc/exports': '/srv *(rw)\n' }, 'notApplicable'),
  ],
  'nfs.clients': [
    on('rocky-9-stock', 'everybody', nfs('/srv *(rw)\n'), 'fail', { because: '/etc/exports:1' }),
    on(
      'ubuntu-22-04-stock',
      'the mode of the file is another item of 2021',
      nfs('/srv 10.0.1.5(rw)\n', '0666'),
      'pass',
    ),
    on('debian-12-stock', 'a netgroup', nfs('/srv @trusted(rw)\n'), 'manual', { trap: 'U-25(2)' }),
    on('amazon-linux-2-stock', 'no server', { '/etc/exports': '/srv *(rw)\n' }, 'notApplicable'),
  ],
  'nfs.exports-permissions': [
    on('rocky-9-stock', 'absent', {}, 'notApplicable', { trap: 'U-69(2)' }),
    on('amazon-linux-2-stock', 'stock, without a server', { '/etc/exports': '' }, 'pass'),
    on('debian-12-stock', '0466 is a smaller number', { '/etc/exports': { text: '', mode: '0466' } }, 'fail', {
      trap: 'U-69(1)',
    }),
    on(
      'ubuntu-24-04-stock',
      'a file of exports.d',
      { '/etc/exports': '', '/etc/exports.d/a.exports': { text: '', mode: '0664' } },
      'fail',
      {
        because: '/etc/exports.d/a.exports',
      },
    ),
  ],
  'nfs.anonymous': [
    on('rocky-9-stock', 'no server', {}, 'pass'),
    on('rocky-9-stock', 'known hosts', nfs('/srv 10.0.1.5(rw)\n'), 'pass'),
    on('ubuntu-22-04-stock', 'everybody without a ticket', nfs('/srv *(ro)\n'), 'fail'),
    on('debian-12-stock', 'every writer becomes anonymous', nfs('/drop 10.0.0.0/8(rw,all_squash)\n'), 'fail', {
      because: 'all_squash',
    }),
  ],
  'snmp.version': [
    on('debian-12-stock', 'SNMP is off', { '/etc/snmp/snmpd.conf': 'rocommunity public\n' }, 'notApplicable'),
    on(
      'rocky-9-stock',
      'a user of version 3 beside a community',
      snmp('rouser kim priv\nrocommunity Xy12345678\n'),
      'fail',
      { trap: 'U-59/2026(3)' },
    ),
    on(
      'rocky-9-stock',
      'users in the persistent file',
      {
        ...snmp('rouser kim priv\n'),
        '/var/lib/net-snmp/snmpd.conf': {
          text: 'usmUser 1 3 0x80 "kim" "kim" NULL .1.3 0x11 .1.3 0x22 0x\n',
          mode: '0600',
        },
      },
      'pass',
      {
        trap: 'U-59/2026(1)',
      },
    ),
    on('ubuntu-22-04-stock', 'a user without authentication', snmp('rouser kim noauth\n'), 'pass', {
      because: 'noauth',
      trap: 'U-59/2026(2)',
    }),
  ],
  'snmp.community': [
    on(
      'amazon-linux-2-stock',
      'com2sec names the community last',
      snmp('com2sec notConfigUser default public\n'),
      'fail',
      {
        because: 'public',
        trap: 'U-67(1)',
      },
    ),
    on(
      'rocky-9-stock',
      'its length and kinds leave the host, not the string',
      snmp('rocommunity abcdefgh 10.0.0.0/8\n'),
      'fail',
      {
        because: 'community of 8 characters (l)',
        never: 'abcdefgh',
        trap: 'U-67(2)',
      },
    ),
    on('ubuntu-22-04-stock', 'quoted', snmp('rocommunity "public" 10.0.0.0/8\n'), 'fail', {
      because: 'public',
      trap: 'U-67(4)',
    }),
    on('ubuntu-22-04-stock', 'a string that keeps the rule', snmp('rocommunity Xk7\\$mQ2vPz 10.0.0.0/8\n'), 'pass'),
    on(
      'debian-12-stock',
      'version 3 with stored keys',
      {
        ...snmp('rouser kim priv\n'),
        '/var/lib/snmp/snmpd.conf': {
          text: 'usmUser 1 3 0x80 "kim" "kim" NULL .1.3 0x11 .1.3 0x22 0x\n',
          mode: '0600',
        },
      },
      'manual',
      {
        trap: 'U-67(3)',
      },
    ),
  ],
  'snmp.default-community': [
    on('amazon-linux-2-stock', 'stock', snmp('com2sec notConfigUser default public\n'), 'fail'),
    on('rocky-9-stock', 'short, but no default word', snmp('rocommunity abc\n'), 'pass'),
    on('debian-12-stock', 'SNMP is off', {}, 'notApplicable'),
    on('ubuntu-24-04-stock', 'quoted', snmp('rwcommunity "private"\n'), 'fail', { trap: 'U-67(4)' }),
  ],
  'snmp.access-control': [
    on('amazon-linux-2-stock', 'default is everybody', snmp('com2sec a default Xk7mQ2vPz1\n'), 'fail', {
      trap: 'U-61/2026(1)',
    }),
    on('debian-12-stock', 'loopback alone', snmp('agentaddress 127.0.0.1,[::1]\nrocommunity public\n'), 'pass', {
      trap: 'U-61/2026(2)',
    }),
    on('rocky-9-stock', 'a view limits content', snmp('rocommunity Xk7mQ2vPz1 default -V systemonly\n'), 'fail', {
      trap: 'U-61/2026(3)',
    }),
    on('rocky-9-stock', 'a network', snmp('rocommunity Xk7mQ2vPz1 10.1.0.0/16\n'), 'pass'),
  ],
};
