// at is not for others, and what at reads belongs to root within 0640 (KISA 2021 U-65).
import { hostCheck, text } from '@bongsu/core';
import { cronAccepted, cronParameters, judgeSchedulers } from '../../criteria/cron-limits.ts';
import { accounts } from '../../probes/accounts.ts';
import { cronFiles } from '../../probes/cron-files.ts';

export const at = hostCheck({
  id: 'cron.at',
  title: text('at 서비스 권한 설정', 'Permissions of the at service'),
  why: text(
    'at을 쓸 수 있으면 나중에 자기 이름으로, 파일을 바꿀 수 있으면 남의 이름으로 명령을 실행합니다.',
    'Whoever may use at runs commands later, and whoever may change its files runs them as another.',
  ),
  importance: 'medium',
  expects: text(
    'at 명령은 750 이하이고 SUID·SGID가 없으며, at 관련 파일은 root 소유, 640 이하(스크립트는 750 이하)',
    'at within 0750 without SUID and SGID; files of at owned by root within 0640 (scripts 0750)',
  ),
  remedy: text(
    'chmod 750 /usr/bin/at; 파일은 root 소유, 640으로 바꿉니다. 일반 사용자가 써야 하면 at.allow로 좁히고 예외로 기록합니다.',
    'chmod 750 /usr/bin/at; give the files to root with 0640. Where ordinary users need it, narrow them by at.allow and record the exception.',
  ),
  fix: {
    any: ['chmod 750 /usr/bin/at', 'chown root /etc/at.allow /etc/at.deny', 'chmod 640 /etc/at.allow /etc/at.deny'],
  },
  parameters: cronParameters,
  accepted: cronAccepted,
  needs: { cron: cronFiles, accounts },
  judge({ cron, accounts: { users } }, host, limits) {
    return judgeSchedulers(cron, users, host, ['at'], limits);
  },
});
