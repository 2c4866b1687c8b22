// No samples, manuals, tests and backups where nginx serves (KISA 2026 WEB-07, 2021 U-38): a fixed list of names, and what a person must know.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, notApplicable, octal, pass, text } from '@bongsu/core';
import { servedFolders } from '../../criteria/nginx-folders.ts';
import { judgeNginx, named } from '../../criteria/nginx-in-use.ts';
import type { Nginx, NginxEntry, NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';
import { manualForFolders } from './parts/unseen-folders.ts';

/** Nobody publishes these on purpose: backups, dumps, repositories, editors' files, the pages that packages bring, PHP's own report. */
const needless =
  /^(?:.*(?:\.(?:bak|old|orig|save|swp|tmp|sql|sql\.gz|dump)|~)|\.(?:git|svn|hg|DS_Store)|phpinfo\.php|info\.php|test\.(?:php|html)|index\.nginx-debian\.html|manual)$/;
/** These may be content: a person knows. */
const doubtful =
  /^(?:.*\.(?:tar|tar\.gz|tgz|zip|7z|rar|log)|samples?|examples?|tests?|readme.*|changelog.*|install.*|php_?my_?admin)$/i;

export const needlessFiles = hostCheck({
  id: 'nginx.needless-files',
  title: text('Nginx 경로 내 불필요한 파일 제거', 'nginx: no needless files where it serves'),
  why: text(
    '백업과 예제, 저장소 폴더는 소스와 비밀번호, 취약한 코드를 내어 줍니다.',
    'Backups, samples and repositories give away sources, passwords and weak code.',
  ),
  importance: 'medium',
  expects: text(
    '문서 경로에 예제·매뉴얼·테스트·백업 파일이 없음',
    'no sample, manual, test or backup file below the document roots',
  ),
  remedy: text(
    '증거의 파일을 지우거나 문서 경로 밖으로 옮깁니다.',
    'Delete the files in the evidence, or move them out of the document root.',
  ),
  fix: {
    any: ["find /srv/www -xdev \\( -name '*.bak' -o -name '*.old' -o -name '*~' -o -name .git \\) -print"],
    debian: ['rm -f /var/www/html/index.nginx-debian.html'],
  },
  question: text(
    '증거의 파일과 폴더는 서비스에 필요한 것입니까? 보이지 않은 경로에 예제나 백업이 있습니까?',
    'Are the files and folders in the evidence part of the service, and do samples or backups lie where nothing was seen?',
  ),
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeFiles(seen, instance), 'host');
  },
});

function judgeFiles(seen: Nginx, instance: NginxInstance): Judgement {
  const folders = servedFolders(seen, instance, instance.servers);
  if (folders.length === 0)
    return notApplicable(text('파일을 서비스하지 않음', 'it serves no files'), [
      { source: instance.conf, found: 'no place answers from files of a known folder' },
    ]);
  const entries = folders.flatMap(({ folder }) => folder.entries);
  const wrong = entries.filter((entry) => entry.kind === 'stock-page' || needless.test(nameOf(entry)));
  const unsure = entries.filter(
    (entry) => !wrong.includes(entry) && entry.kind !== 'link' && doubtful.test(nameOf(entry)),
  );
  const seenProofs: Proof[] = folders.map(({ path, source, folder }) => ({
    source,
    found: `${path}: ${folder.state}${folder.cut === '' ? '' : `, not all was seen (${folder.cut})`}`,
  }));
  const proofs = [...wrong, ...unsure].map((entry) => ({
    source: entry.path,
    found: `${entry.kind} ${octal(entry.mode)}`,
    expected: 'not there',
  }));
  const names = (some: readonly NginxEntry[]): string => named(some.map((entry) => entry.path));
  if (wrong.length > 0)
    return fail(text(`불필요한 파일이 있음: ${names(wrong)}`, `needless files: ${names(wrong)}`), [
      ...proofs,
      ...seenProofs,
    ]);
  if (unsure.length > 0)
    return manual(text(`필요한 파일인지 확인 필요: ${names(unsure)}`, `are these needed: ${names(unsure)}?`), [
      ...proofs,
      ...seenProofs,
    ]);
  const [hidden] = manualForFolders(folders);
  if (hidden) return { ...hidden, evidence: seenProofs };
  return pass(text('목록에 있는 불필요한 파일이 없음', 'no file of the list of needless ones'), seenProofs);
}

function nameOf(entry: NginxEntry): string {
  return entry.path.slice(entry.path.lastIndexOf('/') + 1);
}
