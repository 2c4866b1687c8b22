// /etc/sudoers, and every file that sudo reads beside it, belongs to root within 0640 (KISA 2026 U-63).
// The guide names /etc/sudoers alone; whoever writes another file that sudo reads gives the same rights, so those are judged too.
import type { FileRecord, Judgement, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  modeAndOwner,
  modeBeyond,
  modeParameter,
  notApplicable,
  octal,
  sudoReads,
  text,
} from '@bongsu/core';
import { judgeOwnerAndMode, widens } from '../../criteria/owner-and-mode.ts';
import type { FileModes } from '../../probes/file-modes.ts';
import { fileModesOn } from '../../probes/file-modes.ts';
import type { Sudoers } from '../../probes/sudoers.ts';
import { sudoers } from '../../probes/sudoers.ts';

const main = '/etc/sudoers';
/** A package's place, and that of a build of one's own. */
const programs = ['/usr/bin/sudo', '/usr/local/bin/sudo'];
const grantsShownMax = 30;

export const sudoersPermissions = hostCheck({
  id: 'sudo.sudoers-permissions',
  title: text('sudo 명령어 접근 관리', 'Owner and mode of sudoers'),
  why: text('sudoers를 고칠 수 있으면 한 줄로 root가 됩니다.', 'Whoever can write sudoers becomes root with one line.'),
  importance: 'medium',
  expects: text(
    '/etc/sudoers와 sudoers.d 파일이 root 소유, 640 이하',
    '/etc/sudoers and the files of sudoers.d owned by root, no bit outside 0640',
  ),
  remedy: text(
    'chown root:root /etc/sudoers /etc/sudoers.d/*; chmod 440 으로 고칩니다. NOPASSWD와 ALL 권한이 필요한지도 확인합니다.',
    'chown root:root /etc/sudoers /etc/sudoers.d/*; chmod 440 them. Also ask whether each NOPASSWD and ALL is needed.',
  ),
  fix: {
    any: ['chown root:root /etc/sudoers /etc/sudoers.d/*', 'chmod 440 /etc/sudoers /etc/sudoers.d/*', 'visudo -c'],
  },
  parameters: { limit: modeParameter(text('권한 상한', 'most permissive mode'), 0o640) },
  needs: { modes: fileModesOn('/etc/sudoers', ...programs), sudoers },
  judge({ modes, sudoers: read }, _host, { limit }) {
    const installed = programs.some((path) => modes.file(path)?.state === 'present');
    if (!installed)
      return notApplicable(text('sudo가 설치되어 있지 않음', 'sudo is not installed'), [
        { source: '/usr/bin/sudo', found: modes.file('/usr/bin/sudo')?.state ?? 'not seen' },
      ]);
    const judged = judgeOwnerAndMode(modes, main, limit);
    const evidence = [...judged.evidence, ...grantProofs(read)];
    if (judged.status !== 'pass') return { ...judged, evidence };
    const others = read.files.filter((file) => file.path !== main && isRead(file));
    return besides(others, modes, limit, { ...judged, evidence });
  },
});

/** A file named by `@include` is read whatever its name; only a folder's files are chosen by theirs. */
function isRead(file: FileRecord): boolean {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  return file.type === 'file' && (!folder.endsWith('.d/') || sudoReads(file.path.slice(folder.length)));
}

function besides(others: readonly FileRecord[], modes: FileModes, limit: number, judged: Judgement): Judgement {
  const proofs = others.map(
    (file): Proof => ({
      source: file.path,
      found: modeAndOwner(file),
      expected: `uid 0, no bit outside ${octal(limit)}`,
    }),
  );
  const evidence = [...judged.evidence.slice(0, 1), ...proofs, ...judged.evidence.slice(1)];
  const listed = (path: string): boolean => modes.acl(path).some((entry) => widens(entry, limit));
  const wide = others.find((file) => file.uid !== 0 || modeBeyond(file.mode, limit) !== 0 || listed(file.path));
  if (!wide) return { ...judged, evidence };
  return fail(
    text(
      `sudo가 읽는 ${wide.path}(${modeAndOwner(wide)})의 소유자, 권한이나 ACL이 기준을 넘음`,
      `sudo also reads ${wide.path}, whose owner, mode (${modeAndOwner(wide)}) or access-control list goes beyond the limit`,
    ),
    evidence,
  );
}

function grantProofs(read: Sudoers): Proof[] {
  const syntax: Proof[] =
    read.syntaxFine === null ? [] : [{ source: 'visudo -cq', found: read.syntaxFine ? 'parsed' : 'syntax error' }];
  if (read.grants === null)
    return [{ source: 'sudoers', found: 'a text could not be read: grants are not listed' }, ...syntax];
  const notable = read.grants.filter((grant) => grant.withoutPassword || grant.everyCommand);
  const shown = notable.slice(0, grantsShownMax).map(({ path, text: found }) => ({ source: path, found }));
  const more = notable.length - shown.length;
  return [...shown, ...(more > 0 ? [{ source: 'sudoers', found: `${more} more grants` }] : []), ...syntax];
}
