// The DNS server has its security fixes (KISA 2026 U-49, 2021 U-33).
import { hostCheck, text } from '@bongsu/core';
import { judgeDns } from '../../criteria/dns-in-use.ts';
import { judgePatched, listsFreshDaysParameter } from '../../criteria/patched-package.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import { services } from '../../probes/services.ts';

export const dnsVersion = hostCheck({
  id: 'dns.version',
  title: text('DNS 보안 버전 패치', 'The DNS server has its security fixes'),
  why: text(
    '알려진 취약점이 남은 BIND는 멈추거나 거짓 응답을 하게 될 수 있습니다.',
    'BIND with known holes can be stopped or made to give false answers.',
  ),
  importance: 'high',
  expects: text('DNS 서버가 최신 보안 패치 상태임', 'the DNS server has the latest security fixes'),
  remedy: text(
    'bind(bind9) 패키지를 업데이트하고 정기 패치 계획을 세웁니다. 쓰지 않으면 서비스를 끕니다.',
    'Update the package bind (bind9) and plan regular updates, or turn the service off where nobody uses it.',
  ),
  fix: {
    'amazon-linux': ['dnf upgrade bind', 'systemctl restart named'],
    rhel: ['dnf upgrade bind', 'systemctl restart named'],
    debian: ['apt-get install --only-upgrade bind9', 'systemctl restart named'],
  },
  question: text(
    'DNS 서버의 보안 패치를 누가 얼마나 자주 적용합니까?',
    'Who applies security patches to the DNS server, and how often?',
  ),
  parameters: { freshDays: listsFreshDaysParameter },
  needs: { services, updates: packageUpdates },
  judge({ services: seen, updates }, host, { freshDays }) {
    return judgeDns(seen, (proofs) => judgePatched(updates, /^bind9?(?:[.-]|$)/, proofs, host, freshDays));
  },
});
