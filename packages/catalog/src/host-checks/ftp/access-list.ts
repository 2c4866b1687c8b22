// Who may use FTP is limited, and the list that limits it belongs to root and is no wider than 640 (KISA 2026 U-56).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, notApplicable, pass, settingSource, text, vsftpdOn } from '@bongsu/core';
import { judgeFtp, noFtpProofs } from '../../criteria/ftp-in-use.ts';
import { ftpListAccepted, ftpListParameters, listExpected, listProofs, wideLists } from '../../criteria/ftp-lists.ts';
import type { FtpServer, FtpServers } from '../../probes/ftp-servers.ts';
import { ftpServers } from '../../probes/ftp-servers.ts';
import { services } from '../../probes/services.ts';
import { mainFile } from './parts/main-file.ts';

export const accessList = hostCheck({
  id: 'ftp.access-list',
  title: text('FTP 서비스 접근 제어 설정', 'FTP access control'),
  why: text(
    '접근 제어 파일을 다른 사용자가 바꾸면 막아 둔 계정이 FTP로 접속할 수 있습니다.',
    'Whoever changes the list lets the accounts in that it keeps out.',
  ),
  importance: 'low',
  expects: text(
    'FTP 접근 제어 파일이 root 소유, 권한 640 이하임',
    'the list that limits FTP belongs to root and has no bit outside 0640',
  ),
  remedy: text(
    'chown root 파일; chmod 640 파일. 목록을 쓰지 않으면 user_list나 <Limit LOGIN>으로 접근을 제한합니다.',
    'chown root FILE; chmod 640 FILE. Where no list is asked, limit access with user_list or <Limit LOGIN>.',
  ),
  fix: {
    any: ['chown root FILE', 'chmod 640 FILE'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: ftpListParameters,
  accepted: ftpListAccepted,
  needs: { services, ftp: ftpServers },
  judge({ services: seen, ftp }, _host, { limit }) {
    return judgeFtp(
      seen,
      (server, proofs) => judgeLists(ftp, server, proofs, limit),
      notApplicable(text('FTP 서버가 켜져 있지 않음', 'no FTP server is on'), noFtpProofs(seen)),
    );
  },
});

function judgeLists(ftp: FtpServers, server: FtpServer, running: readonly Proof[], limit: number): Judgement {
  const limits = hostLimits(ftp, server);
  const own = ftp.file(ftp.mainOf(server));
  const files = [
    ...ftp.listsOf(server).map(({ file, source }) => ({ file, source })),
    // Rules of ProFTPD's own stand in its file, which then is the list.
    ...(server === 'proftpd' && own && limits.length > 0 ? [{ file: own, source: '<Limit LOGIN>' }] : []),
  ];
  const evidence: Proof[] = [...listProofs(files, limit), ...limits];
  if (evidence.length === 0)
    return fail(text(`${server}에 접근 제어가 없음`, `nothing limits who may use ${server}`), [
      ...running,
      {
        source: mainFile(ftp, server),
        found: 'no list of users, no limit of hosts',
        expected: listExpected(limit),
      },
    ]);
  const wide = wideLists(files, limit);
  if (wide.length > 0) {
    const names = wide.map(({ file }) => file.path).join(', ');
    return fail(
      text(`${names}의 소유자나 권한이 기준을 넘음`, `owner or mode of ${names} goes beyond the limit`),
      evidence,
    );
  }
  return pass(text('FTP 접근 제어가 기준 안에 있음', 'the list that limits FTP is within the limit'), evidence);
}

/** Limits by host or user that stand outside the lists: tcp_wrappers of vsftpd, `<Limit LOGIN>` of ProFTPD. */
function hostLimits(ftp: FtpServers, server: FtpServer): Proof[] {
  if (server === 'vsftpd')
    return vsftpdOn(ftp.vsftpd, 'tcp_wrappers', false)
      ? [{ source: mainFile(ftp, server), found: 'tcp_wrappers=YES: /etc/hosts.allow and hosts.deny decide' }]
      : [];
  if (server !== 'proftpd') return [];
  return ftp.proftpd
    .filter(({ key, value }) => key === '<limit' && /\bLOGIN\b/i.test(value))
    .map((one) => ({ source: settingSource(one), found: `<Limit ${one.value}>` }));
}
