// Zone transfers go to named hosts or keys only (KISA 2026 U-50, 2021 U-34).
import type { Judgement, NamedStatement, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  manual,
  matchesAnybody,
  namedAcls,
  namedList,
  namedStatement,
  pass,
  text,
} from '@bongsu/core';
import { heldZones, judgeNamed } from '../../criteria/dns-in-use.ts';
import type { NamedConfig } from '../../probes/named-config.ts';
import { namedConfig } from '../../probes/named-config.ts';
import { services } from '../../probes/services.ts';

const expected = 'allow-transfer of named hosts or keys, or none';

const shownMax = 50;

export const zoneTransfer = hostCheck({
  id: 'dns.zone-transfer',
  title: text('DNS Zone Transfer 설정', 'DNS zone transfer'),
  why: text(
    '누구나 존을 전송받을 수 있으면 내부 호스트 이름과 주소가 한 번에 드러납니다.',
    'Whoever may transfer a zone learns every name and address in it at once.',
  ),
  importance: 'high',
  expects: text('존 전송이 지정된 호스트나 키에만 허용됨', 'zones are transferred to named hosts or keys only'),
  remedy: text(
    'options에 allow-transfer { none; };을 두고, 필요한 존에만 보조 서버 주소나 키를 지정합니다.',
    'Put allow-transfer { none; }; into options, and name the secondary servers or keys in each zone that needs them.',
  ),
  fix: {
    any: ['named-checkconf -px | grep -n allow-transfer', 'rndc reconfig'],
  },
  question: text(
    '존 전송을 허용하는 상대가 실제 보조 서버입니까?',
    'Are those who may transfer the zone its secondary servers?',
  ),
  needs: { services, named: namedConfig },
  judge({ services: seen, named }) {
    return judgeNamed(seen, named, (statements) => judgeZones(statements, named));
  },
});

function judgeZones(statements: readonly NamedStatement[], named: NamedConfig): Judgement {
  const acls = namedAcls(statements);
  const zones = heldZones(statements).map((zone) => {
    const setting = zone.scopes.flatMap((scope) => namedStatement(scope, 'allow-transfer') ?? [])[0];
    const list = setting?.block;
    const found = list ? `allow-transfer { ${namedList(list)} }` : 'allow-transfer unset';
    const proof: Proof = { source: setting?.source ?? zone.source, found: `zone ${zone.name}: ${found}`, expected };
    return { zone, setting, proof, open: list ? matchesAnybody(list, acls) : null };
  });
  const evidence: Proof[] = [{ source: named.source, found: `${zones.length} zones held` }];
  if (zones.length === 0)
    return pass(text('전송할 존이 없음(캐시 전용)', 'it holds no zone to transfer (a pure resolver)'), evidence);
  const names = (some: typeof zones): string =>
    some
      .slice(0, 5)
      .map(({ zone }) => zone.name)
      .join(', ');
  const open = zones.filter((one) => one.open === true);
  const unset = zones.filter((one) => one.open === null);
  evidence.push(
    ...[...open, ...unset, ...zones.filter((one) => one.open === false)].map(({ proof }) => proof).slice(0, shownMax),
  );
  // Unset means any up to 9.18 (ARM 9.18, allow-transfer); later branches are for a person until their manual is known here.
  const builtInUnknown = Number(named.version.split('.')[1]) > 18;
  if (open.length > 0 || (unset.length > 0 && !builtInUnknown)) {
    const both = names([...open, ...unset]);
    return fail(text(`누구나 전송받을 수 있는 존이 있음: ${both}`, `anybody may transfer the zones ${both}`), evidence);
  }
  if (unset.length > 0)
    return manual(
      text(
        `allow-transfer가 없는 존이 있음: BIND ${named.version}의 기본값 확인 필요`,
        `some zones have no allow-transfer: what is the built-in of BIND ${named.version}?`,
      ),
      evidence,
    );
  return pass(text('존 전송이 제한됨', 'zone transfers are limited'), evidence);
}
