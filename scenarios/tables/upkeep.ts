// Scenarios of the families time, log and patch: what keeps a host in order while it runs.
import type { ScenarioTable } from '../scenario.ts';
import { adds, edits, on } from '../scenario.ts';
import { aptScenarios } from './apt-lists.ts';

const rules = '/etc/rsyslog.conf';
const journald = '/etc/systemd/journald.conf.d/10-site.conf';
const units = '/opt/lab/units';
const stopped = (name: string) =>
  edits(new RegExp(`^${name}\\.service\\t.*$`, 'm'), `${name}.service\tdisabled\tinactive\tdead\t${name}`);
const todays = (day: string): Record<string, string> => ({
  date: `#!/bin/sh\nexec /usr/bin/date -u -d '${day}' "$@"\n`,
});
/** A package manager that answers from its cache, and to whoever asks it to refresh with a failure. */
const cached = (answer: string): string =>
  `#!/bin/sh\ncase " $* " in *" -C "*) ;; *) echo "Cannot download repomd.xml" >&2; exit 1 ;; esac\n${answer}\n`;
const rpm = '#!/bin/sh\nexit 0\n';

export const upkeepScenarios: ScenarioTable = {
  'time.synchronised': [
    on('amazon-linux-2023-stock', 'stock: chronyd', {}, 'pass', { because: 'chronyd.service' }),
    on('ubuntu-22-04-stock', 'stock: the unit is chrony', {}, 'pass', { trap: 'U-65/2026(2)' }),
    on('debian-12-stock', 'stock: timesyncd, of which the guide shows nothing', {}, 'pass', { trap: 'U-65/2026(1)' }),
    on('rocky-9-neglected', 'active is not synchronised', {}, 'fail', {
      because: 'not synchronised',
      trap: 'U-65/2026(3)',
    }),
    on('alma-9-stock', 'nothing runs', { [units]: stopped('chronyd') }, 'fail', { because: 'no time service' }),
    on('rhel-8-stock', 'a container has the clock of its host', { '/run/.containerenv': '' }, 'notApplicable', {
      trap: 'U-65/2026(5)',
    }),
    on('rocky-8-stock', 'an image has no clock', {}, 'unknown', { image: true }),
    on('rocky-9-stock', 'no chronyc: systemd knows', {}, 'pass', { tools: { chronyc: null } }),
    on('rhel-9-stock', 'nobody knows', {}, 'unknown', { tools: { chronyc: null, timedatectl: null } }),
  ],
  'log.policy': [
    on('rocky-9-stock', 'stock rules of the Red Hat family', {}, 'pass'),
    on('ubuntu-22-04-stock', 'stock rules, in rsyslog.d', {}, 'pass', { because: '50-default.conf', trap: 'U-72(2)' }),
    on('amazon-linux-2023-stock', 'the journal alone, on disk', {}, 'pass', { trap: 'U-72(1)' }),
    on('debian-12-stock', 'the journal alone, in memory', { [journald]: '[Journal]\nStorage=volatile\n' }, 'fail', {
      because: 'next boot',
    }),
    on('alma-8-stock', 'logins are kept no more', { [rules]: edits(/^authpriv\.\*.*$/m, '#$&') }, 'fail', {
      because: 'authpriv.info',
    }),
    on('rhel-9-stock', 'rules stand, and nothing was written for weeks', {}, 'fail', {
      prepare: 'touch -d 2024-01-01 var/log/messages var/log/secure var/log/maillog var/log/cron',
      because: 'no log was written lately',
      trap: 'U-72(3)',
    }),
    on(
      'rocky-8-stock',
      'a script may keep what no selector does',
      {
        [rules]: edits(
          /^cron\.\*.*$/m,
          'if ($programname == "crond") then { action(type="omfile" file="/var/log/cron") }',
        ),
      },
      'manual',
      { because: 'cron.info', trap: 'U-72(2)' },
    ),
    on(
      'debian-11-stock',
      'the agent of CloudWatch is shown',
      {
        [units]: adds('amazon-cloudwatch-agent.service\tenabled\tactive\trunning\tAmazon CloudWatch Agent\n'),
      },
      'pass',
      { because: 'amazon-cloudwatch-agent.service', trap: 'U-72(4)' },
    ),
    on(
      'ubuntu-24-04-stock',
      'rsyslog is stopped and the journal stays in memory',
      { [units]: stopped('rsyslog') },
      'fail',
    ),
    on(
      'alma-9-stock',
      'rsyslog.d is not included',
      {
        [rules]: '*.info;authpriv.none\t/var/log/messages\n',
        '/etc/rsyslog.d/a.conf': 'authpriv.*\t/var/log/secure\n',
      },
      'fail',
      { because: 'authpriv.info' },
    ),
    on(
      'amazon-linux-2-stock',
      'a line before ends what the rules would keep',
      {
        [rules]: edits(/^authpriv/m, 'authpriv.*  ~\nauthpriv'),
      },
      'fail',
      { because: 'authpriv.info' },
    ),
    on(
      'ubuntu-20-04-stock',
      'what was written may end there',
      {
        '/etc/rsyslog.d/20-first.conf': 'mail.*\t/var/log/mail.log\n& stop\n',
      },
      'pass',
    ),
    on(
      'rocky-9-tidy',
      'a drop-in ends it, before the rules of the main file',
      {
        '/etc/rsyslog.d/00-off.conf': 'cron.*\t/dev/null\n& stop\n',
      },
      'fail',
      { because: 'cron.info' },
    ),
  ],
  'log.review': [
    on('rocky-9-tidy', 'logs are written, and nobody can say here who reads them', {}, 'manual', { trap: 'U-43(1)' }),
    on('debian-12-stock', 'the journal', {}, 'manual', { because: 'system.journal' }),
    on(
      'amazon-linux-2-stock',
      'an agent that ships logs is shown',
      {
        [units]: adds('awslogsd.service\tenabled\tactive\trunning\tawslogs daemon\n'),
      },
      'manual',
      { because: 'awslogsd.service', trap: 'U-43(2)' },
    ),
  ],
  'patch.policy': [
    on('debian-11-stock', 'out of support', {}, 'fail', { tools: todays('2026-11-25'), because: 'out of support' }),
    on('debian-12-stock', 'in support: the policy is for a person', {}, 'manual', { tools: todays('2025-03-01') }),
    on('alma-9-stock', 'what waits, by the cache: whoever refreshes gets no answer', {}, 'manual', {
      tools: {
        ...todays('2025-03-01'),
        'apt-get': null,
        rpm,
        dnf: cached('echo "ALSA-2025:0001 Important/Sec. openssl-libs-1:3.0.7-28.el9.x86_64"'),
      },
      because: '1 security updates wait',
      trap: 'U-42(4)',
    }),
    on('rocky-8-stock', 'the lists are old', { '/var/cache/dnf/baseos-1/repodata': { dir: true } }, 'manual', {
      prepare: 'touch -d 2025-01-01 var/cache/dnf/baseos-1/repodata',
      tools: { ...todays('2025-03-01'), rpm, dnf: cached(':') },
      because: 'lists are old',
      trap: 'U-42(1)',
    }),
    on('rhel-9-stock', 'a newer kernel is installed than runs', {}, 'manual', {
      tools: {
        ...todays('2025-03-01'),
        rpm: "#!/bin/sh\ncase $* in *whatprovides*) printf '1700000000 5.14.0-1.el9.x86_64\\n1740000000 5.14.0-999.el9.x86_64\\n' ;; esac\n",
      },
      because: 'a reboot is due',
      trap: 'U-42(2)',
    }),
    on('ubuntu-22-04-stock', 'a note that a reboot is due', { '/run/reboot-required': '' }, 'manual', {
      tools: todays('2025-03-01'),
      because: 'a reboot is due',
    }),
    ...aptScenarios,
  ],
};
