// No folder that Apache httpd serves is listed (KISA 2026 WEB-04, 2021 U-35).
import type { Judgement } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { optionPlaces, optionProof, unseenOverrides } from '../../criteria/apache-places.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

const expected = 'Options without Indexes';

export const directoryListing = hostCheck({
  id: 'apache.directory-listing',
  title: text('Apache 디렉터리 리스팅 방지', 'Apache: no directory listing'),
  why: text(
    '목록이 보이면 백업이나 소스처럼 공개하지 않을 파일이 드러납니다.',
    'A listing shows files that nobody meant to publish, such as backups and sources.',
  ),
  importance: 'high',
  expects: text(
    '서비스하는 모든 디렉터리의 유효한 Options에 Indexes가 없음',
    'the options in effect hold no Indexes in any folder that is served',
  ),
  remedy: text(
    '해당 <Directory>의 Options에서 Indexes를 지우거나 -Indexes를 넣고 다시 읽힙니다.',
    'Take Indexes out of the Options of that <Directory>, or put -Indexes there, and reload.',
  ),
  fix: {
    rhel: [
      "sed -i.bak -E '/^[[:space:]]*Options[[:space:]]/s/[[:space:]][+]?Indexes//' /etc/httpd/conf/httpd.conf",
      'httpd -t && systemctl reload httpd',
    ],
    debian: [
      "sed -i.bak -E '/^[[:space:]]*Options[[:space:]]/s/[[:space:]][+]?Indexes//' /etc/apache2/apache2.conf",
      'apache2ctl -t && systemctl reload apache2',
    ],
  },
  question: text(
    '.htaccess로 디렉터리 목록을 켜는 곳이 있습니까?',
    'Does any .htaccess file turn a directory listing on?',
  ),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => judgeListing(instance, found));
  },
});

function judgeListing(instance: ApacheInstance, apache: ApacheHost): Judgement {
  // An alias may name one file; nothing lists it.
  const places = optionPlaces(instance, apache).filter(({ path }) => apache.file(path)?.type !== 'file');
  const listed = places.filter(({ options }) => options.has('indexes'));
  const proofs = faultyFirst(listed, places).map((place) => optionProof(place, 'indexes', expected));
  // Without mod_autoindex nothing makes a listing; that counts where the program itself says so.
  if (instance.module('autoindex_module') === false)
    return pass(
      text('mod_autoindex가 없어 목록을 만들 수 없음', 'mod_autoindex is not loaded: nothing makes a listing'),
      [{ source: instance.source, found: 'no autoindex_module' }, ...proofs],
    );
  if (listed.length > 0) {
    const names = [...new Set(listed.map(({ label }) => label))].slice(0, 3).join(', ');
    return fail(text(`디렉터리 목록이 켜진 곳이 있음: ${names}`, `a listing is enabled for ${names}`), proofs);
  }
  const unseen = unseenOverrides(places, apache, 'indexes', instance.version);
  if (unseen.length > 0)
    return manual(
      text(
        '.htaccess가 목록을 켤 수 있으나 모두 보지 못함',
        '.htaccess files may turn listings on, and not all were seen',
      ),
      [...unseen, ...proofs],
    );
  return pass(
    text('디렉터리 목록이 켜진 곳이 없음', 'no listing is enabled'),
    proofs.length > 0 ? proofs : [{ source: instance.source, found: 'serves no folder' }],
  );
}
