// The FTP greeting tells neither product nor version (KISA 2026 U-53).
import type { Judgement, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  manual,
  namesProduct,
  notApplicable,
  pass,
  settingLast,
  settingSource,
  text,
} from '@bongsu/core';
import { judgeFtp, noFtpProofs } from '../../criteria/ftp-in-use.ts';
import type { FtpServers } from '../../probes/ftp-servers.ts';
import { ftpServers } from '../../probes/ftp-servers.ts';
import { services } from '../../probes/services.ts';
import { mainFile } from './parts/main-file.ts';

const expected = 'a greeting without product and version';

const foundMax = 200;

export const ftpBanner = hostCheck({
  id: 'ftp.banner',
  title: text('FTP 서비스 정보 노출 제한', 'The FTP greeting discloses nothing'),
  why: text(
    '접속 배너의 제품과 버전으로 공격자가 알려진 취약점을 고릅니다.',
    'Product and version in the greeting tell an attacker which holes to try.',
  ),
  importance: 'low',
  expects: text('FTP 접속 배너에 제품·버전이 없음', 'the FTP greeting names neither product nor version'),
  remedy: text(
    'vsftpd: ftpd_banner에 경고 문구를 둡니다. ProFTPD: ServerIdent off 또는 자체 문구를 둡니다.',
    'vsftpd: set ftpd_banner to a warning. ProFTPD: ServerIdent off, or a text of your own.',
  ),
  fix: {
    any: ["echo 'ftpd_banner=Authorized use only.' >> vsftpd.conf", 'systemctl restart vsftpd'],
  },
  question: text(
    'FTP 접속 시 보이는 문구에 제품이나 버전이 드러납니까?',
    'Does the greeting of the FTP server show its product or version?',
  ),
  needs: { services, ftp: ftpServers },
  judge({ services: seen, ftp }) {
    return judgeFtp(
      seen,
      (server, proofs) => {
        if (server === 'vsftpd') return judgeVsftpd(ftp);
        if (server === 'proftpd') return judgeProftpd(ftp);
        return manual(
          text('접속하여 배너에 제품·버전이 나오는지 확인 필요', 'connect and see: does the greeting name a product?'),
          proofs,
        );
      },
      notApplicable(text('FTP 서버가 켜져 있지 않음', 'no FTP server is on'), noFtpProofs(seen)),
    );
  },
});

function judgeVsftpd(ftp: FtpServers): Judgement {
  // banner_file wins over ftpd_banner, and without both the version is shown (vsftpd.conf(5)).
  const path = settingLast(ftp.vsftpd, 'banner_file')?.value;
  if (path) {
    const file = ftp.file(path);
    if (!file)
      return manual(text(`배너 파일 ${path}를 읽지 못함`, `the greeting of ${path} was not read`), [
        { source: path, found: 'not there as a file', expected },
      ]);
    return judgeGreeting(file.lines.join(' ').trim(), path);
  }
  const banner = settingLast(ftp.vsftpd, 'ftpd_banner');
  if (banner?.value) return judgeGreeting(banner.value, settingSource(banner));
  return fail(
    text('배너 설정이 없어 기본 배너가 버전을 보임', 'without a greeting of its own vsftpd shows its version'),
    [{ source: mainFile(ftp, 'vsftpd'), found: 'ftpd_banner and banner_file unset', expected }],
  );
}

function judgeProftpd(ftp: FtpServers): Judgement {
  const builtIn = text('ServerIdent 기본값이 제품을 보임', 'the built-in greeting of ProFTPD names the product');
  const ident = settingLast(ftp.proftpd, 'serverident');
  if (!ident) return fail(builtIn, [{ source: mainFile(ftp, 'proftpd'), found: 'ServerIdent unset', expected }]);
  const source = settingSource(ident);
  if (ident.value.toLowerCase() === 'off')
    return pass(text('ServerIdent가 off임', 'ServerIdent is off'), [{ source, found: 'ServerIdent off', expected }]);
  // `on "text"`; without a text of its own it is the built-in one.
  const own = ident.value.slice('on'.length).trim();
  if (own !== '') return judgeGreeting(own, source);
  return fail(builtIn, [{ source, found: `ServerIdent ${ident.value}`, expected }]);
}

function judgeGreeting(greeting: string, source: string): Judgement {
  const evidence: Proof[] = [{ source, found: greeting.slice(0, foundMax), expected }];
  return namesProduct(greeting)
    ? fail(text('배너가 제품이나 버전을 보임', 'the greeting names a product or version'), evidence)
    : pass(text('배너에 제품·버전이 없음', 'the greeting names neither product nor version'), evidence);
}
