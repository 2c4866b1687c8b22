// crontab and at are not for others, and what cron and at read belongs to root within 0640 (KISA 2026 U-37).
import { hostCheck, text } from '@bongsu/core';
import { cronAccepted, cronParameters, judgeSchedulers } from '../../criteria/cron-limits.ts';
import { accounts } from '../../probes/accounts.ts';
import { cronFiles } from '../../probes/cron-files.ts';

export const permissions = hostCheck({
  id: 'cron.permissions',
  title: text('crontab 설정파일 권한 설정 미흡', 'Owner and mode of cron and at files'),
  why: text(
    '예약 작업을 쓸 수 있으면 그 작업의 주인, 대개 root로 명령을 실행합니다.',
    'Whoever can write a scheduled job runs commands as its owner, mostly root.',
  ),
  importance: 'high',
  expects: text(
    'crontab·at 명령은 750 이하이고 SUID·SGID가 없으며, cron·at 관련 파일은 root 소유, 640 이하(스크립트는 750 이하)',
    'crontab and at within 0750 without SUID and SGID; cron and at files owned by root within 0640 (scripts 0750)',
  ),
  remedy: text(
    'chmod 750 /usr/bin/crontab /usr/bin/at; chmod 640 으로 파일 권한을, chown root로 소유자를 고칩니다. 일반 사용자가 예약 작업을 써야 하면 cron.allow·at.allow로 좁히고 예외로 기록합니다.',
    'chmod 750 /usr/bin/crontab /usr/bin/at; chmod 640 and chown root the files. Where ordinary users need jobs, narrow them by cron.allow and at.allow and record the exception.',
  ),
  fix: {
    any: [
      'chmod 750 /usr/bin/crontab /usr/bin/at',
      'chown root /etc/crontab /etc/cron.d/* && chmod 640 /etc/crontab /etc/cron.d/*',
    ],
  },
  parameters: cronParameters,
  accepted: cronAccepted,
  needs: { cron: cronFiles, accounts },
  judge({ cron, accounts: { users } }, host, limits) {
    return judgeSchedulers(cron, users, host, ['cron', 'at'], limits);
  },
});
