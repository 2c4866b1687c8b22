// Dynamic updates are off or limited (KISA 2026 U-51).
import type { Judgement, NamedStatement, Proof } from '@bongsu/core';
import { fail, hostCheck, matchesAnybody, namedAcls, namedList, namedStatement, pass, text } from '@bongsu/core';
import { heldZones, judgeNamed } from '../../criteria/dns-in-use.ts';
import type { NamedConfig } from '../../probes/named-config.ts';
import { namedConfig } from '../../probes/named-config.ts';
import { services } from '../../probes/services.ts';

const shownMax = 50;

export const dynamicUpdate = hostCheck({
  id: 'dns.dynamic-update',
  title: text('DNS 서비스의 취약한 동적 업데이트 설정 금지', 'No unsafe DNS dynamic update'),
  why: text(
    '누구나 동적 업데이트를 할 수 있으면 이름을 공격자의 주소로 바꿀 수 있습니다.',
    'Whoever may update a zone can point its names to an address of the attacker.',
  ),
  importance: 'medium',
  expects: text(
    '동적 업데이트가 꺼져 있거나 지정된 대상에만 허용됨',
    'dynamic updates are off, or limited to named addresses or keys',
  ),
  remedy: text(
    'allow-update { none; };을 두거나 키를 쓰는 update-policy로 바꿉니다.',
    'Set allow-update { none; };, or use update-policy with a key.',
  ),
  fix: {
    any: ['named-checkconf -px | grep -n allow-update', 'rndc reconfig'],
  },
  question: text('동적 업데이트를 허용하는 상대가 필요합니까?', 'Are those who may update the zone needed?'),
  needs: { services, named: namedConfig },
  judge({ services: seen, named }) {
    return judgeNamed(seen, named, (statements) => judgeZones(statements, named));
  },
});

function judgeZones(statements: readonly NamedStatement[], named: NamedConfig): Judgement {
  const acls = namedAcls(statements);
  const zones = heldZones(statements).map((zone) => {
    const first = (keyword: string) => zone.scopes.flatMap((scope) => namedStatement(scope, keyword) ?? [])[0];
    const setting = first('allow-update');
    const policy = first('update-policy');
    const list = setting?.block ?? [];
    const said = setting
      ? `allow-update { ${namedList(list)} }`
      : policy
        ? 'update-policy'
        : 'allow-update unset: none';
    const proof: Proof = {
      source: setting?.source ?? policy?.source ?? zone.source,
      found: `zone ${zone.name}: ${said}`,
      expected: 'none, keys or named addresses',
    };
    const byAddress = list.some(({ words }) => /^!?(?:\d+\.|[0-9a-f]*:)/i.test(words.join('')));
    return { name: zone.name, proof, open: matchesAnybody(list, acls), byAddress };
  });
  const open = zones.filter((zone) => zone.open);
  const evidence: Proof[] = [
    { source: named.source, found: `${zones.length} zones held` },
    ...[...open, ...zones.filter((zone) => !zone.open)].map(({ proof }) => proof).slice(0, shownMax),
  ];
  if (open.length > 0) {
    const names = open
      .slice(0, 5)
      .map(({ name }) => name)
      .join(', ');
    return fail(
      text(`누구나 업데이트할 수 있는 존이 있음: ${names}`, `anybody may update the zones ${names}`),
      evidence,
    );
  }
  if (zones.some((zone) => zone.byAddress))
    return pass(
      text(
        '동적 업데이트가 주소로 제한됨(주소는 위조될 수 있어 키를 권장)',
        'dynamic updates are limited by address, which can be forged: a key is better',
      ),
      evidence,
    );
  return pass(text('동적 업데이트가 꺼져 있거나 제한됨', 'dynamic updates are off or limited'), evidence);
}
