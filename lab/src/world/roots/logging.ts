// What keeps the logs of a root: the packaged rules of rsyslog with the files they fill, or the journal on disk.
import type { WorldFile } from '../spec.ts';
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

/** The user and group `syslog`, to whom Ubuntu's rsyslog gives up its rights. */
export const ubuntuSyslog = { account: 'syslog:104:111:/home/syslog:/usr/sbin/nologin', group: 'syslog:111', uid: 104 };
const adm = 4;
/** systemd's group for readers of the journal. */
const journalReaders = 190;

/** rsyslog of the Red Hat family: all rules stand in the main file. */
const redhatRules = lines([
  'module(load="imuxsock" SysSock.Use="off")',
  'module(load="imjournal" StateFile="imjournal.state")',
  'include(file="/etc/rsyslog.d/*.conf" mode="optional")',
  '#kern.*                                                 /dev/console',
  '*.info;mail.none;authpriv.none;cron.none                /var/log/messages',
  'authpriv.*                                              /var/log/secure',
  'mail.*                                                  -/var/log/maillog',
  'cron.*                                                  /var/log/cron',
  '*.emerg                                                 :omusrmsg:*',
  'uucp,news.crit                                          /var/log/spooler',
  'local7.*                                                /var/log/boot.log',
]);

const debianRules = [
  'auth,authpriv.*			/var/log/auth.log',
  '*.*;auth,authpriv.none		-/var/log/syslog',
  'kern.*				-/var/log/kern.log',
  'mail.*				-/var/log/mail.log',
];

function filled(paths: readonly string[], facts: { mode: string; uid?: number; gid?: number }): Files {
  return Object.fromEntries(
    paths.map((path): [string, WorldFile] => [
      `/var/log/${path}`,
      { text: 'lines of the lab\n', fresh: true, ...facts },
    ]),
  );
}

/** `rules` is the mode of the main file: 0644 as packaged. */
export function logsOf(
  keeper: 'rsyslog of Red Hat' | 'rsyslog of Debian' | 'rsyslog of Ubuntu' | 'journal',
  rules: '0644' | '0640',
): Files {
  switch (keeper) {
    case 'rsyslog of Red Hat':
      return {
        '/etc/rsyslog.conf': { text: redhatRules, mode: rules },
        '/usr/sbin/rsyslogd': { text: '', mode: '0755' },
        ...filled(['messages', 'secure', 'maillog', 'cron'], { mode: '0600' }),
      };
    case 'rsyslog of Debian':
      return {
        '/etc/rsyslog.conf': {
          text: lines([
            'module(load="imuxsock")',
            '$FileCreateMode 0640',
            '$IncludeConfig /etc/rsyslog.d/*.conf',
            ...debianRules,
            'cron.*				/var/log/cron.log',
            '*.emerg				:omusrmsg:*',
          ]),
          mode: rules,
        },
        '/usr/sbin/rsyslogd': { text: '', mode: '0755' },
        ...filled(['syslog', 'auth.log', 'kern.log', 'mail.log', 'cron.log'], { mode: '0640', gid: adm }),
      };
    case 'rsyslog of Ubuntu':
      return {
        '/etc/rsyslog.conf': {
          text: lines(['module(load="imuxsock")', '$IncludeConfig /etc/rsyslog.d/*.conf']),
          mode: rules,
        },
        '/etc/rsyslog.d': { dir: true },
        '/etc/rsyslog.d/50-default.conf': lines([...debianRules, '*.emerg				:omusrmsg:*']),
        '/usr/sbin/rsyslogd': { text: '', mode: '0755' },
        ...filled(['syslog', 'auth.log', 'kern.log'], { mode: '0640', uid: ubuntuSyslog.uid, gid: adm }),
      };
    case 'journal': {
      const folder = '/var/log/journal/00000000000000000000000000000000';
      return {
        '/var/log/journal': { dir: true, mode: '2755', gid: journalReaders },
        [folder]: { dir: true, mode: '2755', gid: journalReaders },
        [`${folder}/system.journal`]: {
          text: 'a journal of the lab\n',
          fresh: true,
          mode: '0640',
          gid: journalReaders,
        },
      };
    }
  }
}
