// SSIEnableCmdDirective is 0 or not set (KISA 2021 W-22).
import { hostCheck, text } from '@bongsu/core';
import { judgeWeb } from '../../criteria/web-in-use.ts';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisExecCommand = hostCheck({
  id: 'windows.iis-exec-command',
  title: text('IIS Exec 명령어 쉘 호출 진단', 'Server-side includes call no shell'),
  why: text(
    '#exec 지시어로 웹 페이지에서 명령을 실행할 수 있습니다.',
    'By the directive #exec a page could run commands.',
  ),
  importance: 'high',
  expects: text('SSIEnableCmdDirective가 0이거나 없음', 'SSIEnableCmdDirective is 0 or not set'),
  remedy: text('SSIEnableCmdDirective를 0으로 설정합니다.', 'Set SSIEnableCmdDirective to 0.'),
  fix: { any: [...registryFix('includeExecCommands', 0)] },
  needs: { sites: webSites, registry: registryOf('includeExecCommands') },
  judge({ sites, registry }) {
    return judgeWeb(sites, () =>
      judgeReadings(text('#exec 지시어', 'the directive #exec'), [
        registryReading(registry.includeExecCommands, { builtIn: 0, expected: '0', good: (value) => value === 0 }),
      ]),
    );
  },
});
