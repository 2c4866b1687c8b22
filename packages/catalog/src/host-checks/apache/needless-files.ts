// No manuals, samples, tests or backups lie where Apache httpd serves (KISA 2026 WEB-07, 2021 U-38).
import type { Judgement, Proof } from '@bongsu/core';
import { apacheCovers, fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { servedFolders } from '../../criteria/apache-routes.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

/** Names that an application may use for what it needs: a person looks at them. */
const unclear = new Set(['sample', 'test-folder']);

export const needlessFiles = hostCheck({
  id: 'apache.needless-files',
  title: text('Apache 불필요한 파일 제거', 'Apache: no needless files'),
  why: text(
    '매뉴얼, 예제, 백업 파일은 서버와 소스의 정보를 주고 공격에 쓰입니다.',
    'Manuals, samples and backups tell of the server and its sources, and serve attacks.',
  ),
  importance: 'medium',
  expects: text(
    '웹 경로에 매뉴얼, 예제, 시험, 백업 파일과 기본 페이지가 없음',
    'no manual, sample, test or backup file and no stock page lies where it serves',
  ),
  remedy: text(
    '나열된 파일과 디렉터리를 지우거나 웹 경로 밖으로 옮깁니다.',
    'Delete what is listed, or move it out of what is served.',
  ),
  fix: {
    debian: [
      'rm -f /var/www/html/index.html',
      'a2disconf apache2-doc',
      "find /var/www -xdev \\( -name '*.bak' -o -name '*.old' -o -name '*~' \\) -print",
      'systemctl reload apache2',
    ],
    rhel: [
      'rm -rf /var/www/manual',
      "find /var/www -xdev \\( -name '*.bak' -o -name '*.old' -o -name '*~' \\) -print",
      'systemctl reload httpd',
    ],
  },
  question: text(
    '나열된 디렉터리(예제, 시험)는 서비스에 필요합니까?',
    'Does the site need the folders listed (samples, tests)?',
  ),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => judgeFiles(instance, found));
  },
});

function judgeFiles(instance: ApacheInstance, apache: ApacheHost): Judgement {
  const folders = instance.servers.flatMap((server) => servedFolders(instance, server));
  const served = (path: string): boolean => folders.some((folder) => apacheCovers(folder.path, path));
  // A manual that is installed matters where it is linked in; one that is not there is a dead link.
  const manuals = folders
    .filter(
      ({ address, path }) =>
        /^\^?\/(?:apache2-)?manual\b/.test(address) || /\/(?:apache2-doc|httpd|apache2)\/manual$/.test(path),
    )
    .filter(({ path }) => apache.file(path) !== undefined)
    .map(
      ({ source, address, path }): Proof => ({
        source,
        found: `${address} serves ${path} (manual)`,
        expected: 'no manual',
      }),
    );
  const left = apache.seen('leftover').filter(([path = '']) => served(path));
  const proof = ([path = '', kind = '']: readonly string[]): Proof => ({
    source: path,
    found: kind,
    expected: 'not there',
  });
  const plain = [...manuals, ...left.filter(([, kind = '']) => !unclear.has(kind)).map(proof)];
  const asked = left.filter(([, kind = '']) => unclear.has(kind)).map(proof);
  const walked = [...new Set(folders.map(({ path }) => path))];
  const looked = {
    source: instance.source,
    found: `${walked.length} folders looked at: ${walked.slice(0, 5).join(', ') || 'none is served'}`,
  };
  if (plain.length > 0) {
    const names = plain
      .slice(0, 3)
      .map(({ source, found }) => `${source} (${found})`)
      .join(', ');
    return fail(text(`불필요한 파일이 있음: ${names}`, `needless files are there: ${names}`), [
      ...plain,
      ...asked,
      looked,
    ]);
  }
  const unwalked = apache
    .seen('unwalked')
    .filter(([path = '']) => walked.includes(path))
    .map(([path = '', why = '']): Proof => ({ source: path, found: `not wholly looked at: ${why}` }));
  const homes = folders
    .filter(({ kind }) => kind === 'home')
    .map(({ source, path }): Proof => ({ source, found: `${path} not looked at` }));
  const open = [...asked, ...unwalked, ...homes];
  if (open.length > 0)
    return manual(
      text(
        '사람이 확인할 파일이나 보지 못한 디렉터리가 있음',
        'some files need a person, or some folders were not wholly seen',
      ),
      [...open, looked],
    );
  return pass(text('알려진 불필요한 파일이 없음', 'none of the known needless files is there'), [looked]);
}
