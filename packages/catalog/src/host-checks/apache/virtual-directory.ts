// No virtual directory of Apache httpd is without need (KISA 2026 WEB-17).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { servedFolders } from '../../criteria/apache-routes.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import { services } from '../../probes/services.ts';

/** Of the packages: the manual, and samples of a build from source. Nobody needs them on a server. */
const namesMax = 5;
const needless = /^\^?\/(?:apache2-)?(?:manual|doc|docs|samples?|examples?)\b/i;

export const virtualDirectory = hostCheck({
  id: 'apache.virtual-directory',
  title: text('Apache 불필요한 가상 디렉터리 삭제', 'Apache: no needless virtual directories'),
  why: text(
    '쓰지 않는 가상 디렉터리는 잊힌 채 남아 공격할 곳을 늘립니다.',
    'A virtual directory that nobody uses is forgotten, and one more place to attack.',
  ),
  importance: 'medium',
  expects: text(
    '필요한 Alias, ScriptAlias, UserDir만 있음',
    'only needed Alias, ScriptAlias and UserDir lines are there',
  ),
  remedy: text(
    '쓰지 않는 Alias, ScriptAlias, UserDir과 그 <Directory>를 지웁니다.',
    'Take away each Alias, ScriptAlias and UserDir that nobody needs, with its <Directory>.',
  ),
  fix: {
    debian: [
      "grep -rnEi '^[[:space:]]*(Script)?Alias(Match)?[[:space:]]' /etc/apache2/*-enabled",
      'a2disconf apache2-doc serve-cgi-bin',
      'apache2ctl -t && systemctl reload apache2',
    ],
    rhel: [
      "grep -rnEi '^[[:space:]]*(Script)?Alias(Match)?[[:space:]]' /etc/httpd/conf /etc/httpd/conf.d",
      'httpd -t && systemctl reload httpd',
    ],
  },
  question: text('나열된 가상 디렉터리가 모두 필요합니까?', 'Is each of these virtual directories needed?'),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => {
      const folders = instance.servers
        .flatMap((server) => servedFolders(instance, server))
        .filter(({ kind }) => kind !== 'root');
      const once = [...new Map(folders.map((folder) => [folder.source, folder])).values()];
      const bad = once.filter(({ address }) => needless.test(address));
      const proofs = faultyFirst(bad, once).map(({ source, address, path, kind }): Proof => {
        const state = found.files.find((file) => file.path === path)?.state === 'absent' ? ', which is not there' : '';
        return {
          source,
          found: `${address} → ${path}${kind === 'script' ? ' (CGI)' : ''}${state}`,
          expected: 'needed, or taken away',
        };
      });
      if (bad.length > 0) {
        const names = bad.map(({ address }) => address).join(', ');
        return fail(
          text(`불필요한 가상 디렉터리가 있음: ${names}`, `needless virtual directories are there: ${names}`),
          proofs,
        );
      }
      if (once.length > 0) {
        const asked = once
          .slice(0, namesMax)
          .map(({ address }) => address)
          .join(', ');
        return manual(
          text(`가상 디렉터리의 필요 여부 확인: ${asked}`, `are these virtual directories needed: ${asked}?`),
          proofs,
        );
      }
      return pass(text('가상 디렉터리가 없음', 'there are no virtual directories'), [
        { source: instance.source, found: 'no Alias, ScriptAlias or UserDir' },
      ]);
    });
  },
});
