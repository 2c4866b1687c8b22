// The logon warning has a title and a text (KISA 2026 W-57, 2021 W-75).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const logonMessage = hostCheck({
  id: 'windows.logon-message',
  title: text('로그온 시 경고 메시지 설정', 'A warning is shown before the logon'),
  why: text(
    '경고가 없으면 무단 접속의 책임을 묻기 어렵습니다.',
    'Without a warning an intruder is harder to hold to account.',
  ),
  importance: 'low',
  expects: text('로그온 경고의 제목과 내용이 설정됨', 'the logon warning has a title and a text'),
  remedy: text(
    "'대화형 로그온: 로그온을 시도하는 사용자에 대한 메시지'의 제목과 텍스트를 설정합니다.",
    'Set the title and the text of "Interactive logon: Message for users attempting to log on".',
  ),
  fix: {
    any: [...registryFix('legalNoticeCaption', 'WARNING'), ...registryFix('legalNoticeText', 'Authorised users only.')],
  },
  needs: { registry: registryOf('legalNoticeCaption', 'legalNoticeText') },
  judge({ registry: { legalNoticeCaption, legalNoticeText } }) {
    const parts = [legalNoticeCaption, legalNoticeText].map((value) => ({
      source: value.source,
      said: value.values.join(' ').trim(),
    }));
    const evidence = parts.map(({ source, said }) => ({
      source,
      found: said.slice(0, 120) || 'empty',
      expected: 'a warning',
    }));
    return parts.every(({ said }) => said !== '')
      ? pass(text('로그온 경고가 설정됨', 'a warning is shown'), evidence)
      : fail(
          text('로그온 경고의 제목이나 내용이 비어 있음', 'the title or the text of the warning is empty'),
          evidence,
        );
  },
});
