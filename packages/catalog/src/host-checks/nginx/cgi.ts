// Programs run through nginx only where that is meant (KISA 2026 WEB-05). nginx runs none itself: FastCGI, uWSGI and SCGI places do.
// The guide's 양호: no CGI, or CGI bounded to a directory. A front controller and one exact script are bounded as well.
import type { Judgement, NginxDirective, NginxPlace, NginxServer, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, nginxOwn, nginxPlaceName, nginxSetting, nginxText, pass, text } from '@bongsu/core';
import { reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginx } from '../../probes/nginx.ts';

type Reach = 'bounded' | 'anywhere' | 'any-file' | 'application';

export const cgi = hostCheck({
  id: 'nginx.cgi',
  title: text('Nginx 지정하지 않은 CGI 실행 제한', 'nginx: no CGI but where it is meant'),
  why: text(
    '아무 디렉터리에서나 CGI가 실행되면 올린 파일이 곧 명령이 됩니다.',
    'Where programs run from any folder, an uploaded file is a command.',
  ),
  importance: 'high',
  expects: text('CGI를 쓰지 않거나 지정한 디렉터리·스크립트에서만 실행', 'no CGI, or only in named folders or scripts'),
  remedy: text(
    'fastcgi_pass location을 지정한 디렉터리(^~ /cgi-bin/)나 스크립트(= /index.php)로 좁히고, 업로드 경로에서는 실행을 막습니다.',
    'Narrow the locations of fastcgi_pass to a folder (^~ /cgi-bin/) or script (= /index.php), and run nothing from upload folders.',
  ),
  fix: { any: ["grep -rnE '^[[:space:]]*(fastcgi|uwsgi|scgi)_pass' /etc/nginx", nginxReload] },
  question: text(
    '스크립트가 실행되는 문서 경로 안에 사용자가 파일을 올리는 디렉터리가 있습니까? 거기서 실행이 막혀 있습니까?',
    'Do users upload files below the document root where scripts run, and is running them blocked there?',
  ),
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, judgeCgi));
  },
});

function judgeCgi(server: NginxServer): Judgement {
  const found = reached(server).flatMap((place) =>
    ['fastcgi_pass', 'uwsgi_pass', 'scgi_pass']
      .flatMap((name) => nginxOwn(place, name))
      .map((pass_) => ({ place, pass_, reach: reachOf(place, pass_) })),
  );
  const [first] = server.places;
  if (found.length === 0)
    return pass(text('CGI를 쓰지 않음', 'no CGI is used'), [
      { source: first.directive.source, found: `server ${server.name}: no fastcgi_pass, uwsgi_pass or scgi_pass` },
    ]);
  const proofs: Proof[] = found.map(({ place, pass_, reach }) => ({
    source: pass_.source,
    found: `${nginxPlaceName(server, place)}: ${nginxText(pass_)} (${reach})`,
    expected: 'a named folder or script',
  }));
  const of = (reach: Reach): string =>
    named(found.filter((one) => one.reach === reach).map(({ place }) => nginxPlaceName(server, place)));
  if (of('any-file') !== '')
    return fail(
      text(`어떤 파일이든 실행될 수 있음: ${of('any-file')}`, `any file may be run: ${of('any-file')}`),
      proofs,
    );
  if (of('anywhere') !== '')
    return manual(
      text(
        `모든 디렉터리의 스크립트가 실행됨: 업로드 경로 확인 필요(${of('anywhere')})`,
        `scripts run from every folder: are uploads among them (${of('anywhere')})?`,
      ),
      proofs,
    );
  return pass(text('CGI가 지정한 곳에서만 실행됨', 'CGI runs only where it is meant'), proofs);
}

/** Where the place lets programs run from. */
function reachOf(place: NginxPlace, setting: NginxDirective): Reach {
  const script = nginxSetting(place, 'fastcgi_param').findLast(
    (one) => one.args[0]?.toUpperCase() === 'SCRIPT_FILENAME',
  );
  const fixed = script && !/\$(?!document_root|realpath_root)/.test(script.args[1] ?? '$x');
  const wrapped = setting.args.join('').includes('fcgiwrap');
  if (setting.name !== 'fastcgi_pass' && !wrapped) return 'application';
  if (fixed || !place.location) return fixed ? 'bounded' : 'any-file';
  const { modifier, path } = place.location;
  if (modifier !== '~' && modifier !== '~*') return path === '/' && modifier !== '=' ? 'any-file' : 'bounded';
  // ^/cgi-bin/ and ^/index\.php name a folder or script; ^/.*\.php and \.php$ do not.
  if (/^\^\/(?:[A-Za-z0-9_-]|\\\.)/.test(path)) return 'bounded';
  const extension = /\\\.(?:\(\?:|\()?(?:php|phtml|phar|cgi|pl|py|rb|sh|fcgi)/.test(path);
  // Without an end, /photo.jpg/x.php or a.php.jpg is a script as well (php.net, cgi.fix_pathinfo), unless the file is asked for first.
  const ended = /(?:\$|\(\/\|\$\)|\(\?:\/\|\$\)|\(\/\.\*\)\??\$?|\(\/\.\+\)\$?)\)?$/.test(path);
  const asks =
    nginxOwn(place, 'try_files').length > 0 ||
    nginxOwn(place, 'if').some((one) => one.args.some((word) => /!-[fe]/.test(word)));
  if (!extension || (!ended && !asks)) return 'any-file';
  return /cgi|\.pl|pl\||\|pl|\bsh\b/.test(path) || wrapped ? 'any-file' : 'anywhere';
}
