// There is no RDS, or the version of Windows has none (KISA 2026 W-26, 2021 W-30).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { windowsSystem } from '../../probes/windows/system.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const rdsRemoved = hostCheck({
  id: 'windows.rds-removed',
  title: text('RDS(Remote Data Services) 제거', 'Remote Data Services are gone'),
  why: text(
    'RDS로 웹 서버에서 명령을 실행할 수 있습니다.',
    'Through RDS commands can be run by way of the web server.',
  ),
  importance: 'high',
  expects: text('RDS가 없거나 RDS가 없는 Windows 버전임', 'there is no RDS, or the version of Windows has none'),
  remedy: text(
    'IIS의 MSADC 가상 디렉터리와 ADCLaunch 레지스트리 키를 제거합니다.',
    'Remove the virtual directory MSADC of IIS and the registry key ADCLaunch.',
  ),
  fix: { any: ["Get-WebVirtualDirectory | Where-Object Path -eq '/MSADC'"] },
  question: text(
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W3SVC\\Parameters\\ADCLaunch 아래에 키가 있습니까?',
    'Are there keys below HKLM\\SYSTEM\\CurrentControlSet\\Services\\W3SVC\\Parameters\\ADCLaunch?',
  ),
  needs: { system: windowsSystem, sites: webSites },
  judge({ system, sites }) {
    const release = {
      source: 'the release of Windows',
      found: `${system.prettyName}, build ${system.build}`,
      expected: 'Windows Server 2008 or newer, or no /MSADC',
    };
    const left = sites?.virtualDirectories.filter((one) => /\/msadc$/i.test(one)) ?? [];
    if (left.length > 0)
      return fail(text('MSADC 가상 디렉터리가 있음', 'there is a virtual directory MSADC'), [
        ...left.map((found) => ({ source: 'IIS', found })),
        release,
      ]);
    // Remote Data Services ended with Windows Server 2003; build 6001 is Windows Server 2008.
    return Number(system.version) >= 6001 || sites === null
      ? pass(text('RDS가 없음', 'there is no RDS'), [release])
      : manual(
          text(
            '오래된 Windows: ADCLaunch 레지스트리 키를 확인해야 함',
            'an old Windows: is the registry key ADCLaunch there?',
          ),
          [release],
        );
  },
});
