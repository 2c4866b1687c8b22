// FTP is off, or demands TLS (KISA 2026 W-21, 2021 W-25).
import { hostCheck, pass, text } from '@bongsu/core';
import { judgeFtp } from '../../criteria/ftp-sites-in-use.ts';
import { serviceFix } from '../../criteria/windows-fix.ts';
import { ftpSites } from '../../probes/windows/ftp-sites.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const ftpPlainText = hostCheck({
  id: 'windows.ftp-plain-text',
  title: text('암호화되지 않는 FTP 서비스 비활성화', 'No FTP without encryption'),
  why: text('FTP는 비밀번호와 파일을 평문으로 보냅니다.', 'FTP sends passwords and files in clear text.'),
  importance: 'high',
  expects: text('FTP가 꺼져 있거나 TLS를 요구함', 'FTP is off, or demands TLS'),
  remedy: text(
    'FTP를 끄거나 사이트의 SSL 정책을 필요로 설정합니다.',
    'Turn FTP off, or set the SSL policy of its sites to Require.',
  ),
  fix: { any: [...serviceFix('FTPSVC')] },
  question: text(
    '이 FTP 서버의 설정이 기준에 맞습니까? (IIS가 아닌 FTP 서버)',
    'Is this FTP server, which is not of IIS, set up as required?',
  ),
  needs: { services: windowsServices, sites: ftpSites },
  judge({ services, sites }) {
    return judgeFtp(services, sites, text('FTP 암호화', 'encryption of FTP'), pass, ({ control, channel }) => ({
      found: `control ${control}, data ${channel}`,
      expected: 'SslRequire for both',
      good: control === 'SslRequire' && channel === 'SslRequire',
    }));
  },
});
