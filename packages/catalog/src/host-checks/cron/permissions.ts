// crontab and at are not for others, and what cron and at read belongs to root within 0640 (KISA 2026 U-37, 2021 U-22 and U-65).
// The guide's 640 is for files: folders need x to be entered, and scripts of cron.daily and jobs of at need it to run, so those may have
// 0750. A user's crontab belongs to that user, else cron refuses it.
import type { FileRecord, Host, LocalAccount, Proof } from '@bongsu/core';
import { fail, hostCheck, modeAndOwner, modeBeyond, notApplicable, octal, pass, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';
import type { CronFiles } from '../../probes/cron-files.ts';
import { cronFiles } from '../../probes/cron-files.ts';

const programs = ['/usr/bin/crontab', '/usr/bin/at'];
const daemons = ['/usr/sbin/cron', '/usr/sbin/crond', '/usr/sbin/atd'];
const programLimit = 0o750;
const fileLimit = 0o640;
const runnable = /^\/etc\/cron\.(?:hourly|daily|weekly|monthly)\/|^\/var\/spool\/(?:cron\/)?at(?:jobs|spool)?\//;
const userCrontab = /^\/var\/spool\/cron\/(?:crontabs\/)?([^/]+)$/;
const job = /^\/var\/spool\/(?:cron\/)?at(?:jobs|spool)?\//;
const shownMax = 50;

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
  needs: { cron: cronFiles, accounts },
  judge({ cron, accounts: { users } }, host) {
    const present = (path: string): FileRecord[] => {
      const file = cron.file(path);
      return file?.state === 'present' ? [file] : [];
    };
    const installed = programs.flatMap(present);
    if (installed.length + daemons.flatMap(present).length === 0)
      return notApplicable(text('cron과 at이 설치되어 있지 않음', 'neither cron nor at is installed'), [
        { source: [...programs, ...daemons].join(' '), found: 'absent' },
      ]);
    const judged = [...installed.map(programProof), ...cron.files.map((file) => fileProof(file, users))];
    const faults = judged.filter(({ fault }) => fault).map(({ proof }) => proof);
    const who = [whoMay(cron, 'cron', host), whoMay(cron, 'at', host)];
    if (faults.length > 0) {
      const more = faults.length - shownMax;
      const rest: Proof[] = more > 0 ? [{ source: 'cron and at files', found: `${more} more` }] : [];
      const first = faults[0];
      return fail(
        text(
          `cron·at 명령이나 파일 ${faults.length}개가 기준을 넘음(${first?.source} ${first?.found})`,
          `${faults.length} cron or at programs or files go beyond the limit (${first?.source} ${first?.found})`,
        ),
        [...faults.slice(0, shownMax), ...rest, ...who],
      );
    }
    const fine = judged.slice(0, shownMax).map(({ proof }) => proof);
    return pass(
      text(
        'cron·at 명령과 파일의 소유자와 권한이 기준 안에 있음',
        'cron and at programs and files keep within the limits',
      ),
      [...fine, ...who],
    );
  },
});

interface Judged {
  readonly proof: Proof;
  readonly fault: boolean;
}

function programProof(file: FileRecord): Judged {
  // Debian installs at for its own account daemon (uid 1).
  const owned = file.uid === 0 || (file.path === '/usr/bin/at' && file.uid === 1);
  return {
    proof: proofOf(file, `uid 0, no bit outside ${octal(programLimit)}`),
    fault: !owned || modeBeyond(file.mode, programLimit) !== 0,
  };
}

function fileProof(file: FileRecord, users: readonly LocalAccount[]): Judged {
  const limit = runnable.test(file.path) ? programLimit : fileLimit;
  const name = job.test(file.path) ? null : userCrontab.exec(file.path)?.[1];
  const owner = name === undefined ? 'uid 0' : name === null ? 'its user' : `uid 0 or ${name}`;
  return {
    proof: proofOf(file, `${owner}, no bit outside ${octal(limit)}`),
    fault: modeBeyond(file.mode, limit) !== 0 || !mayOwn(file.uid, name, users),
  };
}

function proofOf(file: FileRecord, expected: string): Proof {
  return { source: file.path, found: modeAndOwner(file), expected };
}

/** `name` is the user whose crontab it is, null for a job of at (its name does not tell its user), undefined for the system's files. */
function mayOwn(uid: number, name: string | null | undefined, users: readonly LocalAccount[]): boolean {
  if (uid === 0 || name === null) return true;
  if (name === undefined) return false;
  const user = users.find((one) => one.name === name);
  // A user of a directory service is not in passwd.
  return user === undefined || user.uid === uid;
}

function whoMay(cron: CronFiles, program: 'cron' | 'at', host: Host): Proof {
  const source = `/etc/${program}.allow, /etc/${program}.deny`;
  const [allow, deny] = ['allow', 'deny'].map((list) => cron.file(`/etc/${program}.${list}`));
  const names = (file: FileRecord | undefined): string[] =>
    (file?.lines ?? []).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  if (allow?.state === 'present') return { source, found: `only root and those allowed: ${few(names(allow))}` };
  if (deny?.state === 'present') {
    const denied = names(deny);
    return {
      source,
      found: denied.length > 0 ? `everybody but those denied: ${few(denied)}` : 'everybody: deny is empty',
    };
  }
  const debianCron = program === 'cron' && (host.family === 'debian' || host.family === 'ubuntu');
  return { source, found: debianCron ? 'both absent: everybody on this distribution' : 'both absent: only root' };
}

function few(names: readonly string[]): string {
  if (names.length === 0) return 'nobody';
  return names.slice(0, 20).join(', ') + (names.length > 20 ? ` and ${names.length - 20} more` : '');
}
