// No needless proxies in nginx (KISA 2026 WEB-10). A proxy to wherever the client asks is open to everybody and plainly wrong; whether a
// proxy to a server of one's own is needed stands in no file.
import type { Judgement, NginxDirective, NginxPlace, NginxServer, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  manual,
  nginxBlocks,
  nginxEvery,
  nginxOwn,
  nginxPlaceName,
  nginxText,
  pass,
  text,
} from '@bongsu/core';
import { isLimited, reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, named, nginxReload } from '../../criteria/nginx-in-use.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import { nginx } from '../../probes/nginx.ts';

export const proxy = hostCheck({
  id: 'nginx.proxy',
  title: text('Nginx 불필요한 프록시 설정 제한', 'nginx: no needless proxies'),
  why: text(
    '누구나 쓰는 프록시는 내부망과 메타데이터 서비스로 가는 통로가 되고 공격의 출처를 숨겨 줍니다.',
    'An open proxy leads strangers into the internal network and to the metadata service, and hides where attacks come from.',
  ),
  importance: 'high',
  expects: text('프록시가 없거나 필요한 대상으로만 감', 'no proxy, or only to servers that are needed'),
  remedy: text(
    'proxy_pass의 대상을 고정된 upstream으로 바꾸고, 쓰지 않는 프록시와 proxy_connect를 지웁니다.',
    'Send proxy_pass to a fixed upstream, and remove proxies that nobody uses, proxy_connect among them.',
  ),
  fix: { any: ["grep -rnE '^[[:space:]]*(proxy_pass|grpc_pass|proxy_connect)\\b' /etc/nginx", nginxReload] },
  question: text('증거에 나열된 프록시는 각각 필요한 것입니까?', 'Is each proxy in the evidence needed?'),
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => {
      const within = (name: string, key: string): Proof[] =>
        nginxEvery(nginxBlocks(instance.tree, name), key).map((one) => ({
          source: one.source,
          found: `${name}: ${nginxText(one)}`,
        }));
      // Every server of mail is a proxy, and asks there which one stands behind it (ngx_mail_auth_http_module).
      const passed = [...within('stream', 'proxy_pass'), ...within('mail', 'auth_http')];
      const judged = instance.servers.map(judgeProxies);
      if (passed.length > 0) judged.push(needed(passed));
      return (
        worstOf(judged) ??
        pass(text('프록시가 없음', 'there is no proxy'), [{ source: instance.conf, found: 'no server block' }])
      );
    });
  },
});

function judgeProxies(server: NginxServer): Judgement {
  const found = reached(server).flatMap((place) =>
    ['proxy_pass', 'grpc_pass', 'memcached_pass', 'proxy_connect']
      .flatMap((name) => nginxOwn(place, name))
      .map((setting) => ({ place, setting, name: nginxPlaceName(server, place) })),
  );
  const proofs = found.map(
    ({ setting, name }): Proof => ({ source: setting.source, found: `${name}: ${nginxText(setting)}` }),
  );
  if (found.length === 0)
    return pass(text('프록시가 없음', 'there is no proxy'), [
      { source: server.places[0].directive.source, found: `server ${server.name}: no proxy_pass` },
    ]);
  const anywhere = found.filter(({ setting, place }) => leadsAnywhere(setting, place, server));
  const open = anywhere.filter(({ place }) => !isLimited(place));
  if (open.length > 0) {
    const names = named(open.map(({ name }) => name));
    return fail(
      text(`요청자가 대상을 정하는 프록시: ${names}`, `the client decides where the proxy goes: ${names}`),
      proofs,
    );
  }
  return needed(proofs);
}

function needed(proofs: readonly Proof[]): Judgement {
  const ways = named(proofs.map((one) => one.found));
  return manual(text(`프록시가 필요한지 확인 필요: ${ways}`, `is each proxy needed: ${ways}?`), proofs);
}

/** A variable of the request stands for the host: `$http_host`, an argument, a capture; `$host` too, unless the names are fixed. */
function leadsAnywhere(setting: NginxDirective, place: NginxPlace, server: NginxServer): boolean {
  if (setting.name === 'proxy_connect') return true;
  const [target = ''] = setting.args;
  const whole = target.replace(/(?:[a-z]+|\$scheme):\/\//, '').replace(/\/.*/, '');
  // A variable that begins with a slash ends the host that stands before it.
  const host = whole.replace(/(?<=.)\$\{?(?:request_uri|uri|document_uri)\b.*/, '');
  if (/\$\{?(?:http_|arg_|cookie_|request_uri|uri|document_uri|args|query_string|\d)/.test(host)) return true;
  const own = captures(place);
  if (own.some((name) => host.includes(`$${name}`))) return true;
  if (!/\$\{?host\b/.test(host)) return false;
  const exact = server.names.length > 0 && server.names.every((name) => /^[A-Za-z0-9.-]+$/.test(name));
  return !exact || server.listens.some((listen) => listen.isDefault);
}

/** Named captures of the location. */
function captures({ location }: NginxPlace): string[] {
  return [...(location?.path ?? '').matchAll(/\(\?P?<([a-z_][a-z0-9_]{0,40})>/gi)].map((one) => one[1] ?? '');
}
