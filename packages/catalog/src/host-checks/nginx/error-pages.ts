// nginx answers errors with pages of its own (KISA 2026 WEB-22). The guide's 양호: error pages are set apart; none is a fault, and where some
// codes lack one a person knows whether the application answers them. A location with an error_page of its own replaces all of the server's.
import type { Judgement, NginxPlace, NginxServer, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  listParameter,
  manual,
  nginxPlaceName,
  nginxSetting,
  nginxText,
  notApplicable,
  pass,
  text,
} from '@bongsu/core';
import { hasContent, nginxAnswer, reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginx } from '../../probes/nginx.ts';

/** What the guide's samples name: what a site of files and programs answers. */
const usual = ['400', '401', '403', '404', '500'];

export const errorPages = hostCheck({
  id: 'nginx.error-pages',
  title: text('Nginx 에러 페이지 관리', 'nginx: error pages of its own'),
  why: text(
    '기본 에러 페이지는 제품과 버전, 내부 구조를 드러냅니다.',
    'Built-in error pages show the product, its version and the inner workings.',
  ),
  importance: 'low',
  expects: text('에러 코드별로 error_page가 지정됨', 'error_page is set for the codes'),
  remedy: text(
    'http나 server 블록에 error_page 400 401 403 404 /40x.html; error_page 500 502 503 504 /50x.html;을 두고 그 페이지를 만듭니다.',
    'Put error_page 400 401 403 404 /40x.html; error_page 500 502 503 504 /50x.html; into http or server, and write the pages.',
  ),
  fix: { any: ["grep -rnE '^[[:space:]]*error_page' /etc/nginx", nginxReload] },
  parameters: {
    codes: listParameter(text('페이지가 있어야 할 에러 코드', 'codes that need a page'), usual),
  },
  question: text(
    '지정되지 않은 에러 코드는 애플리케이션이 자체 페이지로 처리합니까?',
    'Does the application answer the other codes with pages of its own?',
  ),
  needs: { nginx },
  judge({ nginx: seen }, _host, { codes }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, (server) => judgePages(server, codes)));
  },
});

function judgePages(server: NginxServer, codes: readonly string[]): Judgement {
  const places = reached(server).filter(
    (place) => place.kind !== 'if' && place.location?.modifier !== '=' && hasContent(place),
  );
  const [whole] = server.places;
  if (places.length === 0)
    return notApplicable(text('콘텐츠를 서비스하지 않음', 'it serves no content'), [
      { source: whole.directive.source, found: `server ${server.name}: answers with redirects or refusals alone` },
    ]);
  const lacking = places.map((place) => ({ place, missing: codes.filter((code) => !pagesOf(place).includes(code)) }));
  const proof = ({ place, missing }: (typeof lacking)[number]): Proof => {
    const settings = nginxSetting(place, 'error_page');
    const said = settings.map(nginxText).join('; ') || 'error_page unset';
    return {
      source: settings[0]?.source ?? place.directive.source,
      found: `${nginxPlaceName(server, place)}: ${said}`,
      expected: missing.length > 0 ? `a page for ${missing.join(', ')}` : `pages for ${codes.join(', ')}`,
    };
  };
  const wrong = lacking.filter(({ missing }) => missing.length > 0);
  if (wrong.length === 0) return pass(text('에러 페이지가 지정됨', 'error pages are set'), lacking.map(proof));
  const names = named(wrong.map(({ place }) => nginxPlaceName(server, place)));
  const bare = wrong.filter(({ place }) => nginxSetting(place, 'error_page').length === 0);
  // An application's own answers pass through; only what nginx says itself is built in then.
  if (bare.some(({ place }) => nginxAnswer(place) === 'files'))
    return fail(text(`에러 페이지가 지정되지 않음: ${names}`, `error pages are not set: ${names}`), wrong.map(proof));
  return manual(
    text(
      `지정되지 않은 에러 코드를 애플리케이션이 처리하는지 확인 필요: ${names}`,
      `does the application answer the codes that have no page: ${names}?`,
    ),
    wrong.map(proof),
  );
}

/** The codes that have a page, and other words, which are no codes. */
function pagesOf(place: NginxPlace): string[] {
  return nginxSetting(place, 'error_page').flatMap(({ args }) => args);
}
