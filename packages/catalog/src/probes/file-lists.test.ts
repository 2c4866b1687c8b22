// Probes that list files: which of them count, which are no matter, and that one that is hidden leaves the list untold.
import { describe, expect, it } from 'vitest';
import { cronFiles } from './cron-files.ts';
import { deviceFiles } from './device-files.ts';
import { environmentFiles } from './environment-files.ts';
import { fileModes, fileModesOn } from './file-modes.ts';
import { ftpAnonymous } from './ftp-anonymous.ts';
import { logFiles } from './log-files.ts';
import { loginTexts } from './login-texts.ts';
import { nfsExportsProbe } from './nfs-exports.ts';
import { shellProfiles } from './shell-profiles.ts';
import { snmpAgent } from './snmp-agent.ts';
import { startupFiles } from './startup-files.ts';
import { factOf, faultOf, file, gone, hidden, note, said } from './testing/records.ts';
import { trustFiles } from './trust-files.ts';

type Told = Parameters<typeof factOf>[1][];
const folder = (path: string) => file(path, '', { type: 'dir' });
const link = (path: string, linkTarget: string) => file(path, '', { type: 'link', linkTarget });
/** A record that says a type although nothing is there: no host sends it, and it must not count. */
const lost = (path: string) => file(path, 'x', { state: 'absent' });
const paths = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path);

it.each([
  { probe: environmentFiles, path: '/etc/profile', verb: 'seen' },
  { probe: startupFiles, path: '/etc/init.d/a', verb: 'seen' },
  { probe: logFiles, path: '/var/log/a', verb: 'seen' },
  { probe: cronFiles, path: '/etc/cron.d/a', verb: 'read' },
  { probe: ftpAnonymous, path: '/etc/vsftpd.conf', verb: 'read' },
  { probe: loginTexts, path: '/etc/motd', verb: 'read' },
  { probe: nfsExportsProbe, path: '/etc/exports', verb: 'read' },
  { probe: shellProfiles, path: '/etc/profile', verb: 'read' },
  { probe: snmpAgent, path: '/etc/snmp/snmpd.conf', verb: 'read' },
  { probe: trustFiles, path: '/root/.rhosts', verb: 'read' },
  { probe: trustFiles, path: '/etc/hosts.equiv', verb: 'read' },
])('a hidden $path is not guessed at', ({ probe, path, verb }) => {
  expect(faultOf(probe, file('/etc/other'), hidden(path))).toBe(`${path} could not be ${verb}`);
  expect(faultOf(probe, file('/etc/other'), gone(path))).toBeNull();
});

describe('modes', () => {
  it.each([
    '/etc/passwd',
    '/etc/shadow',
    '/etc/sudoers',
    '/usr/bin/sudo',
    '/usr/local/bin/sudo',
    '/usr/bin/su',
    '/bin/su',
    '/etc/hosts',
    '/etc/hosts.lpd',
    '/etc/services',
    '/etc/inetd.conf',
    '/etc/xinetd.conf',
    '/etc/rsyslog.conf',
    '/etc/syslog.conf',
    '/etc/syslog-ng/syslog-ng.conf',
    '/etc/xinetd.d',
    '/etc/rsyslog.d',
    '/etc/systemd',
  ])('of %s are needed by all, and by one that asks for another not', (path) => {
    expect(faultOf(fileModes, hidden(path))).toBe(`${path} could not be seen`);
    expect(faultOf(fileModesOn('/etc/other'), hidden(path))).toBeNull();
    expect(faultOf(fileModesOn('/etc/other', path), hidden(path))).not.toBeNull();
  });

  it('of other files are no matter, and lists are told by path', () => {
    const told = [file('/etc/hosts'), hidden('/etc/sudoers.d/a'), hidden('')];
    const fact = factOf(
      fileModes,
      ...told,
      note('acl', '/etc/hosts', 'user:1000:rw-'),
      note('acl', '/etc/services', 'user:1001:rw-'),
      note('acl', '/etc/hosts', 'group:5:r--'),
      note('acl', '/etc/hosts'),
      note('acl'),
      note('acl-unread', '/etc/inetd.conf'),
      note('acl-unread'),
    );
    expect(fact.files).toEqual(told);
    expect(fact.file('/etc/hosts')).toBe(told[0]);
    expect(fact.acl('/etc/hosts')).toEqual(['user:1000:rw-', 'group:5:r--', '']);
    expect(fact.acl('/etc/passwd')).toEqual([]);
    expect(fact.acl('')).toEqual(['']);
    expect(fact.aclUnread).toEqual(['/etc/inetd.conf', '']);
  });
});

