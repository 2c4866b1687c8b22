// nginx sends plain HTTP on to HTTPS (KISA 2026 WEB-21): every server that others reach without TLS answers with a redirect, or not at all.
import type { Judgement, NginxServer, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, nginxText, pass, text } from '@bongsu/core';
import { behindAnother, heldInFront, openListens, plainAnswer, tlsInFront } from '../../criteria/nginx-https.ts';
import { judgeNginx, judgeServers, nginxReload } from '../../criteria/nginx-in-use.ts';
import type { NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

export const httpsRedirect = hostCheck({
  id: 'nginx.https-redirect',
  title: text('Nginx HTTP 리디렉션', 'nginx: plain HTTP is sent on to HTTPS'),
  why: text(
    '평문 HTTP로 서비스하면 세션과 비밀번호를 중간에서 읽고 바꿀 수 있습니다.',
    'What travels as plain HTTP, sessions and passwords among it, is read and changed on the way.',
  ),
  importance: 'medium',
  expects: text('HTTP 요청이 모두 HTTPS로 넘어감', 'every HTTP request is redirected to HTTPS'),
  remedy: text(
    '80번 server 블록을 return 301 https://$host$request_uri; 하나로 둡니다.',
    'Let the server block of port 80 be return 301 https://$host$request_uri; alone.',
  ),
  fix: { any: ["grep -rnE '^[[:space:]]*(listen|return|rewrite)' /etc/nginx", nginxReload] },
  question: text(
    '앞단(ALB, CloudFront)이 HTTP를 HTTPS로 넘기고, 이 서버는 그 앞단에서만 접근됩니까?',
    'Does what stands in front (ALB, CloudFront) redirect HTTP to HTTPS, and is this server reached through it alone?',
  ),
  parameters: { tlsInFront },
  needs: { nginx },
  judge({ nginx: seen }, _host, chosen) {
    return judgeNginx(seen, (instance) =>
      judgeServers(instance, (server) => judgeRedirect(instance, server, chosen.tlsInFront)),
    );
  },
});

const becauseMax = 20;
const frontMax = 5;

function judgeRedirect(instance: NginxInstance, server: NginxServer, known: boolean): Judgement {
  const open = openListens(server);
  const plain = open.filter((listen) => !listen.tls);
  const listens: Proof[] = server.listens.map((one) => ({
    source: one.source,
    found: `server ${server.name}: listen ${one.said || 'unset (*:80)'}${one.tls ? ' (TLS)' : ''}`,
  }));
  if (plain.length === 0)
    return pass(
      open.length === 0
        ? text('자기 자신의 주소에서만 받음', 'it listens to the host itself only')
        : text('평문 HTTP를 받지 않음', 'it takes no plain HTTP'),
      listens,
    );
  const answer = plainAnswer(server);
  const evidence: Proof[] = [
    ...listens,
    ...answer.because
      .slice(0, becauseMax)
      .map((one) => ({ source: one.source, found: nginxText(one), expected: 'a redirect to https://' })),
  ];
  if (answer.kind === 'https') return pass(text('HTTP를 HTTPS로 넘김', 'plain HTTP is redirected to HTTPS'), evidence);
  if (answer.kind === 'refused')
    return pass(text('평문 HTTP에는 콘텐츠를 주지 않음', 'plain HTTP gets no content'), evidence);
  if (known) return heldInFront(evidence);
  const front = behindAnother(instance);
  if (front.length > 0 && !instance.servers.some((one) => one.listens.some((listen) => listen.tls)))
    return manual(
      text(
        `앞단이 HTTPS를 맡는지 확인 필요: server ${server.name}`,
        `does a server in front hold HTTPS: server ${server.name}?`,
      ),
      [...evidence, ...front.slice(0, frontMax).map((one) => ({ source: one.source, found: nginxText(one) }))],
    );
  return fail(
    text(
      `평문 HTTP로 콘텐츠를 서비스함: server ${server.name}`,
      `content is served as plain HTTP: server ${server.name}`,
    ),
    evidence,
  );
}
