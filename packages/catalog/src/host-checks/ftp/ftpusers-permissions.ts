// The list of users that the FTP server asks (ftpusers) belongs to root within 640 (KISA 2021 U-63; the 2026 edition also accepts limits by host).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, notApplicable, pass, text } from '@bongsu/core';
import { judgeFtp, noFtpProofs } from '../../criteria/ftp-in-use.ts';
import { ftpListAccepted, ftpListParameters, listExpected, listProofs, wideLists } from '../../criteria/ftp-lists.ts';
import type { FtpServer, FtpServers } from '../../probes/ftp-servers.ts';
import { ftpServers } from '../../probes/ftp-servers.ts';
import { services } from '../../probes/services.ts';
import { mainFile } from './parts/main-file.ts';

export const ftpusersPermissions = hostCheck({
  id: 'ftp.ftpusers-permissions',
  title: text('ftpusers 파일 소유자 및 권한 설정', 'Owner and mode of ftpusers'),
  why: text(
    'ftpusers를 다른 사용자가 바꾸면 막아 둔 계정이 FTP로 접속할 수 있습니다.',
    'Whoever changes ftpusers lets the accounts in that it keeps out.',
  ),
  importance: 'low',
  expects: text(
    'FTP 서버가 묻는 ftpusers(user_list)가 root 소유, 권한 640 이하임',
    'the list that the FTP server asks (ftpusers, user_list) belongs to root and has no bit outside 0640',
  ),
  remedy: text(
    'chown root 파일; chmod 640 파일. 목록이 없으면 만들고 root를 적습니다.',
    'chown root FILE; chmod 640 FILE. Where there is no list, make one that names root.',
  ),
  fix: { any: ['chown root FILE', 'chmod 640 FILE'] },
  parameters: ftpListParameters,
  accepted: ftpListAccepted,
  needs: { services, ftp: ftpServers },
  judge({ services: seen, ftp }, _host, { limit }) {
    return judgeFtp(
      seen,
      (server, proofs) => judgeList(ftp, server, proofs, limit),
      notApplicable(text('FTP 서버가 켜져 있지 않음', 'no FTP server is on'), noFtpProofs(seen)),
    );
  },
});

function judgeList(ftp: FtpServers, server: FtpServer, running: readonly Proof[], limit: number): Judgement {
  const files = ftp.listsOf(server).map(({ file, source }) => ({ file, source }));
  if (files.length === 0)
    return fail(text(`${server}가 묻는 ftpusers가 없음`, `${server} asks no list of users`), [
      ...running,
      { source: mainFile(ftp, server), found: 'no ftpusers, no user_list', expected: listExpected(limit) },
    ]);
  const evidence = listProofs(files, limit);
  const wide = wideLists(files, limit);
  if (wide.length === 0)
    return pass(
      text('ftpusers의 소유자와 권한이 기준 안에 있음', 'owner and mode of ftpusers are within the limit'),
      evidence,
    );
  const names = wide.map(({ file }) => file.path).join(', ');
  return fail(
    text(`${names}의 소유자나 권한이 기준을 넘음`, `owner or mode of ${names} goes beyond the limit`),
    evidence,
  );
}
