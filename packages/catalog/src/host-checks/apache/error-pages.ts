// Apache httpd answers faults with pages of its own (KISA 2026 WEB-22).
import type { ApacheNode, ApacheServer, Judgement, Proof } from '@bongsu/core';
import { apacheSections, fail, hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { redirectsAll } from '../../criteria/apache-routes.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import { apache } from '../../probes/apache.ts';
import { services } from '../../probes/services.ts';

/** The guide's samples name 400 and 401 and leave the rest out; these are what a site of files and programs answers. */
const usual = ['400', '401', '403', '404', '500'];

export const errorPages = hostCheck({
  id: 'apache.error-pages',
  title: text('Apache 에러 페이지 관리', 'Apache: error pages of its own'),
  why: text(
    '기본 에러 페이지는 서버의 종류와 상태를 알려 줍니다.',
    'The built-in error pages tell what the server is and how it does.',
  ),
  importance: 'low',
  expects: text('주요 에러 코드에 ErrorDocument가 지정됨', 'ErrorDocument names a page for the usual codes'),
  remedy: text(
    'ErrorDocument 400, 401, 403, 404, 500을 하나의 안내 페이지로 지정합니다. 애플리케이션이 에러를 처리하면 그 화면을 확인합니다.',
    'Name one page by ErrorDocument for 400, 401, 403, 404 and 500. Where the application answers faults, look at its pages.',
  ),
  fix: {
    debian: [
      'for code in 400 401 403 404 500; do echo "ErrorDocument $code /error.html"; done > /etc/apache2/conf-available/error-pages.conf',
      'a2enconf error-pages',
      'apache2ctl -t && systemctl reload apache2',
    ],
    rhel: [
      'for code in 400 401 403 404 500; do echo "ErrorDocument $code /error.html"; done > /etc/httpd/conf.d/error-pages.conf',
      'httpd -t && systemctl reload httpd',
    ],
  },
  question: text(
    '지정되지 않은 에러 코드는 애플리케이션이 자체 페이지로 처리합니까?',
    'Does the application answer the other codes with pages of its own?',
  ),
  parameters: { codes: listParameter(text('페이지가 있어야 하는 에러 코드', 'codes that need a page'), usual) },
  needs: { services, apache },
  judge({ services: seen, apache: found }, _host, { codes }) {
    return judgeApache(seen, found, (instance) => {
      const judged = instance.servers
        .filter((server) => !redirectsAll(server))
        .map((server) => judgeServer(server, instance.name, codes));
      return (
        worstOf(judged) ??
        pass(text('모든 요청을 리디렉션함', 'every request is redirected'), [
          { source: instance.name, found: 'no server answers by itself' },
        ])
      );
    });
  },
});

function judgeServer(server: ApacheServer, main: string, codes: readonly string[]): Judgement {
  const pages = new Map<string, ApacheNode>();
  for (const node of [...server.outer, ...server.own, ...whole(server)]) {
    if (node.key !== 'errordocument') continue;
    const [code = '', page = 'default'] = node.words;
    if (page.toLowerCase() === 'default') pages.delete(code);
    else pages.set(code, node);
  }
  const proofs: Proof[] = [...pages.values()].map(({ source, words }) => ({
    source,
    found: `${server.name}: ErrorDocument ${words.join(' ')}`,
  }));
  const missing = codes.filter((code) => !pages.has(code));
  const lack: Proof = {
    source: server.source || main,
    found: `${server.name}: no ErrorDocument for ${missing.join(', ')}`,
    expected: 'a page for each',
  };
  if (missing.length === 0) return pass(text('에러 페이지가 지정됨', 'error pages are named'), proofs);
  if (pages.size === 0)
    return fail(text(`${server.name}에 지정된 에러 페이지가 없음`, `${server.name} names no error page`), [lack]);
  return manual(
    text(
      `${server.name}: 에러 코드 ${missing.join(', ')}의 페이지가 지정되지 않음`,
      `${server.name} names no page for ${missing.join(', ')}`,
    ),
    [...proofs, lack],
  );
}

/** Sections that take every request. */
function whole(server: ApacheServer): ApacheNode[] {
  return apacheSections(server)
    .filter(({ key, words }) => (key === 'location' || key === 'directory') && words[0] === '/')
    .flatMap(({ body }) => body ?? []);
}
