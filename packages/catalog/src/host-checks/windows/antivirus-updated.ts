// The signatures of the antivirus are new (KISA 2026 W-39, 2021 W-33).
import { fail, hostCheck, manual, numberParameter, pass, text } from '@bongsu/core';
import { antivirus } from '../../probes/windows/antivirus.ts';

export const antivirusUpdated = hostCheck({
  id: 'windows.antivirus-updated',
  title: text('백신 프로그램 업데이트', 'The antivirus is up to date'),
  why: text('오래된 엔진은 새 악성 코드를 알지 못합니다.', 'Old signatures do not know new malware.'),
  importance: 'high',
  expects: text('백신 엔진이 최신임', 'the signatures of the antivirus are new'),
  remedy: text('엔진을 업데이트하고 자동 업데이트를 켭니다.', 'Update the signatures and turn automatic updates on.'),
  fix: { any: ['Update-MpSignature'] },
  question: text(
    '백신 엔진의 날짜는 언제이며 자동으로 업데이트됩니까? 망이 분리되어 있다면 절차가 있습니까?',
    'How old are the signatures, and do they update by themselves? Where the network is cut off, is there a procedure?',
  ),
  parameters: {
    days: numberParameter(
      text(
        '엔진이 지나도 되는 날 수(안내서에 수치는 없음)',
        'days that signatures may be old (the guide gives no number)',
      ),
      7,
      { min: 0, max: 365 },
    ),
  },
  needs: { antivirus },
  judge({ antivirus: { defender, fault } }, _host, { days }) {
    if (!defender?.enabled)
      return manual(
        text(
          'Defender가 아닌 백신의 업데이트 상태를 확인해야 함',
          'is the antivirus, which is not Defender, up to date?',
        ),
        [{ source: 'Get-MpComputerStatus', found: defender ? 'disabled' : fault }],
      );
    const age = defender.signatureAgeDays;
    const evidence = [
      {
        source: 'Get-MpComputerStatus AntivirusSignatureAge',
        found: age === null ? 'no signatures' : `${age} days`,
        expected: `${days} or fewer`,
      },
    ];
    return age !== null && age <= days
      ? pass(text('백신 엔진이 최신임', 'the signatures are new'), evidence)
      : fail(text('백신 엔진이 오래됨', 'the signatures are old'), evidence);
  },
});
