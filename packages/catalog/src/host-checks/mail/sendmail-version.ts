// Sendmail has its security fixes (KISA 2021 U-30; the 2026 edition asks every mail server).
import { hostCheck, text } from '@bongsu/core';
import { judgeSendmailAlone } from '../../criteria/mail-in-use.ts';
import { judgePatched, listsFreshDaysParameter } from '../../criteria/patched-package.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import { services } from '../../probes/services.ts';

export const sendmailVersion = hostCheck({
  id: 'mail.sendmail-version',
  title: text('Sendmail 버전 점검', 'Sendmail has its security fixes'),
  why: text(
    '알려진 취약점이 남은 Sendmail은 원격에서 장악될 수 있습니다.',
    'A Sendmail with known holes can be taken over from outside.',
  ),
  importance: 'high',
  expects: text('Sendmail이 꺼져 있거나 최신 보안 패치 상태임', 'Sendmail is off, or has the latest security fixes'),
  remedy: text(
    'sendmail 패키지를 업데이트하거나, 쓰지 않으면 끕니다(systemctl disable --now sendmail).',
    'Update the package sendmail, or turn it off where nobody uses it (systemctl disable --now sendmail).',
  ),
  fix: { rhel: ['dnf upgrade sendmail'], debian: ['apt-get install --only-upgrade sendmail'] },
  question: text(
    'Sendmail의 보안 패치를 누가 얼마나 자주 적용합니까?',
    'Who applies security patches to Sendmail, and how often?',
  ),
  parameters: { freshDays: listsFreshDaysParameter },
  needs: { services, updates: packageUpdates },
  judge({ services: seen, updates }, host, { freshDays }) {
    return judgeSendmailAlone(seen, (proofs) => judgePatched(updates, /^sendmail(?:-|$)/, proofs, host, freshDays));
  },
});
