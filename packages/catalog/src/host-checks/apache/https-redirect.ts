// Apache httpd sends whoever comes by HTTP on to HTTPS (KISA 2026 WEB-21).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, switchParameter, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { frontProof, httpsRedirects, networkServers } from '../../criteria/apache-tls.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

const expected = 'a redirect of everything to https://';

export const httpsRedirect = hostCheck({
  id: 'apache.https-redirect',
  title: text('Apache HTTP 리디렉션', 'Apache: HTTP is sent on to HTTPS'),
  why: text(
    'HTTP 접속을 그대로 받으면 로그인 정보가 평문으로 흐릅니다.',
    'Where HTTP is answered, logins travel in plain text.',
  ),
  importance: 'medium',
  expects: text(
    'TLS가 아닌 모든 가상 호스트가 모든 요청을 HTTPS로 보냄',
    'every virtual host without TLS sends all requests on to HTTPS',
  ),
  remedy: text(
    '80 가상 호스트에 Redirect permanent / https://이름/ 을 둡니다. TLS가 로드 밸런서에서 끝나면 리스너에서 리디렉션하고 매개변수 tlsInFront를 켭니다.',
    'Say Redirect permanent / https://name/ in the virtual host of port 80. Where TLS ends at a load balancer, redirect at its listener and switch the parameter tlsInFront on.',
  ),
  fix: {
    any: ['# in <VirtualHost *:80>: Redirect permanent / https://www.example.com/'],
  },
  question: text(
    'HTTP 접속은 로드 밸런서에서 HTTPS로 보내집니까, 또는 나열된 조건에서 빠지는 요청이 있습니까?',
    'Is HTTP sent on at a load balancer, or do requests slip through the conditions listed?',
  ),
  parameters: {
    tlsInFront: switchParameter(
      text(
        'TLS와 리디렉션이 호스트 앞(로드 밸런서)에서 처리됨을 확인했음',
        'it is known that a load balancer in front of the host speaks TLS and redirects',
      ),
      false,
    ),
  },
  needs: { services, apache },
  judge({ services: seen, apache: found }, _host, { tlsInFront }) {
    return judgeApache(seen, found, (instance) => judgeRedirect(instance, tlsInFront));
  },
});

function judgeRedirect(instance: ApacheInstance, tlsInFront: boolean): Judgement {
  const plain = networkServers(instance).filter((one) => !one.tls);
  if (plain.length === 0)
    return pass(text('HTTP로 받는 서버가 없음', 'nothing answers by HTTP'), [
      { source: instance.name, found: 'TLS or loopback only' },
    ]);
  const judged = plain.map(({ server, proof }) => {
    const found = httpsRedirects(server);
    const whole = found.find((one) => one.whole);
    const shown = whole ?? found[0];
    const said: Proof = shown
      ? {
          source: shown.node.source,
          found: `${server.name}: ${shown.node.key} ${shown.node.words.join(' ')}${shown.conditional ? ' (on conditions)' : ''}`,
          expected,
        }
      : { ...proof, found: `${server.name}: no redirect to https`, expected };
    return { server, whole: whole !== undefined, conditional: found.some((one) => one.conditional), said };
  });
  const open = judged.filter((one) => !one.whole);
  const proofs = faultyFirst(open, judged).map(({ said }) => said);
  if (open.length === 0) return pass(text('모든 HTTP 요청을 HTTPS로 보냄', 'all of HTTP is sent on to HTTPS'), proofs);
  if (tlsInFront)
    return pass(
      text('호스트 앞에서 HTTPS로 보냄(매개변수로 확인함)', 'it is sent on before the host, as the parameter says'),
      proofs,
    );
  const names = open
    .slice(0, 3)
    .map(({ server }) => server.name)
    .join(', ');
  const front = frontProof(instance);
  if (front || open.every(({ conditional }) => conditional))
    return manual(text(`${names}: HTTPS로 모두 보내는지 확인 필요`, `does ${names} send everything on to HTTPS?`), [
      ...(front ? [front] : []),
      ...proofs,
    ]);
  return fail(text(`HTTP 요청을 HTTPS로 보내지 않음: ${names}`, `HTTP is not sent on to HTTPS: ${names}`), proofs);
}
