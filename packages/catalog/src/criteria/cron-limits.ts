// crontab and at are not for others, and what cron and at read belongs to root within 0640: the rule of one item in 2026, of two in 2021.
// The guide's 640 is for files: folders need x to be entered, and scripts of cron.daily and jobs of at need it to run, so those may have
// 0750. A user's crontab belongs to that user, else cron refuses it.
import type { Acceptance, FileRecord, Host, Judgement, LocalAccount, Proof } from '@bongsu/core';
import { fail, modeAndOwner, modeBeyond, modeParameter, notApplicable, octal, pass, text } from '@bongsu/core';
import type { CronFiles } from '../probes/cron-files.ts';

export type Scheduler = 'cron' | 'at';

const programs: Readonly<Record<Scheduler, readonly string[]>> = {
  cron: ['/usr/bin/crontab', '/usr/sbin/cron', '/usr/sbin/crond'],
  at: ['/usr/bin/at', '/usr/sbin/atd'],
};
const commands: Readonly<Record<string, 'crontabLimit' | 'atLimit'>> = {
  '/usr/bin/crontab': 'crontabLimit',
  '/usr/bin/at': 'atLimit',
};
const runnable = /^\/etc\/cron\.(?:hourly|daily|weekly|monthly)\/|^\/var\/spool\/(?:cron\/)?at(?:jobs|spool)?\//;
const userCrontab = /^\/var\/spool\/cron\/(?:crontabs\/)?([^/]+)$/;
const job = /^\/var\/spool\/(?:cron\/)?at(?:jobs|spool)?\//;
const ofAt = /^\/etc\/at\.|^\/var\/spool\/(?:cron\/)?at(?:jobs|spool)?\//;
const shownMax = 50;

/** The widest modes of what the items name. */
export interface CronLimits {
  readonly crontabLimit: number;
  readonly atLimit: number;
  readonly fileLimit: number;
  readonly scriptLimit: number;
}

/** The guide's limits as parameters of an item. */
export const cronParameters = {
  crontabLimit: modeParameter(text('crontab 명령의 권한 상한', 'the widest mode of the command crontab'), 0o750),
  atLimit: modeParameter(text('at 명령의 권한 상한', 'the widest mode of the command at'), 0o750),
  fileLimit: modeParameter(text('파일의 권한 상한', 'the widest mode of files'), 0o640),
  scriptLimit: modeParameter(text('스크립트와 작업의 권한 상한', 'the widest mode of scripts and jobs'), 0o750),
};

/** What cronie and at install on the RHEL family, and cron and at on Debian: who may use them is for the allow and deny lists to say. */
export const cronAccepted: readonly Acceptance<typeof cronParameters>[] = [
  {
    families: ['amazon-linux', 'rhel'],
    values: { crontabLimit: 0o4755, atLimit: 0o4755, fileLimit: 0o644, scriptLimit: 0o755 },
    why: text(
      'cronie와 at 패키지가 crontab·at을 4755로, /etc/crontab과 cron.d를 0644로 설치합니다(Fedora cronie.spec, at.spec). 일반 사용자의 예약 작업은 SUID로만 spool에 쓰이며, 쓸 사람은 cron.allow·at.allow로 정합니다(crontab(1)).',
      'cronie and at install crontab and at as 4755, /etc/crontab and cron.d as 0644 (cronie.spec and at.spec of Fedora): only so are jobs of users written to the spool, and cron.allow and at.allow say who may (crontab(1))',
    ),
  },
  {
    families: ['debian', 'ubuntu'],
    values: { crontabLimit: 0o2755, atLimit: 0o6755, fileLimit: 0o644, scriptLimit: 0o755 },
    why: text(
      'Debian의 cron은 crontab을 2755 root:crontab으로, at은 6755 daemon:daemon으로 설치하고 /etc/crontab과 cron.d는 0644입니다(Debian cron, at 패키지). 쓸 사람은 cron.allow·at.allow로 정합니다.',
      'Debian installs crontab as 2755 of root and crontab, at as 6755 of daemon, /etc/crontab and cron.d as 0644 (its packages cron and at): cron.allow and at.allow say who may use them',
    ),
  },
];

/** Judges the files of these schedulers; not applicable where none of them is installed. */
export function judgeSchedulers(
  cron: CronFiles,
  users: readonly LocalAccount[],
  host: Host,
  which: readonly Scheduler[],
  limits: CronLimits,
): Judgement {
  const present = (path: string): FileRecord[] => {
    const file = cron.file(path);
    return file?.state === 'present' ? [file] : [];
  };
  const wanted = which.flatMap((one) => programs[one]);
  const installed = wanted.flatMap(present);
  const names = which.join('·');
  if (installed.length === 0)
    return notApplicable(text(`${names}이(가) 설치되어 있지 않음`, `${which.join(' and ')} not installed`), [
      { source: wanted.join(' '), found: 'absent' },
    ]);
  const files = cron.files.filter((file) => which.includes(ofAt.test(file.path) ? 'at' : 'cron'));
  const judged = [
    ...installed.flatMap((file) => {
      const key = commands[file.path];
      return key === undefined ? [] : [programProof(file, limits[key])];
    }),
    ...files.map((file) => fileProof(file, users, limits)),
  ];
  const faults = judged.filter(({ fault }) => fault).map(({ proof }) => proof);
  const who = which.map((one) => whoMay(cron, one, host));
  if (faults.length > 0) {
    const more = faults.length - shownMax;
    const rest: Proof[] = more > 0 ? [{ source: `${names} files`, found: `${more} more` }] : [];
    const first = faults[0];
    return fail(
      text(
        `${names} 명령이나 파일 ${faults.length}개가 기준을 넘음(${first?.source} ${first?.found})`,
        `${faults.length} programs or files of ${which.join(' and ')} go beyond the limit (${first?.source} ${first?.found})`,
      ),
      [...faults.slice(0, shownMax), ...rest, ...who],
    );
  }
  const fine = judged.slice(0, shownMax).map(({ proof }) => proof);
  return pass(
    text(
      `${names} 명령과 파일의 소유자와 권한이 기준 안에 있음`,
      `programs and files of ${which.join(' and ')} keep within the limits`,
    ),
    [...fine, ...who],
  );
}

interface Judged {
  readonly proof: Proof;
  readonly fault: boolean;
}

function programProof(file: FileRecord, limit: number): Judged {
  // Debian installs at for its own account daemon (uid 1).
  const owned = file.uid === 0 || (file.path === '/usr/bin/at' && file.uid === 1);
  return {
    proof: proofOf(file, `uid 0, no bit outside ${octal(limit)}`),
    fault: !owned || modeBeyond(file.mode, limit) !== 0,
  };
}

function fileProof(file: FileRecord, users: readonly LocalAccount[], limits: CronLimits): Judged {
  const limit = runnable.test(file.path) ? limits.scriptLimit : limits.fileLimit;
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
  if (uid === 0) return true;
  if (name === undefined) return false;
  const user = users.find((one) => one.name === name);
  // A user of a directory service is not in passwd; a job of at names nobody.
  return user === undefined || user.uid === uid;
}

function whoMay(cron: CronFiles, program: Scheduler, host: Host): Proof {
  const source = `/etc/${program}.allow, /etc/${program}.deny`;
  const [allow, deny] = ['allow', 'deny'].map((list) => cron.file(`/etc/${program}.${list}`));
  const names = ({ lines }: FileRecord): string[] =>
    lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
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
