// Log files of /var/log belong to root and are at most 0644, to the letter (KISA 2026 U-67).
// Every stock host fails it: login records are written by the group utmp, and Ubuntu's rsyslog runs as syslog. The reason says so where
// nothing else is at fault, and the profile that knows the distributions accepts those. The text speaks of files in the folder; folders below belong to services and are only named.
import type { FileRecord, Host, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  listParameter,
  manual,
  modeAndOwner,
  modeBeyond,
  modeParameter,
  switchParameter,
  text,
} from '@bongsu/core';
import type { FileLimit } from '../../criteria/file-limits.ts';
import { judgeLimits, keeps } from '../../criteria/file-limits.ts';
import type { Accounts } from '../../probes/accounts.ts';
import { accounts } from '../../probes/accounts.ts';
import { logFiles } from '../../probes/log-files.ts';

export const logPermissions = hostCheck({
  id: 'file.log-permissions',
  title: text('로그 디렉터리 소유자 및 권한 설정', 'Owner and mode of log files'),
  why: text(
    '로그를 고치거나 지울 수 있으면 침입의 흔적이 사라집니다.',
    'Whoever can change or delete a log removes the traces of a break-in.',
  ),
  importance: 'medium',
  expects: text(
    '/var/log의 로그 파일이 root 소유, 권한 644 이하',
    'log files of /var/log owned by root, no bit outside 0644',
  ),
  remedy: text(
    'chown root, chmod 644 를 로그 파일에 적용하고 logrotate의 create 설정도 맞춥니다. 로그인 기록(wtmp, btmp, lastlog)과 서비스 계정이 쓰는 로그는 예외로 기록합니다.',
    'chown root and chmod 644 the log files, and make create of logrotate agree. Record login records (wtmp, btmp, lastlog) and logs that a service account writes as exceptions.',
  ),
  fix: {
    any: ['chown root FILE', 'chmod 644 FILE'],
  },
  question: text(
    '서비스 계정이 쓰는 로그의 소유자와 권한이 정책에 맞습니까?',
    'Do owner and mode of logs that service accounts write follow your policy?',
  ),
  parameters: {
    limit: modeParameter(text('권한 상한', 'the widest mode'), 0o644),
    owners: listParameter(text('root 외에 로그를 소유해도 되는 계정', 'accounts that may own logs beside root'), []),
    loginRecords: switchParameter(
      text('wtmp·btmp·lastlog의 0664 root:utmp를 인정', 'accept wtmp, btmp and lastlog within 0664 of root and utmp'),
      false,
    ),
  },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'ubuntu', 'debian'],
      values: { loginRecords: true },
      why: text(
        '로그인 기록은 systemd가 0664·0660 root:utmp로 만들며(tmpfiles.d/var.conf), 그룹 utmp에는 사람이 없고 utempter 같은 SGID 프로그램만 씁니다.',
        'systemd makes the login records as 0664 and 0660 of root and utmp (its tmpfiles.d/var.conf): nobody is in that group, SGID programs such as utempter write through it',
      ),
    },
    {
      families: ['ubuntu'],
      values: { owners: ['syslog'] },
      why: text(
        'Ubuntu의 rsyslog는 root 대신 계정 syslog로 로그를 씁니다(rsyslog.conf의 $FileOwner syslog, $FileCreateMode 0640).',
        'rsyslog of Ubuntu writes as its account syslog instead of root ($FileOwner syslog and $FileCreateMode 0640 of its rsyslog.conf)',
      ),
    },
  ],
  needs: { logs: logFiles, accounts },
  judge({ logs: { modes, folder, files, foldersBelow }, accounts: known }, host, { limit, owners, loginRecords }) {
    if (!folder)
      return manual(
        text('/var/log가 없음: 로그를 어디에 남기는지 확인이 필요함', 'there is no /var/log: where are logs kept?'),
        [{ source: '/var/log', found: 'absent' }],
      );
    const named = known.users.flatMap(({ name, uid }) => (owners.includes(name) ? (uid ?? []) : []));
    const ruleOf = (file: FileRecord): FileLimit =>
      loginRecords && isLoginRecord(file, known)
        ? { owners: [0], limit: limit | 0o664 }
        : { owners: [0, ...named], limit };
    const strange = (file: FileRecord): boolean => modes.acl(file.path).length > 0 || !isStock(file, known, host);
    // What is not stock comes first, so that it is named.
    const judged = judgeLimits(modes, [...files.filter(strange), ...files.filter((file) => !strange(file))], ruleOf);
    const evidence = [folderProof(folder, foldersBelow), ...judged.evidence];
    if (modeBeyond(folder.mode, 0o7775) !== 0 && (folder.mode & 0o1000) === 0)
      return fail(
        text(
          `/var/log(${modeAndOwner(folder)})에 누구나 쓸 수 있어 로그를 지우거나 바꿀 수 있음`,
          `anybody may write /var/log (${modeAndOwner(folder)}), and so delete or replace its logs`,
        ),
        evidence,
      );
    const faults = files.filter((file) => !keeps(modes, file, ruleOf(file)));
    if (faults.length > 0 && !faults.some(strange))
      return fail(
        text(
          `기준(root, 644)을 넘는 로그 파일 ${faults.length}개: 모두 배포판 기본값임`,
          `${faults.length} log files go beyond root and 0644; each of them is stock of the distribution`,
        ),
        evidence,
      );
    return { ...judged, evidence };
  },
});

function folderProof(folder: FileRecord, below: readonly FileRecord[]): Proof {
  const names = below.slice(0, 20).map((one) => one.path.slice(folder.path.length + 1));
  const more = below.length > names.length ? ` and ${below.length - names.length} more` : '';
  const rest = names.length > 0 ? `; not judged: folders ${names.join(', ')}${more}` : '';
  return { source: folder.path, found: `${modeAndOwner(folder)}${rest}` };
}

/** Login records are of root and utmp within 0664 (systemd's tmpfiles). */
function isLoginRecord(file: FileRecord, { groups }: Accounts): boolean {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const group = groups.find((one) => one.gid === file.gid)?.name;
  return /^(?:wtmp|btmp|lastlog)(?:[.-]|$)/.test(name) && (group === 'utmp' || (file.mode & 0o020) === 0);
}

/** rsyslog and cloud-init of Ubuntu write as syslog within 0640. */
function isStock(file: FileRecord, accounts: Accounts, host: Host): boolean {
  if (isLoginRecord(file, accounts)) return file.uid === 0 && modeBeyond(file.mode, 0o664) === 0;
  const { users } = accounts;
  const owner = users.find((user) => user.uid === file.uid)?.name;
  return host.family === 'ubuntu' && owner === 'syslog' && modeBeyond(file.mode, 0o640) === 0;
}
