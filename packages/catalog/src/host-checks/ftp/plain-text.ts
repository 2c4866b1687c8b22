// No FTP server takes passwords in clear text (KISA 2026 U-54, and part of 2021 U-60).
import type { Proof, Setting } from '@bongsu/core';
import { fail, hostCheck, pass, settingLast, settingSource, text, vsftpdOn } from '@bongsu/core';
import { judgeFtp, noFtpProofs } from '../../criteria/ftp-in-use.ts';
import type { FtpServer, FtpServers } from '../../probes/ftp-servers.ts';
import { ftpServers } from '../../probes/ftp-servers.ts';
import { services } from '../../probes/services.ts';
import { mainFile } from './parts/main-file.ts';

/** Built-ins of vsftpd.conf(5). */
const vsftpdTls: readonly (readonly [string, boolean])[] = [
  ['ssl_enable', false],
  ['force_local_logins_ssl', true],
  ['force_local_data_ssl', true],
];

export const plainText = hostCheck({
  id: 'ftp.plain-text',
  title: text('암호화되지 않는 FTP 서비스 비활성화', 'No plain-text FTP service'),
  why: text(
    '평문 FTP는 계정, 비밀번호, 파일을 암호화 없이 보냅니다.',
    'Plain FTP sends names, passwords and files for anybody on the way to read.',
  ),
  importance: 'medium',
  expects: text('FTP가 꺼져 있거나 TLS를 강제함', 'FTP is off, or TLS is enforced for logins and transfers'),
  remedy: text(
    'FTP를 끄고 SFTP를 쓰거나 TLS를 강제합니다(vsftpd ssl_enable·force_local_logins_ssl·force_local_data_ssl, ProFTPD TLSRequired on).',
    'Turn FTP off and use SFTP, or enforce TLS (vsftpd ssl_enable with force_local_logins_ssl and force_local_data_ssl; ProFTPD TLSRequired on).',
  ),
  fix: {
    any: ['systemctl disable --now vsftpd'],
  },
  needs: { services, ftp: ftpServers },
  judge({ services: seen, ftp }) {
    return judgeFtp(
      seen,
      (server, proofs) => {
        const tls = tlsOf(ftp, server);
        const evidence = [...proofs, ...tls.proofs];
        return tls.enforced
          ? pass(text(`${server}가 TLS를 강제함`, `${server} enforces TLS`), evidence)
          : fail(text('암호화되지 않는 FTP가 켜져 있음', 'an FTP server takes clear text'), evidence);
      },
      pass(text('FTP 서버가 켜져 있지 않음', 'no FTP server is on'), noFtpProofs(seen)),
    );
  },
});

function tlsOf(ftp: FtpServers, server: FtpServer): { enforced: boolean; proofs: readonly Proof[] } {
  if (server === 'vsftpd') {
    const anonymous = vsftpdOn(ftp.vsftpd, 'anonymous_enable', true);
    const needed: (readonly [string, boolean])[] = [
      ...vsftpdTls,
      ...(anonymous
        ? ([
            ['force_anon_logins_ssl', false],
            ['force_anon_data_ssl', false],
          ] as const)
        : []),
    ];
    const proofs = needed.map(([key, builtIn]): Proof => {
      const set = settingLast(ftp.vsftpd, key);
      const found = set ? `${key}=${set.value}` : `${key} unset, built-in ${builtIn ? 'YES' : 'NO'}`;
      return { source: set ? settingSource(set) : mainFile(ftp, server), found, expected: `${key}=YES` };
    });
    return { enforced: needed.every(([key, builtIn]) => vsftpdOn(ftp.vsftpd, key, builtIn)), proofs };
  }
  if (server === 'proftpd') {
    const [engine, required] = [settingLast(ftp.proftpd, 'tlsengine'), settingLast(ftp.proftpd, 'tlsrequired')];
    const proofs = [engine, required].map((set, at): Proof => {
      const key = at === 0 ? 'TLSEngine' : 'TLSRequired';
      const source = set ? settingSource(set) : mainFile(ftp, server);
      return { source, found: `${key} ${set?.value ?? 'unset'}`, expected: `${key} on` };
    });
    const on = (set: Setting | undefined): boolean => ['on', 'auth+data'].includes(`${set?.value.toLowerCase()}`);
    return { enforced: on(engine) && on(required), proofs };
  }
  if (server === 'other') return { enforced: false, proofs: [] };
  // 2 refuses logins without TLS, 3 transfers too (README.TLS of Pure-FTPd).
  const tls = settingLast(ftp.pureFtpd, 'TLS');
  const found = `TLS ${tls?.value ?? 'unset, built-in 0'}`;
  return {
    enforced: tls?.value === '3',
    proofs: [{ source: tls ? settingSource(tls) : 'pure-ftpd.conf', found, expected: 'TLS 3' }],
  };
}
