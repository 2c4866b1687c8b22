// WebDAV is off in nginx (KISA 2026 WEB-18): no place takes PUT, DELETE, MKCOL, COPY or MOVE, whoever is let in.
import type { NginxDirective, NginxServer } from '@bongsu/core';
import { fail, hostCheck, nginxPlaceName, nginxSetting, nginxText, pass, text } from '@bongsu/core';
import { reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxQuestion, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginx } from '../../probes/nginx.ts';

export const webdav = hostCheck({
  id: 'nginx.webdav',
  title: text('Nginx WebDAV 비활성화', 'nginx: WebDAV is off'),
  why: text(
    'WebDAV 메서드로 파일을 올리거나 지워 웹셸을 심을 수 있습니다.',
    'Through WebDAV files are put and deleted, web shells among them.',
  ),
  importance: 'high',
  expects: text('dav_methods와 dav_ext_methods가 없거나 off', 'dav_methods and dav_ext_methods are unset or off'),
  remedy: text('dav_methods, dav_ext_methods 줄을 지웁니다.', 'Remove the lines dav_methods and dav_ext_methods.'),
  fix: { any: ["grep -rnE '^[[:space:]]*dav_(ext_)?methods' /etc/nginx", nginxReload] },
  question: nginxQuestion,
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, judgeDav));
  },
});

function judgeDav(server: NginxServer): ReturnType<typeof pass> {
  const open = reached(server).flatMap((place) =>
    methods([...nginxSetting(place, 'dav_methods'), ...nginxSetting(place, 'dav_ext_methods')]).map((setting) => ({
      name: nginxPlaceName(server, place),
      setting,
    })),
  );
  const [first] = server.places;
  if (open.length === 0)
    return pass(text('WebDAV 메서드를 받지 않음', 'no WebDAV method is taken'), [
      { source: first.directive.source, found: `${nginxPlaceName(server, first)}: no dav_methods, no dav_ext_methods` },
    ]);
  return fail(
    text(
      `WebDAV 메서드를 받음: ${named(open.map(({ name }) => name))}`,
      `WebDAV methods are taken: ${named(open.map(({ name }) => name))}`,
    ),
    open.map(({ name, setting }) => ({
      source: setting.source,
      found: `${name}: ${nginxText(setting)}`,
      expected: 'unset or off',
    })),
  );
}

function methods(settings: readonly NginxDirective[]): NginxDirective[] {
  return settings.filter((one) => one.args.some((method) => method.toLowerCase() !== 'off'));
}
