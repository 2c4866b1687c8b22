// The configuration of the syslog daemon belongs to root, bin or sys and is at most 0640 (KISA 2026 U-21, 2021 U-11).
// The guide names the main file alone; what it includes is shown beside it.
import { fail, hostCheck, modeParameter, notApplicable, text } from '@bongsu/core';
import { judgeLimits, limitProof, regular, systemOwners } from '../../criteria/file-limits.ts';
import { accounts } from '../../probes/accounts.ts';
import { fileModes } from '../../probes/file-modes.ts';

const main = ['/etc/rsyslog.conf', '/etc/syslog.conf', '/etc/syslog-ng/syslog-ng.conf'];
const shownMax = 30;

export const syslogPermissions = hostCheck({
  id: 'file.syslog-permissions',
  title: text('/etc/(r)syslog.conf 파일 소유자 및 권한 설정', 'Owner and mode of the syslog configuration'),
  why: text(
    'syslog 설정을 고칠 수 있으면 로그를 끄거나 다른 곳으로 빼돌릴 수 있습니다.',
    'Whoever can write the syslog configuration stops the logs or leads them elsewhere.',
  ),
  importance: 'high',
  expects: text('소유자 root(bin·sys 허용), 권한 640 이하', 'owned by root, bin or sys, no bit outside 0640'),
  remedy: text(
    'chown root /etc/rsyslog.conf; chmod 640 /etc/rsyslog.conf',
    'chown root /etc/rsyslog.conf; chmod 640 /etc/rsyslog.conf',
  ),
  fix: {
    any: ['chown root /etc/rsyslog.conf', 'chmod 640 /etc/rsyslog.conf'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: { limit: modeParameter(text('권한 상한', 'the widest mode'), 0o640) },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'ubuntu', 'debian'],
      values: { limit: 0o644 },
      why: text(
        'rsyslog 패키지가 0644 root로 설치하며 설정에는 비밀이 없고 root만 고칠 수 있습니다(Fedora rsyslog.spec, Debian rsyslog).',
        'the package rsyslog installs it as 0644 of root on each of them (rsyslog.spec of Fedora, rsyslog of Debian): it holds no secret, and root alone may write it',
      ),
    },
  ],
  needs: { modes: fileModes, accounts },
  judge({ modes, accounts: { users } }, _host, { limit }) {
    const files = regular(modes.files.filter((file) => main.includes(file.path)));
    if (files.length === 0)
      return notApplicable(
        text('syslog 데몬 설정이 없음(journald만 사용)', 'no syslog daemon is configured (journald only)'),
        [{ source: main.join(', '), found: 'absent' }],
      );
    const rule = { owners: systemOwners(users), limit };
    const judged = judgeLimits(modes, files, () => rule);
    const beside = regular(modes.files.filter((file) => file.path.startsWith('/etc/rsyslog.d/'))).slice(0, shownMax);
    const included = beside.map((file) => ({
      ...limitProof(modes, file, rule),
      expected: 'included, not named by the guide',
    }));
    const evidence = [...judged.evidence, ...included];
    const stock = files.find(({ uid, mode, path }) => uid === 0 && mode === 0o644 && modes.acl(path).length === 0);
    if (judged.status !== 'fail' || files.length > 1 || !stock) return { ...judged, evidence };
    return fail(
      text(
        `${stock.path}의 권한 0644는 배포판 기본값이나 기준 640을 넘음`,
        `the mode 0644 of ${stock.path} is the stock mode of the distribution, and goes beyond 0640`,
      ),
      evidence,
    );
  },
});
