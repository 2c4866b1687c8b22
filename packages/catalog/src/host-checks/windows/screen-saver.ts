// A screen saver with a password starts within 10 minutes (KISA 2026 W-47, 2021 W-38).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, numberParameter, pass, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { registryOf } from '../../probes/windows/registry.ts';
import { screenSavers } from '../../probes/windows/screen-savers.ts';

export const screenSaver = hostCheck({
  id: 'windows.screen-saver',
  title: text('화면 보호기 설정', 'The screen locks by itself'),
  why: text('자리를 비운 화면을 누구나 쓸 수 있습니다.', 'Anybody could use a screen that was left.'),
  importance: 'low',
  expects: text(
    '10분 안에 암호로 잠기는 화면 보호기가 설정됨',
    'a screen saver with a password starts within 10 minutes',
  ),
  remedy: text(
    "'대화형 로그온: 컴퓨터 비활성 제한'을 600초 이하로 설정합니다.",
    'Set "Interactive logon: Machine inactivity limit" to 600 seconds or less.',
  ),
  fix: { any: [...registryFix('inactivityTimeoutSeconds', 600)] },
  question: text(
    '이 서버에 로그온하는 모든 사용자에게 암호가 걸린 화면 보호기가 설정되어 있습니까?',
    'Does everybody who logs on here have a screen saver with a password?',
  ),
  parameters: {
    seconds: numberParameter(text('화면이 잠기기까지의 시간(초)', 'seconds until the screen locks'), 600, {
      min: 1,
      max: 86400,
    }),
  },
  needs: { savers: screenSavers, registry: registryOf('inactivityTimeoutSeconds') },
  judge({ savers, registry: { inactivityTimeoutSeconds: limit } }, _host, { seconds }) {
    const expected = `locks within ${seconds} seconds`;
    const machine: Proof = {
      source: limit.source,
      found: limit.present ? limit.values.join(', ') : 'not set',
      expected,
    };
    const locks = (after: number | null): boolean => {
      const some = after ?? 0;
      return some >= 1 && some <= seconds;
    };
    if (locks(limit.number)) return pass(text('모든 사용자의 화면이 잠김', 'the screen of everybody locks'), [machine]);
    const evidence: Proof[] = [
      machine,
      ...savers.map((one) => ({
        source: `screen saver of ${one.user}`,
        found: `active ${one.active}, secure ${one.secure}, after ${one.seconds ?? 'no'} seconds`,
        expected,
      })),
    ];
    const open = savers.filter((one) => !one.active || !one.secure || !locks(one.seconds));
    if (open.length > 0)
      return fail(text('화면이 잠기지 않는 사용자가 있음', 'the screen of a user does not lock'), evidence);
    return manual(
      text(
        '로그온한 적이 있는 다른 사용자의 화면 보호기를 확인해야 함',
        'do the screens of users who are not logged on lock?',
      ),
      evidence,
    );
  },
});
