// nginx serves over TLS (KISA 2026 WEB-20), and not as SSLv2 or SSLv3, which are broken (RFC 6176, RFC 7568). TLS 1.0 and 1.1 are withdrawn as
// well (RFC 8996), but the guide's 양호 is that TLS is on: to ask for more, set the parameter.
// Built-in protocols: ngx_http_ssl_module, ssl_protocols (what OpenSSL's policy forbids stays off).
import type { Judgement, NginxServer, Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, manual, nginxSetting, nginxText, pass, text } from '@bongsu/core';
import { behindAnother, heldInFront, openListens, plainAnswer, tlsInFront } from '../../criteria/nginx-https.ts';
import { judgeNginx, judgeServers, nginxReload } from '../../criteria/nginx-in-use.ts';
import type { NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

export const tls = hostCheck({
  id: 'nginx.tls',
  title: text('Nginx SSL/TLS 활성화', 'nginx: TLS is on'),
  why: text(
    'TLS가 없거나 낡은 버전이면 오가는 내용과 비밀번호가 드러납니다.',
    'Without TLS, or with a broken version of it, contents and passwords are read on the way.',
  ),
  importance: 'high',
  expects: text(
    '서비스가 TLS로 제공되고 폐기된 버전을 받지 않음',
    'the service is offered over TLS, in no withdrawn version',
  ),
  remedy: text(
    'listen 443 ssl과 ssl_certificate를 두고 ssl_protocols TLSv1.2 TLSv1.3;로 정합니다.',
    'Have listen 443 ssl with ssl_certificate, and ssl_protocols TLSv1.2 TLSv1.3;.',
  ),
  fix: {
    any: [
      "grep -rlE '^[[:space:]]*ssl_protocols' /etc/nginx | xargs -r sed -i -E 's/^([[:space:]]*ssl_protocols).*/\\1 TLSv1.2 TLSv1.3;/'",
      nginxReload,
    ],
  },
  parameters: {
    withdrawn: listParameter(text('받지 않아야 할 버전', 'versions that must not be offered'), ['SSLv2', 'SSLv3']),
    tlsInFront,
  },
  question: text(
    'TLS를 앞단(ALB, CloudFront)이 맡습니까? 명시되지 않은 ssl_protocols의 실제 버전을 확인했습니까?',
    'Does what stands in front (ALB, CloudFront) hold the TLS; and where ssl_protocols is unset, which versions are offered in fact?',
  ),
  needs: { nginx },
  judge({ nginx: seen }, _host, chosen) {
    return judgeNginx(seen, (instance) => judgeServers(instance, (server) => judgeTls(instance, server, chosen)));
  },
});

const shownMax = 5;

interface Wanted {
  readonly withdrawn: readonly string[];
  readonly tlsInFront: boolean;
}

function judgeTls(instance: NginxInstance, server: NginxServer, wanted: Wanted): Judgement {
  const open = openListens(server);
  const evidence: Proof[] = server.listens.map((one) => ({
    source: one.source,
    found: `server ${server.name}: listen ${one.said || 'unset (*:80)'}${one.tls ? ' (TLS)' : ''}`,
    expected: 'TLS',
  }));
  if (open.length === 0)
    return pass(text('자기 자신의 주소에서만 받음', 'it listens to the host itself only'), evidence);
  if (open.some((listen) => listen.tls)) return judgeVersions(instance, server, wanted.withdrawn, evidence);
  const answer = plainAnswer(server);
  if (answer.kind !== 'content')
    return pass(text('평문으로는 콘텐츠를 주지 않음', 'in plain text it gives no content'), [
      ...evidence,
      ...answer.because.slice(0, shownMax).map((one) => ({ source: one.source, found: nginxText(one) })),
    ]);
  const twin = instance.servers.find(
    (one) => one !== server && one.listens.some((listen) => listen.tls) && sharesName(one, server),
  );
  if (twin)
    return pass(text('같은 이름의 TLS 서버가 있음', 'a server of the same name has TLS'), [
      ...evidence,
      { source: twin.places[0].directive.source, found: `server ${twin.name}: TLS` },
    ]);
  if (wanted.tlsInFront) return heldInFront(evidence);
  const front = behindAnother(instance);
  if (front.length > 0)
    return manual(
      text(
        `앞단이 TLS를 맡는지 확인 필요: server ${server.name}`,
        `does a server in front hold the TLS: server ${server.name}?`,
      ),
      [...evidence, ...front.slice(0, shownMax).map((one) => ({ source: one.source, found: nginxText(one) }))],
    );
  return fail(
    text(`TLS 없이 서비스함: server ${server.name}`, `it is served without TLS: server ${server.name}`),
    evidence,
  );
}

function sharesName(one: NginxServer, other: NginxServer): boolean {
  return one.names.some((name) => other.names.includes(name)) || one.names.length + other.names.length === 0;
}

function judgeVersions(
  instance: NginxInstance,
  server: NginxServer,
  withdrawn: readonly string[],
  listens: readonly Proof[],
): Judgement {
  const setting = nginxSetting(server.places[0], 'ssl_protocols').at(-1);
  const isOld = (version: string): boolean => withdrawn.some((one) => one.toLowerCase() === version.toLowerCase());
  if (setting) {
    const old = setting.args.filter(isOld);
    const evidence = [
      ...listens,
      { source: setting.source, found: nginxText(setting), expected: `none of ${withdrawn.join(', ')}` },
    ];
    return old.length > 0
      ? fail(
          text(
            `폐기된 버전을 받음: ${old.join(', ')} (server ${server.name})`,
            `withdrawn versions are offered: ${old.join(', ')} (server ${server.name})`,
          ),
          evidence,
        )
      : pass(text('TLS로 서비스하고 폐기된 버전을 받지 않음', 'TLS is on, in no withdrawn version'), evidence);
  }
  const builtIn = builtInVersions(instance.version);
  const evidence = [
    ...listens,
    {
      source: server.places[0].directive.source,
      found: `ssl_protocols unset (${builtIn?.join(' ') ?? 'built-in not known'})`,
    },
  ];
  if (builtIn && !builtIn.some(isOld)) return pass(text('TLS로 서비스함', 'TLS is on'), evidence);
  return manual(
    text(
      `ssl_protocols가 없음: ${instance.version || 'nginx'}의 기본값과 OpenSSL 정책 확인 필요`,
      `ssl_protocols is unset: what do ${instance.version || 'nginx'} and the policy of OpenSSL offer?`,
    ),
    evidence,
  );
}

/** openresty's first three numbers are nginx's. */
function builtInVersions(version: string): string[] | null {
  const parts = /^(?:nginx|openresty|freenginx)\/(\d+)\.(\d+)\.(\d+)/.exec(version);
  if (!parts) return null;
  const number = Number(parts[1]) * 1_000_000 + Number(parts[2]) * 1000 + Number(parts[3]);
  if (number >= 1_027_003) return ['TLSv1.2', 'TLSv1.3'];
  const old = ['TLSv1', 'TLSv1.1', 'TLSv1.2'];
  if (number < 1_009_001) return ['SSLv3', ...old];
  return number >= 1_023_004 ? [...old, 'TLSv1.3'] : old;
}
