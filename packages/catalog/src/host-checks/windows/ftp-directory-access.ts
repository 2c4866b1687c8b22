// Everyone has no permission on the home folders of FTP (KISA 2026 W-22, 2021 W-26).
import { hostCheck, notApplicable, text } from '@bongsu/core';
import { judgeFtp } from '../../criteria/ftp-sites-in-use.ts';
import { everyoneOn } from '../../criteria/windows-access.ts';
import { ftpSites } from '../../probes/windows/ftp-sites.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const ftpDirectoryAccess = hostCheck({
  id: 'windows.ftp-directory-access',
  title: text('FTP 디렉토리 접근권한 설정', 'Everyone has no permission on FTP folders'),
  why: text(
    'FTP 홈에 누구나 쓸 수 있으면 파일이 유출되거나 바뀝니다.',
    'Where everybody has permissions on the FTP home, files leak or are changed.',
  ),
  importance: 'high',
  expects: text('FTP 홈 디렉터리에 Everyone 권한이 없음', 'Everyone has no permission on the home folders of FTP'),
  remedy: text(
    'FTP 홈 디렉터리의 권한에서 Everyone을 제거합니다.',
    'Take Everyone off the access lists of the FTP homes.',
  ),
  fix: { any: ['icacls C:\\inetpub\\ftproot /remove:g *S-1-1-0'] },
  question: text(
    '이 FTP 서버의 설정이 기준에 맞습니까? (IIS가 아닌 FTP 서버)',
    'Is this FTP server, which is not of IIS, set up as required?',
  ),
  needs: { services: windowsServices, sites: ftpSites },
  judge({ services, sites }) {
    return judgeFtp(
      services,
      sites,
      text('FTP 홈 디렉터리 권한', 'permissions on FTP homes'),
      notApplicable,
      ({ folder, access }) => {
        const open = access ? everyoneOn(folder, access) : [];
        return {
          found: open[0]?.found ?? `${folder}: ${access ? 'no entry for Everyone' : 'not there'}`,
          expected: 'no entry for Everyone',
          good: open.length === 0,
        };
      },
    );
  },
});