describe('devices', () => {
  const live = note('device.live', '1');
  const counts = (total: string[], faults: string[]) => [
    note('device.total', ...total),
    note('device.faults', ...faults),
  ];

  it('are told to the end of the search', () => {
    const files = [note('device.file', '755', '1000', '1001', '/dev/x'), note('device.file')];
    expect(factOf(deviceFiles, ...counts(['12'], ['0']), ...files)).toEqual({
      total: 12,
      listed: [
        { path: '/dev/x', mode: 0o755, uid: 1000, gid: 1001 },
        { path: '', mode: Number.NaN, uid: 0, gid: 0 },
      ],
    });
    expect(factOf(deviceFiles, ...counts(['0'], ['0']), live)).toEqual({ total: 0, listed: [] });
  });

  it('of an image without any are those of no running system', () => {
    const image = 'the /dev of a running system is in memory: an image does not tell';
    expect(faultOf(deviceFiles, ...counts(['0'], ['0']))).toBe(image);
    expect(faultOf(deviceFiles, ...counts(['0'], ['0']), note('device.live', '0'))).toBe(image);
    expect(faultOf(deviceFiles, ...counts(['0'], ['0']), note('device.live'))).toBe(image);
  });

  it.each<[string[], string[]]>([
    [[], ['0']],
    [['1'], []],
    [['1'], ['1']],
    [['x1'], ['0']],
    [['1x'], ['0']],
  ])('are not told by %j and %j', (total, faults) => {
    expect(faultOf(deviceFiles, ...counts(total, faults), live)).toBe('the search of /dev did not reach its end');
  });

  it('are not told without /dev or without a word of it', () => {
    expect(faultOf(deviceFiles, note('device.total', 'none'))).toBe('there is no /dev');
    expect(faultOf(deviceFiles)).toBe('the search of /dev did not reach its end');
    expect(faultOf(deviceFiles, note('device.total', '1'))).toBe('the search of /dev did not reach its end');
  });
});

it('what starts the system: files and folders once, links that lead nowhere apart', () => {
  const once = [
    file('/etc/init.d/ssh'),
    folder('/etc/systemd/system/a.d'),
    file('/etc/rc3.d/S20own', 'x'),
    file('/etc/rc3.d/S20far', '', { linkTarget: '/opt/etc/init.d/far' }),
    file('/etc/rc3.d/S20deep', '', { linkTarget: '../init.d/deep/x' }),
    file('/etc/rc3.d/a/b', '', { linkTarget: '../init.d/x' }),
    file('/etc/other/S20x', '', { linkTarget: '../init.d/x' }),
  ];
  const twice = [
    file('/etc/rc3.d/S20ssh', '', { linkTarget: '../init.d/ssh' }),
    file('/etc/rcS.d/S20ssh', '', { linkTarget: '/etc/init.d/ssh' }),
    file('/etc/rc.d/rc5.d/K01ssh', '', { linkTarget: '/etc/rc.d/init.d/ssh' }),
  ];
  const broken = link('/etc/rc3.d/S99gone', '/opt/gone');
  const others = [link('/etc/systemd/system/b.service', '/dev/null'), file('/run/c', '', { type: 'other' })];
  const fact = factOf(
    startupFiles,
    ...once,
    ...twice,
    broken,
    ...others,
    lost('/etc/init.d/lost'),
    note('acl', '/a', 'user:1:r--'),
  );
  expect(fact.files).toEqual(once);
  expect(fact.broken).toEqual([broken]);
  expect(fact.modes.acl('/a')).toEqual(['user:1:r--']);
});

it('files of the environment: personal ones by their name, those of the system by their place', () => {
  expect(faultOf(environmentFiles, note('homes', 'unreadable'))).toBe('/etc/passwd could not be read');
  const system = [
    '/etc/profile',
    '/etc/profile.d/a.sh',
    '/etc/bashrc',
    '/etc/bash.bashrc',
    '/etc/environment',
    '/etc/csh.login',
    '/etc/zshrc',
  ];
  const personal = ['/root/.bashrc', '/home/kim/.bash_profile'];
  const strangers = ['/root/.bashrc.bak', '/root/.config/x', '/opt/etc/profile', '/etc/hosts'];
  const fact = factOf(
    environmentFiles,
    ...[...system, ...personal, ...strangers].map((path) => file(path)),
    folder('/root/.profile'),
    lost('/root/.login'),
  );
  expect(paths(fact.system)).toEqual(system);
  expect(paths(fact.personal)).toEqual(personal);
});

