// No FTP server is on, whatever it encrypts (KISA 2021 U-61; the 2026 edition accepts enforced TLS).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { judgeFtp, noFtpProofs } from '../../criteria/ftp-in-use.ts';
import { services } from '../../probes/services.ts';

export const ftpServer = hostCheck({
  id: 'ftp.server',
  title: text('ftp 서비스 확인', 'Plain FTP service'),
  why: text(
    'FTP는 계정과 비밀번호를 평문으로 보내며, SFTP로 대신할 수 있습니다.',
    'FTP sends names and passwords in clear text, and SFTP does its work.',
  ),
  importance: 'low',
  expects: text('FTP 서비스가 꺼져 있음', 'FTP is off'),
  remedy: text('FTP를 끄고 SFTP를 씁니다.', 'Turn FTP off and use SFTP.'),
  fix: { any: ['systemctl disable --now vsftpd proftpd pure-ftpd'] },
  needs: { services },
  judge({ services: seen }) {
    return judgeFtp(
      seen,
      (server, proofs) => fail(text(`FTP 서버가 켜져 있음(${server})`, `an FTP server is on (${server})`), proofs),
      pass(text('FTP 서버가 켜져 있지 않음', 'no FTP server is on'), noFtpProofs(seen)),
    );
  },
});
