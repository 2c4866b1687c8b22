// root cannot log in through FTP (KISA 2026 U-57, 2021 U-64).
import type { Judgement, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  listedUsers,
  manual,
  notApplicable,
  pass,
  settingLast,
  settingSource,
  text,
  vsftpdOn,
} from '@bongsu/core';
import { judgeFtp, noFtpProofs } from '../../criteria/ftp-in-use.ts';
import type { FtpServer, FtpServers } from '../../probes/ftp-servers.ts';
import { ftpServers } from '../../probes/ftp-servers.ts';
import { services } from '../../probes/services.ts';
import { mainFile } from './parts/main-file.ts';

const kept = text('root가 FTP로 로그인할 수 없음', 'root cannot log in through FTP');
const open = text('root가 FTP로 로그인할 수 있음', 'root may log in through FTP');

export const ftpRootLogin = hostCheck({
  id: 'ftp.root-login',
  title: text('ftpusers 파일 설정', 'root cannot log in through FTP'),
  why: text(
    'FTP로 root가 로그인하면 root 비밀번호가 망에 드러나고 모든 파일이 열립니다.',
    'A root login through FTP shows the password of root on the wire and opens every file.',
  ),
  importance: 'medium',
  expects: text('FTP가 root 로그인을 거부함', 'FTP refuses root'),
  remedy: text(
    'ftpusers(또는 거부 목록)에 root를 넣습니다. ProFTPD는 RootLogin off로 둡니다.',
    'Put root into ftpusers (or the list that denies). ProFTPD: RootLogin off.',
  ),
  fix: {
    any: ['echo root >> /etc/ftpusers'],
  },
  question: text('FTP 서버가 root 접속을 거부합니까?', 'Does the FTP server refuse root?'),
  needs: { services, ftp: ftpServers },
  judge({ services: seen, ftp }) {
    return judgeFtp(
      seen,
      (server, proofs) => judgeServer(ftp, server, proofs),
      notApplicable(text('FTP 서버가 켜져 있지 않음', 'no FTP server is on'), noFtpProofs(seen)),
    );
  },
});

function judgeServer(ftp: FtpServers, server: FtpServer, running: readonly Proof[]): Judgement {
  const lists = ftp.listsOf(server).map(({ file, kind, source }) => {
    const entry = listedUsers(file).find(({ name }) => name === 'root');
    const found = `root ${entry ? 'listed' : 'not listed'}, ${kind} list (${source})`;
    return {
      refuses: kind === 'deny' ? entry !== undefined : entry === undefined,
      proof: { source: entry ? `${file.path}:${entry.line}` : file.path, found, expected: 'root refused' },
    };
  });
  const own = ownRule(ftp, server);
  const evidence: Proof[] = [...lists.map(({ proof }) => proof), ...own.proofs];
  if (own.refuses === true || lists.some(({ refuses }) => refuses)) return pass(kept, evidence);
  if (own.refuses === null)
    return manual(
      text('root를 거부하는 설정을 찾지 못함: 접속하여 확인 필요', 'no setting that refuses root was found: try it'),
      [...running, ...evidence],
    );
  return fail(open, [...running, ...evidence]);
}

/** What a server says of root beside its lists; null where its built-in is not known here. */
function ownRule(ftp: FtpServers, server: FtpServer): { refuses: boolean | null; proofs: readonly Proof[] } {
  if (server === 'vsftpd') {
    // Without local logins only the anonymous user gets in; the built-in is NO (vsftpd.conf(5)).
    const local = vsftpdOn(ftp.vsftpd, 'local_enable', false);
    const found = `local_enable ${local ? 'YES' : 'NO'}`;
    return { refuses: !local, proofs: [{ source: mainFile(ftp, server), found }] };
  }
  if (server === 'proftpd') {
    // The built-in is off (mod_auth of ProFTPD).
    const rule = settingLast(ftp.proftpd, 'rootlogin');
    const found = `RootLogin ${rule?.value ?? 'unset, built-in off'}`;
    const source = rule ? settingSource(rule) : mainFile(ftp, server);
    return { refuses: rule?.value.toLowerCase() !== 'on', proofs: [{ source, found }] };
  }
  if (server === 'other') return { refuses: false, proofs: [] };
  const least = settingLast(ftp.pureFtpd, 'MinUID');
  if (!least) return { refuses: null, proofs: [{ source: 'pure-ftpd.conf', found: 'MinUID unset' }] };
  return {
    refuses: Number(least.value) > 0,
    proofs: [{ source: settingSource(least), found: `MinUID ${least.value}` }],
  };
}