it('files of cron and at', () => {
  const own = ['/etc/crontab', '/etc/cron.d/a', '/etc/at.deny', '/var/spool/cron', '/var/spool/at/spool/x'];
  const strangers = ['/opt/etc/crontab', '/mnt/var/spool/cron/x', '/var/spool/atlas/x', '/etc/passwd'];
  const records = [...own, ...strangers].map((path) => file(path));
  const fact = factOf(
    cronFiles,
    ...records,
    folder('/etc/cron.daily'),
    link('/etc/cron.d/l', '/gone'),
    lost('/etc/cron.d/x'),
  );
  expect(paths(fact.files)).toEqual(own);
  expect(fact.file('/etc/passwd')?.path).toBe('/etc/passwd');
  expect(faultOf(cronFiles, ...strangers.map(hidden))).toBeNull();
});

it('logs below their folder', () => {
  const own = folder('/var/log');
  const records = [
    file('/var/log/messages'),
    folder('/var/log/audit'),
    link('/var/log/README', '/gone'),
    lost('/var/log/x'),
    file('/var/logs/x'),
  ];
  const fact = factOf(logFiles, folder('/var/log2'), ...records, own);
  expect(fact.folder).toBe(own);
  expect(paths(fact.files)).toEqual(['/var/log/messages']);
  expect(paths(fact.foldersBelow)).toEqual(['/var/log/audit']);
  expect(factOf(logFiles, file('/var/log')).folder).toBeUndefined();
});

it('files of trust', () => {
  const own = ['/etc/hosts.equiv', '/root/.rhosts', '/home/kim/.rhosts'];
  const strangers = ['/etc/hosts.equiv.bak', '/opt/etc/hosts.equiv', '/root/.rhosts.old', '/root/x.rhosts'];
  const records = [...own, ...strangers].map((path) => file(path));
  const fact = factOf(trustFiles, ...records, folder('/srv/.rhosts'), lost('/a/.rhosts'));
  expect(paths(fact.files)).toEqual(own);
  expect(faultOf(trustFiles, ...strangers.map(hidden))).toBeNull();
  expect(faultOf(trustFiles, note('homes', 'unreadable'))).toBe('/etc/passwd could not be read');
});

it('texts at login', () => {
  const own = ['/etc/motd', '/etc/motd.d/a', '/etc/issue', '/etc/issue.d/b', '/run/motd.dynamic'];
  const strangers = ['/etc/issue.net', '/etc/motd2', '/opt/etc/motd', '/run/motd.dynamic.new'];
  const fact = factOf(
    loginTexts,
    folder('/etc/motd'),
    lost('/etc/issue'),
    ...[...own, ...strangers].map((path) => file(path, `of ${path}\nend`)),
  );
  expect(paths(fact.local)).toEqual(own);
  expect(fact.text('/etc/motd')).toBe('of /etc/motd\nend');
  expect(fact.text('/etc/issue.net')).toBe('of /etc/issue.net\nend');
  expect(fact.text('/etc/gone')).toBe('');
});

it('exports of NFS, as written and as they are', () => {
  const written = file('/etc/exports', '/srv 10.0.0.0/8(ro)');
  const asked = (...records: Told) => factOf(nfsExportsProbe, written, ...records);
  expect(asked()).toMatchObject({ asked: 'parsed, exportfs: not asked' });
  expect(asked().exports).toHaveLength(1);
  expect(asked(said('exportfs', '/data \t*(rw,no_root_squash)', { exitCode: 1 }))).toMatchObject({
    asked: 'parsed, exportfs: exit code 1',
    exports: { length: 1 },
  });
  expect(asked(said('exportfs', '/data         \t*(rw,no_root_squash)'))).toMatchObject({
    asked: 'exportfs -v',
    exports: { length: 2 },
  });
});

