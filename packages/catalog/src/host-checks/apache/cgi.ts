// CGI programs run in the folders set aside for them only (KISA 2026 WEB-05).
import type { Judgement, Proof } from '@bongsu/core';
import { apacheCovers, fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import type { PlaceOptions } from '../../criteria/apache-places.ts';
import { optionPlaces, optionProof, unseenOverrides } from '../../criteria/apache-places.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

const modules = ['cgi_module', 'cgid_module', 'fcgid_module', 'fastcgi_module'];
const expected = 'ExecCGI in folders set aside for CGI only';

export const cgi = hostCheck({
  id: 'apache.cgi',
  title: text('Apache 지정하지 않은 CGI 실행 제한', 'Apache: CGI only where it is meant to be'),
  why: text(
    '업로드한 파일이 놓이는 디렉터리에서 CGI가 실행되면 공격자가 올린 프로그램이 서버에서 돕니다.',
    'Where CGI runs in any folder, a program that an attacker uploads runs on the server.',
  ),
  importance: 'high',
  expects: text(
    'CGI를 쓰지 않거나, 지정한 디렉터리(ScriptAlias 또는 별도 <Directory>)에서만 실행됨',
    'CGI is not used, or runs in folders set aside for it only (ScriptAlias, or a <Directory> of its own)',
  ),
  remedy: text(
    '쓰지 않으면 mod_cgi, mod_cgid를 내리고, 쓰면 DocumentRoot의 Options에서 ExecCGI를 지워 별도 디렉터리에만 둡니다.',
    'Unload mod_cgi and mod_cgid where nothing uses them; else take ExecCGI out of the Options of the documents and keep it in a folder of its own.',
  ),
  fix: {
    debian: ['a2dismod -f cgi cgid', 'apache2ctl -t && systemctl reload apache2'],
    rhel: [
      "sed -i.bak -E 's/^([[:space:]]*LoadModule[[:space:]]+cgid?_module)/#\\1/' /etc/httpd/conf.modules.d/01-cgi.conf",
      'httpd -t && systemctl restart httpd',
    ],
  },
  question: text('.htaccess로 CGI 실행을 켜는 곳이 있습니까?', 'Does any .htaccess file turn CGI on?'),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => judgeCgi(instance, found));
  },
});

function judgeCgi(instance: ApacheInstance, apache: ApacheHost): Judgement {
  if (modules.every((name) => instance.module(name) === false))
    return pass(text('CGI 모듈이 없어 CGI를 쓰지 않음', 'no module of CGI is loaded'), [
      { source: instance.source, found: `none of ${modules.join(', ')}` },
    ]);
  const places = optionPlaces(instance, apache);
  const able = places.filter(({ options, kind }) => options.has('execcgi') || kind === 'script');
  const open = able.filter((place) => !setAside(place, places));
  const proofs: Proof[] = faultyFirst(open, able).map((place) => optionProof(place, 'execcgi', expected));
  if (open.length > 0) {
    const names = open
      .slice(0, 3)
      .map(({ label }) => label)
      .join(', ');
    return fail(
      text(`CGI가 지정된 디렉터리 밖에서 실행됨: ${names}`, `CGI runs outside folders set aside for it: ${names}`),
      proofs,
    );
  }
  const unseen = unseenOverrides(places, apache, 'execcgi', instance.version);
  if (unseen.length > 0)
    return manual(
      text('.htaccess가 CGI를 켤 수 있으나 모두 보지 못함', '.htaccess files may turn CGI on, and not all were seen'),
      [...unseen, ...proofs],
    );
  return able.length > 0
    ? pass(text('CGI가 지정된 디렉터리에서만 실행됨', 'CGI runs in folders set aside for it only'), proofs)
    : pass(text('CGI가 실행되는 디렉터리가 없음', 'CGI runs in no folder'), [
        { source: instance.source, found: `${places.length} folders and sections, none with ExecCGI` },
      ]);
}

/** A script folder apart from the documents, or a section of its own for one folder or address. */
function setAside(place: PlaceOptions, places: readonly PlaceOptions[]): boolean {
  if (place.kind === 'script')
    return place.path !== '/' && !places.some(({ kind, path }) => kind === 'root' && apacheCovers(place.path, path));
  // A section by file name is everywhere.
  return place.kind === 'section' && !/<files(?:match)? /.test(place.label);
}
