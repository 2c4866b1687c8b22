// Apache httpd is no proxy but where it is meant to be (KISA 2026 WEB-10).
import type { ApacheNode, Judgement, Proof } from '@bongsu/core';
import { apacheAll, fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

export const proxy = hostCheck({
  id: 'apache.proxy',
  title: text('Apache 불필요한 프록시 설정 제한', 'Apache: no needless proxy'),
  why: text(
    '열린 프록시는 내부 서버로 가는 길이 되고 다른 공격의 발판으로 쓰입니다.',
    'An open proxy is a way to inner servers, and a stepping stone for attacks on others.',
  ),
  importance: 'high',
  expects: text(
    'ProxyRequests가 꺼져 있고 필요 없는 ProxyPass가 없음',
    'ProxyRequests is off and no ProxyPass is without need',
  ),
  remedy: text(
    'ProxyRequests Off로 두고, 쓰지 않는 ProxyPass, ProxyPassMatch, RewriteRule [P]를 지우고, 아무도 쓰지 않으면 mod_proxy를 내립니다.',
    'Keep ProxyRequests Off, take away each ProxyPass, ProxyPassMatch and RewriteRule [P] that nobody needs, and unload mod_proxy where none is left.',
  ),
  fix: {
    debian: [
      "grep -rnEi '^[[:space:]]*(ProxyRequests|ProxyPass|ProxyPassMatch)' /etc/apache2/*-enabled",
      'a2dismod -f proxy_http proxy',
      'apache2ctl -t && systemctl reload apache2',
    ],
    rhel: [
      "grep -rnEi '^[[:space:]]*(ProxyRequests|ProxyPass|ProxyPassMatch)' /etc/httpd/conf /etc/httpd/conf.d",
      'httpd -t && systemctl reload httpd',
    ],
  },
  question: text('나열된 프록시 설정이 모두 업무에 필요합니까?', 'Is each of these proxied addresses needed?'),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, judgeProxy);
  },
});

function judgeProxy(instance: ApacheInstance): Judgement {
  const nodes = unique(
    instance.servers.flatMap((server) =>
      apacheAll(server, 'proxyrequests', 'proxypass', 'proxypassmatch', 'rewriterule', 'sethandler'),
    ),
  );
  const forward = nodes.filter(
    ({ key, words }) => key === 'proxyrequests' && words.some((word) => word.toLowerCase() === 'on'),
  );
  const reverse = nodes.filter((node) => passesOn(node));
  const shown = (some: readonly ApacheNode[], expected: string): Proof[] =>
    some.map(({ key, words, source }) => ({ source, found: `${key} ${words.join(' ')}`, expected }));
  const loaded = instance.module('proxy_module');
  const state = {
    source: instance.source,
    found: loaded === false ? 'no proxy_module' : loaded ? 'proxy_module loaded' : 'no LoadModule of proxy_module',
  };
  if (loaded === false) return pass(text('mod_proxy가 없음', 'mod_proxy is not loaded'), [state]);
  const proofs = [...shown(forward, 'ProxyRequests Off'), ...shown(reverse, 'only what is needed')];
  if (forward.length > 0)
    return fail(text('정방향 프록시(ProxyRequests On)가 켜져 있음', 'it is a forward proxy: ProxyRequests is on'), [
      ...proofs,
      state,
    ]);
  if (reverse.length > 0)
    return manual(
      text(
        `역방향 프록시 설정 ${reverse.length}개: 모두 필요한지 확인 필요`,
        `it passes ${reverse.length} addresses on to other servers: is each needed?`,
      ),
      [...proofs, state],
    );
  return pass(text('프록시 설정이 없음', 'nothing is proxied'), [state]);
}

/** Programs behind FastCGI on this host are the site itself, and `!` is an exception. */
function passesOn({ key, words: [first = '', second = first, flags = ''] }: ApacheNode): boolean {
  if (key === 'sethandler') return /^proxy:(?!.*fcgi:)/i.test(first);
  if (/fcgi:|^unix:/i.test(second)) return false;
  if (key === 'rewriterule') return /[[,]p(?:roxy)?[,\]]/i.test(flags);
  return key.startsWith('proxypass') && second !== '!';
}

function unique(nodes: readonly ApacheNode[]): ApacheNode[] {
  return [...new Map(nodes.map((node) => [node.source, node])).values()];
}
