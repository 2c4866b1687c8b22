// crontab is not for others, and what cron reads belongs to root within 0640 (KISA 2021 U-22).
import { hostCheck, text } from '@bongsu/core';
import { cronAccepted, cronParameters, judgeSchedulers } from '../../criteria/cron-limits.ts';
import { accounts } from '../../probes/accounts.ts';
import { cronFiles } from '../../probes/cron-files.ts';

export const crontab = hostCheck({
  id: 'cron.crontab',
  title: text('crond 파일 소유자 및 권한 설정', 'Owner and mode of cron files'),
  why: text(
    '예약 작업을 쓸 수 있으면 그 작업의 주인, 대개 root로 명령을 실행합니다.',
    'Whoever can write a scheduled job runs commands as its owner, mostly root.',
  ),
  importance: 'high',
  expects: text(
    'crontab 명령은 750 이하이고 SUID·SGID가 없으며, cron 관련 파일은 root 소유, 640 이하(스크립트는 750 이하)',
    'crontab within 0750 without SUID and SGID; files of cron owned by root within 0640 (scripts 0750)',
  ),
  remedy: text(
    'chmod 750 /usr/bin/crontab; 파일은 root 소유, 640으로 바꿉니다. 일반 사용자가 써야 하면 cron.allow로 좁히고 예외로 기록합니다.',
    'chmod 750 /usr/bin/crontab; give the files to root with 0640. Where ordinary users need it, narrow them by cron.allow and record the exception.',
  ),
  fix: {
    any: [
      'chmod 750 /usr/bin/crontab',
      'chown root /etc/crontab /etc/cron.d/*',
      'chmod 640 /etc/crontab /etc/cron.d/*',
    ],
  },
  parameters: cronParameters,
  accepted: cronAccepted,
  needs: { cron: cronFiles, accounts },
  judge({ cron, accounts: { users } }, host, limits) {
    return judgeSchedulers(cron, users, host, ['cron'], limits);
  },
});
