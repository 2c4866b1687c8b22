// The cron and at programs, the files they read, and who may use them: owners and modes, and the text of the allow and deny lists only.
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';

export interface CronFiles {
  file(path: string): FileRecord | undefined;
  /** Job files, scripts, spools and lists that are there; folders left out. */
  readonly files: readonly FileRecord[];
}

const programs = ['/usr/bin/crontab', '/usr/bin/at', '/usr/sbin/cron', '/usr/sbin/crond', '/usr/sbin/atd'];
const lists = ['/etc/cron.allow', '/etc/cron.deny', '/etc/at.allow', '/etc/at.deny'];
/** RHEL keeps user crontabs in /var/spool/cron and jobs in /var/spool/at; Debian in crontabs, atjobs and atspool below /var/spool/cron. */
const folders = [
  '/etc/cron.d',
  '/etc/cron.hourly',
  '/etc/cron.daily',
  '/etc/cron.weekly',
  '/etc/cron.monthly',
  '/var/spool/cron',
  '/var/spool/cron/crontabs',
  '/var/spool/cron/atjobs',
  '/var/spool/cron/atspool',
  '/var/spool/at',
  '/var/spool/at/spool',
];

const ours = /^\/etc\/(?:cron|at\.)|^\/var\/spool\/(?:cron|at)(?:\/|$)/;

export const cronFiles = probe<CronFiles>({
  name: 'cron-files',
  timeoutSeconds: 60,
  // About 8,000 job files.
  sizeBytesMax: 524288,
  live: false,
  script: `
metas ${programs.join(' ')} /etc/crontab
for _path in ${lists.join(' ')}; do file "$_path"; done
for _path in ${folders.join(' ')}; do expand "$_path/*" later metas; done
later '' metas
`,
  read(records) {
    const all = records.files().filter((file) => ours.test(file.path));
    const hidden = all.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    return {
      file: (path) => records.file(path),
      // A link that leads nowhere runs nothing.
      files: all.filter((file) => file.state === 'present' && file.type !== 'dir' && file.type !== 'link'),
    };
  },
});
