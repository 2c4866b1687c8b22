// The mail server has its security fixes (KISA 2026 U-45; the 2021 edition asks about Sendmail alone).
import { hostCheck, text } from '@bongsu/core';
import type { MailServer } from '../../criteria/mail-in-use.ts';
import { judgeMail } from '../../criteria/mail-in-use.ts';
import { judgePatched, listsFreshDaysParameter } from '../../criteria/patched-package.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import { services } from '../../probes/services.ts';

const packages: Readonly<Record<MailServer, RegExp>> = {
  postfix: /^postfix(?:-|$)/,
  sendmail: /^sendmail(?:-|$)/,
  exim: /^exim4?(?:-|$)/,
};

export const version = hostCheck({
  id: 'mail.version',
  title: text('메일 서비스 버전 점검', 'The mail server has its security fixes'),
  why: text(
    '알려진 취약점이 남은 메일 서버는 원격에서 장악될 수 있습니다.',
    'A mail server with known holes can be taken over from outside.',
  ),
  importance: 'high',
  expects: text('메일 서버가 최신 보안 패치 상태임', 'the mail server has the latest security fixes'),
  remedy: text(
    '패키지를 업데이트하거나, 쓰지 않으면 서비스를 끕니다(systemctl disable --now).',
    'Update the package, or turn the service off where nobody uses it (systemctl disable --now).',
  ),
  fix: {
    rhel: ['dnf upgrade postfix'],
    debian: ['apt-get install --only-upgrade postfix'],
  },
  question: text(
    '메일 서버의 보안 패치를 누가 얼마나 자주 적용합니까?',
    'Who applies security patches to the mail server, and how often?',
  ),
  parameters: { freshDays: listsFreshDaysParameter },
  needs: { services, updates: packageUpdates },
  judge({ services: seen, updates }, host, { freshDays }) {
    return judgeMail(seen, (server, proofs) => judgePatched(updates, packages[server], proofs, host, freshDays));
  },
});
