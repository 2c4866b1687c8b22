// The documents of Apache httpd stand in a folder of their own, away from the packaged default and the system (KISA 2026 WEB-11, 2021 U-41).
import type { Proof } from '@bongsu/core';
import { apachePath, fail, hostCheck, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { documentRoot } from '../../criteria/apache-routes.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import { services } from '../../probes/services.ts';

/** Where packages and builds put it: Red Hat, Debian, SUSE, Alpine, software collections, and htdocs of the sources (config.layout). */
const stock =
  /^(?:\/var\/www|\/var\/www\/html|\/var\/www\/localhost\/htdocs|\/var\/apache2\/htdocs|\/srv\/www\/htdocs|\/usr\/share\/(?:httpd|apache2)(?:\/.*)?|\/opt\/rh\/[^/]+\/root\/var\/www\/html|\/(?:usr\/local|opt)\/(?:apache|httpd)[^/]*\/htdocs)$/;
/** Folders that are the system's, and those in which anybody or nothing of a site should stand. */
const system =
  /^(?:\/|\/(?:etc|root|boot|dev|proc|sys|run|bin|sbin|lib|lib64|tmp)(?:\/.*)?|\/(?:usr|var|home|opt|srv|mnt|media)|\/usr\/(?:s?bin|lib|lib64|local|share)|\/var\/(?:log|lib|tmp|spool|run|cache)|\/var\/(?:log|tmp|spool|run)\/.*)$/;

const expected = 'a folder of its own, outside the packaged default and the system';

export const documentRootCheck = hostCheck({
  id: 'apache.document-root',
  title: text('Apache 웹 서비스 경로 분리', 'Apache: documents in a folder of their own'),
  why: text(
    '기본 경로나 시스템 경로를 그대로 쓰면 웹 침해가 시스템 영역으로 번지기 쉽습니다.',
    'Documents in the default or among the system let a break-in spread.',
  ),
  importance: 'medium',
  expects: text(
    '모든 가상 호스트의 DocumentRoot가 기본 경로와 시스템 경로가 아님',
    'no DocumentRoot of any virtual host is the packaged default or a folder of the system',
  ),
  remedy: text(
    '별도 디렉터리(예: /data/www/사이트)를 만들어 내용을 옮기고 DocumentRoot와 <Directory>를 바꿉니다.',
    'Move the content to a folder of its own (such as /data/www/site) and change DocumentRoot and its <Directory>.',
  ),
  fix: {
    debian: [
      'install -d -m 0755 /data/www',
      'cp -a /var/www/html/. /data/www/',
      "sed -i.bak 's#/var/www/html#/data/www#g' /etc/apache2/sites-enabled/*.conf",
      'apache2ctl -t && systemctl reload apache2',
    ],
    rhel: [
      'install -d -m 0755 /data/www',
      'cp -a /var/www/html/. /data/www/',
      "semanage fcontext -a -t httpd_sys_content_t '/data/www(/.*)?' && restorecon -R /data/www",
      "sed -i.bak 's#/var/www/html#/data/www#g' /etc/httpd/conf/httpd.conf",
      'httpd -t && systemctl reload httpd',
    ],
  },
  question: text(
    '컨테이너나 따라가지 못한 설정의 DocumentRoot는 기본 경로와 분리되어 있습니까?',
    'Where a container or a part that could not be followed sets DocumentRoot, is it apart from the packaged default?',
  ),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => {
      const roots = instance.servers.flatMap((server) => documentRoot(instance, server));
      const proof = ({ path, source, server }: (typeof roots)[number]): Proof => ({
        source,
        found: `${server.name}: DocumentRoot ${path}`,
        expected,
      });
      // Where a link leads is where the documents stand.
      const real = (path: string): string => {
        const target = found.file(path)?.linkTarget;
        return target ? apachePath(target, path.slice(0, path.lastIndexOf('/'))) : path;
      };
      const known = (path: string): boolean =>
        stock.test(path) || system.test(path) || path === `${instance.serverRoot}/htdocs`;
      const bad = roots.filter(({ path }) => known(path) || known(real(path)));
      const proofs = faultyFirst(bad, roots).map(proof);
      if (bad.length > 0) {
        const names = [...new Set(bad.map(({ path }) => path))].slice(0, 3).join(', ');
        return fail(
          text(
            `기본 경로나 시스템 경로를 씀: ${names}`,
            `documents stand in the default or among the system: ${names}`,
          ),
          proofs,
        );
      }
      return pass(
        text('문서 디렉터리가 분리되어 있음', 'documents stand in folders of their own'),
        proofs.length > 0
          ? proofs
          : [{ source: instance.name, found: 'every server proxies or redirects all requests: no documents' }],
      );
    });
  },
});
