// cron and at of a root, as packaged or hardened.
import type { WorldFile } from '../spec.ts';
import type { Files } from './accounts.ts';
import { privilegedPrograms } from './skeleton.ts';

const crontabText = 'SHELL=/bin/sh\nPATH=/sbin:/bin:/usr/sbin:/usr/bin\nMAILTO=root\n';

/** Hardened: nobody but root runs crontab, and what it reads is 640 or less. */
export type CronState = 'stock' | 'tidy';

/** cronie of the Red Hat family. `daily` are the scripts its version still runs from cron. */
export function cronRedhat(state: CronState, daily: readonly string[]): Files {
  const tidy = state === 'tidy';
  return {
    ...privilegedPrograms([['/usr/bin/crontab', tidy ? '0750' : '4755']]),
    '/etc/crontab': { text: crontabText, mode: tidy ? '0640' : '0644' },
    '/etc/cron.d': { dir: true },
    '/etc/cron.d/0hourly': { text: '01 * * * * root run-parts /etc/cron.hourly\n', mode: tidy ? '0640' : '0644' },
    '/etc/cron.hourly': { dir: true },
    ...scripts('/etc/cron.daily', daily, tidy ? '0640' : '0755'),
    '/etc/cron.weekly': { dir: true },
    '/etc/cron.monthly': { dir: true },
    '/etc/cron.deny': { text: '', mode: '0600' },
    ...(tidy ? { '/etc/cron.allow': { text: 'root\n', mode: '0600' } } : {}),
    '/var/spool/cron': { dir: true, mode: '0700' },
  };
}

/** cron of Debian and Ubuntu; the spool belongs to group crontab. The scripts there end by themselves where systemd timers do their work. */
export function cronDebian(state: CronState, crontabGid: number, daily: readonly string[]): Files {
  const tidy = state === 'tidy';
  return {
    ...privilegedPrograms([tidy ? ['/usr/bin/crontab', '0750'] : ['/usr/bin/crontab', '2755', crontabGid]]),
    '/etc/crontab': { text: crontabText, mode: tidy ? '0640' : '0644' },
    '/etc/cron.d': { dir: true },
    '/etc/cron.d/e2scrub_all': {
      text: '30 3 * * 0 root test -e /run/systemd/system || SERVICE_MODE=1 /usr/lib/e2fsprogs/e2scrub_all_cron\n',
      mode: tidy ? '0640' : '0644',
    },
    '/etc/cron.hourly': { dir: true },
    ...scripts('/etc/cron.daily', daily, tidy ? '0640' : '0755'),
    ...scripts('/etc/cron.weekly', ['man-db'], tidy ? '0640' : '0755'),
    '/etc/cron.monthly': { dir: true },
    ...(tidy ? { '/etc/cron.allow': { text: 'root\n', mode: '0640' } } : {}),
    '/var/spool/cron': { dir: true },
    '/var/spool/cron/crontabs': { dir: true, mode: '1730', gid: crontabGid },
  };
}

/** at: setuid root on the Red Hat family; owned by daemon with both bits on Debian. */
export function at(family: 'redhat' | 'debian'): Files {
  return family === 'redhat'
    ? {
        ...privilegedPrograms([['/usr/bin/at', '4755']]),
        '/etc/at.deny': { text: '', mode: '0644' },
        '/var/spool/at': { dir: true, mode: '0700', uid: 1, gid: 1 },
      }
    : {
        ...privilegedPrograms([['/usr/bin/at', '6755', 1, 1]]),
        '/etc/at.deny': { text: 'alias\nbackup\nbin\n', mode: '0640', gid: 1 },
        '/var/spool/cron/atjobs': { dir: true, mode: '1770', uid: 1, gid: 1 },
      };
}

function scripts(folder: string, names: readonly string[], mode: string): Files {
  const all = names.map((name): [string, WorldFile] => [`${folder}/${name}`, { text: '#!/bin/sh\nexit 0\n', mode }]);
  return { [folder]: { dir: true }, ...Object.fromEntries(all) };
}