it('an agent of SNMP is set up where a file of its own is there', () => {
  const configured = (...records: Told) => factOf(snmpAgent, ...records).configured;
  expect(configured()).toBe(false);
  expect(configured(file('/etc/snmp/snmpd.conf', ''))).toBe(true);
  expect(configured(gone('/etc/snmp/snmpd.conf'))).toBe(false);
  expect(configured(file('/etc/snmp/snmpd.confx', ''))).toBe(false);
});

describe('profiles of shells', () => {
  const fact = (...records: Told) => factOf(shellProfiles, ...records);
  const root = (answer: string) => fact(said('root-login', answer)).rootShell;

  it('are files, and what is there is known as far as it was looked at', () => {
    const profile = file('/etc/profile', 'x');
    const {
      file: find,
      exists,
      files,
    } = fact(folder('/etc/profile'), profile, gone('/etc/bashrc'), file('/etc/profile.d/a.sh'), gone('/opt/x/y'));
    expect(files).toHaveLength(5);
    expect(find('/etc/profile')).toBe(profile);
    expect(find('/etc/bashrc')).toBeUndefined();
    expect(['/etc/profile', '/etc/bashrc', '/etc/profile.d', '/etc/profile.', '/opt/x', '/srv'].map(exists)).toEqual([
      true,
      false,
      true,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['TMOUT 600\nPATH /usr/bin:/bin', { tmout: '600', path: '/usr/bin:/bin' }],
    ['TMOUT unset\nPATH /usr/bin', { tmout: null, path: '/usr/bin' }],
    ['hello\nTMOUT 1\nPATH /evil\nTMOUT 2\nPATH /bin', { tmout: '2', path: '/bin' }],
    ['TMOUT 600', null],
    ['PATH /bin', null],
    ['TMOUTX 1\nPATHX 2', null],
    ['', null],
  ])('of root leave %j: %j', (answer, left) => expect(root(answer)).toEqual(left));

  it('of root are not known where nobody logged in', () => expect(fact().rootShell).toBeNull());
});

describe('anonymous FTP', () => {
  it('is a matter of every file of vsftpd, of one of ProFTPD, and of those of Pure-FTPd', () => {
    expect(factOf(ftpAnonymous)).toEqual({ vsftpd: new Map(), proftpd: null, pureFtpd: null });
    const vsftpd = ['/etc/vsftpd.conf', '/etc/vsftpd/a.conf'];
    const strangers = ['/etc/vsftpd.conf.bak', '/opt/etc/vsftpd.conf', '/etc/vsftpd/sub/a.conf'];
    const fact = factOf(
      ftpAnonymous,
      ...[...vsftpd, ...strangers].map((path) => file(path, 'anonymous_enable=NO')),
      folder('/etc/vsftpd/dir.conf'),
      lost('/etc/vsftpd/lost.conf'),
      file('/etc/pure-ftpd/conf/NoAnonymous', 'yes'),
    );
    expect([...fact.vsftpd].map(([path, { anonymous }]) => `${path} ${anonymous}`)).toEqual(
      vsftpd.map((path) => `${path} false`),
    );
    expect(fact.pureFtpd?.anonymous).toBe(false);
    expect(factOf(ftpAnonymous, folder('/etc/pure-ftpd'), lost('/etc/pure-ftpd.conf')).pureFtpd).toBeNull();
  });

  it.each([
    ['/etc/sysconfig/proftpd', '-DANONYMOUS_FTP', true],
    ['/etc/default/proftpd', '-D TLS\n-D ANONYMOUS_FTP', true],
    ['/etc/default/proftpd', '-D TLS -D  ANONYMOUS_FTP', true],
    ['/etc/default/proftpd', '-DANONYMOUS', false],
    ['/etc/default/proftpd.bak', '-DANONYMOUS_FTP', false],
    ['/opt/etc/default/proftpd', '-DANONYMOUS_FTP', false],
    ['/etc/default/pure', '-DANONYMOUS_FTP', false],
  ])('of ProFTPD may be switched on in %s by %j: %s', (path, options, on) => {
    const main = file('/etc/proftpd.conf', '<IfDefine ANONYMOUS_FTP>\n<Anonymous ~ftp>\n</Anonymous>\n</IfDefine>');
    expect(factOf(ftpAnonymous, main, file(path, options)).proftpd?.anonymous).toBe(on);
    expect(
      factOf(ftpAnonymous, { ...main, path: '/etc/proftpd/proftpd.conf' }, file(path, options)).proftpd?.anonymous,
    ).toBe(on);
  });
});
