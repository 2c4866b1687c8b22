// Responses of Apache httpd name neither its version nor the system (KISA 2026 WEB-16, 2021 U-71).
import type { ApacheNode, Judgement, Proof } from '@bongsu/core';
import { apacheAll, apacheServers, fail, hostCheck, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { apachePlaces, ownLayer } from '../../criteria/apache-places.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

export const headerDisclosure = hostCheck({
  id: 'apache.header-disclosure',
  title: text('Apache 헤더 정보 노출 제한', 'Apache: headers name no version'),
  why: text(
    '버전과 운영체제를 알면 맞는 공격 코드를 바로 고를 수 있습니다.',
    'Who knows the version and the system picks the exploit that fits.',
  ),
  importance: 'medium',
  expects: text('ServerTokens Prod, ServerSignature Off', 'ServerTokens Prod and ServerSignature Off'),
  remedy: text(
    'ServerTokens Prod와 ServerSignature Off를 전역에 두고 다시 읽힙니다. 가상 호스트 안의 ServerSignature On도 지웁니다.',
    'Say ServerTokens Prod and ServerSignature Off for the whole server, take ServerSignature On out of virtual hosts, and reload.',
  ),
  fix: {
    debian: [
      "sed -i.bak -E 's/^[[:space:]]*ServerTokens[[:space:]].*/ServerTokens Prod/; s/^[[:space:]]*ServerSignature[[:space:]].*/ServerSignature Off/' /etc/apache2/conf-enabled/security.conf",
      'apache2ctl -t && systemctl reload apache2',
    ],
    rhel: [
      "printf 'ServerTokens Prod\\nServerSignature Off\\n' > /etc/httpd/conf.d/zz-server-tokens.conf",
      'httpd -t && systemctl reload httpd',
    ],
  },
  question: text(
    '이 서버의 응답 헤더(curl -sI)와 에러 페이지에 버전이 나타납니까?',
    "Do the headers of this server's answers (curl -sI) or its error pages show a version?",
  ),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => judgeHeaders(instance, found));
  },
});

function judgeHeaders(instance: ApacheInstance, apache: ApacheHost): Judgement {
  // ServerTokens is of the whole server: the last one read counts, wherever it stands.
  const tokens = apacheServers(instance.config)
    .flatMap(({ own }) => own.filter(({ key }) => key === 'servertokens'))
    .at(-1);
  const product = tokens?.words.some((word) => /^prod(?:uctonly)?$/i.test(word)) === true;
  const told: Proof = {
    source: tokens?.source ?? instance.name,
    found: tokens ? `ServerTokens ${tokens.words.join(' ')}` : 'ServerTokens unset (built-in Full)',
    expected: 'ServerTokens Prod',
  };
  const signatures = signaturesOf(instance, apache);
  const signed = signatures.filter(({ words }) => words.every((word) => word.toLowerCase() !== 'off'));
  const said = signatures.map(({ source, words }) => ({
    source,
    found: `ServerSignature ${words.join(' ')}`,
    expected: 'ServerSignature Off',
  }));
  const unset = { source: instance.name, found: 'ServerSignature unset (built-in Off)' };
  const proofs = [told, ...(said.length > 0 ? said : [unset])];
  if (!product || signed.length > 0) {
    const which = [
      ...(product ? [] : [told.found]),
      ...signed.slice(0, 3).map(({ source }) => `ServerSignature (${source})`),
    ].join(', ');
    return fail(text(`버전 정보가 드러남: ${which}`, `the version is shown: ${which}`), proofs);
  }
  return pass(text('제품 이름만 드러남', 'only the name of the product is shown'), proofs);
}

/** Those in effect: the last of each server, and every one of a section or an .htaccess file that applies. */
function signaturesOf(instance: ApacheInstance, apache: ApacheHost): ApacheNode[] {
  const lasts = instance.servers.flatMap((server) => {
    const last = (nodes: readonly ApacheNode[]): ApacheNode | undefined =>
      nodes.findLast(({ key }) => key === 'serversignature');
    const inEffect = last(server.own) ?? last(server.outer);
    const direct = new Set([...server.own, ...server.outer]);
    const inSections = apacheAll(server, 'serversignature').filter((node) => !direct.has(node));
    return [...(inEffect ? [inEffect] : []), ...inSections];
  });
  const files = apachePlaces(instance, apache)
    .flatMap((place) => ownLayer(place).flatMap(({ body }) => body))
    .filter(({ key }) => key === 'serversignature');
  return [...new Map([...lasts, ...files].map((node) => [node.source, node])).values()];
}
