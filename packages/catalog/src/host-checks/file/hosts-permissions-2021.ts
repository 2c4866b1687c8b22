// /etc/hosts belongs to root and has no bit beyond 0600, to the letter of the 2021 guide (U-09); the 2026 guide relaxed it to 0644.
import { fail, hostCheck, modeParameter, text } from '@bongsu/core';
import { judgeHostsFile } from '../../criteria/hosts-file.ts';
import { fileModesOn } from '../../probes/file-modes.ts';

export const hostsPermissions2021 = hostCheck({
  id: 'file.hosts-permissions-2021',
  title: text('/etc/hosts 파일 소유자 및 권한 설정(2021: 600)', 'Owner and mode of /etc/hosts (2021: 0600)'),
  why: text(
    'hosts를 고칠 수 있으면 이름을 가짜 주소로 돌려 접속을 가로챌 수 있습니다.',
    'Whoever can write hosts leads a name to a false address and takes over the connections to it.',
  ),
  importance: 'high',
  expects: text('소유자 root, 권한 600 이하', 'owned by root, no bit outside 0600'),
  remedy: text(
    '2021 기준은 chmod 600이나, root가 아닌 프로세스의 이름 해석이 깨집니다. 644로 두고 2026 기준(644 이하)을 근거로 예외를 기록하는 편이 안전합니다.',
    'The 2021 letter is chmod 600, which breaks name lookup for processes other than root. It is safer to keep 0644 and record an exception on the ground of the 2026 limit (0644).',
  ),
  fix: {
    any: ['chown root:root /etc/hosts', 'chmod 600 /etc/hosts'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: { limit: modeParameter(text('권한 상한', 'the widest mode'), 0o600) },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'ubuntu', 'debian'],
      values: { limit: 0o644 },
      why: text(
        '모든 배포판이 0644로 설치하고, root가 아닌 프로세스도 이름을 찾으려면 읽어야 합니다(hosts(5)). 2026년 가이드가 기준을 644로 완화했습니다(U-19).',
        'every distribution installs it as 0644, and processes of any user read it to look names up (hosts(5)); the 2026 edition relaxed the limit to 0644 (U-19)',
      ),
    },
  ],
  needs: { modes: fileModesOn('/etc/hosts') },
  judge({ modes }, _host, { limit }) {
    const strict = judgeHostsFile(modes, limit);
    const file = modes.file('/etc/hosts');
    const stock = file?.uid === 0 && file.mode === 0o644 && modes.acl(file.path).length === 0;
    if (strict.status !== 'fail' || !stock) return strict;
    return fail(
      text(
        '/etc/hosts의 권한 0644는 배포판 기본값이나 2021 기준 600을 넘음(2026 기준 644는 만족)',
        'the mode 0644 of /etc/hosts is the stock mode of every distribution and goes beyond 0600 of 2021 (it keeps the 0644 of 2026)',
      ),
      strict.evidence,
    );
  },
});
