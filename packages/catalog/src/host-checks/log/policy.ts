// The system keeps its logs as the guide's example does, and they are written (KISA 2026 U-66, 2021 U-72).
import type { Host, Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, keepingRule, listParameter, manual, numberParameter, pass, text } from '@bongsu/core';
import { shippingProofs } from '../../criteria/log-shipping.ts';
import type { Logging } from '../../probes/logging.ts';
import { logging } from '../../probes/logging.ts';
import { services } from '../../probes/services.ts';

/** What the guide's example of syslog.conf keeps: logins, cron, mail, and information of everything else. */
const wanted = ['authpriv.info', 'cron.info', 'mail.info', 'daemon.info', 'kern.alert'];
/** syslog(3). */
const severities = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
/** A host that wrote nothing for so long does not log: cron and logins alone write every day. */
const silentDays = 7;

const days = (seconds: number): number => Math.floor(seconds / 86400);

export const logPolicy = hostCheck({
  id: 'log.policy',
  title: text('정책에 따른 시스템 로깅 설정', 'System logging per policy'),
  why: text(
    '남지 않은 로그로는 침해를 알아채지도, 원인을 밝히지도 못합니다.',
    'An intrusion that no log kept is neither noticed nor explained.',
  ),
  importance: 'medium',
  expects: text(
    '로그 데몬이 인증, cron, 메일, 일반 정보를 남기고 실제로 기록되고 있음',
    'a log daemon keeps logins, cron, mail and general information, and the logs are written',
  ),
  remedy: text(
    'rsyslog에 authpriv.*, cron.*, mail.*, *.info 규칙을 두거나 journald에 Storage=persistent를 두고, 기관의 로깅 정책과 비교합니다.',
    'Give rsyslog rules for authpriv.*, cron.*, mail.* and *.info, or journald Storage=persistent; compare with your logging policy.',
  ),
  fix: {
    rhel: ['dnf install rsyslog', 'systemctl enable --now rsyslog'],
    debian: ['apt-get install rsyslog', 'systemctl enable --now rsyslog'],
    any: [
      'mkdir -p /etc/systemd/journald.conf.d',
      "printf '[Journal]\\nStorage=persistent\\n' > /etc/systemd/journald.conf.d/10-persistent.conf",
      'systemctl restart systemd-journald',
    ],
  },
  question: text(
    '기관의 로깅 정책은 무엇이며, 이 설정이 정책에 맞습니까? 로그는 어디로 보냅니까?',
    'What is your logging policy, does this configuration follow it, and where do the logs go?',
  ),
  parameters: {
    kept: listParameter(
      text('남겨야 하는 로그(syslog의 facility.severity)', 'logs to be kept, as facility.severity of syslog'),
      wanted,
    ),
    silentDays: numberParameter(
      text('이 일수 동안 기록이 없으면 남기지 않는 것으로 봄', 'days without a line after which a host does not log'),
      silentDays,
      { min: 1, max: 90 },
    ),
  },
  needs: { services, logging },
  judge({ services: known, logging: seen }, host, policy) {
    const { use } = known;
    const shipping = shippingProofs(known);
    const syslog = use({ units: ['rsyslog.service'], programs: ['/usr/sbin/rsyslogd'] });
    const syslogNg = use({ units: ['syslog-ng.service'], programs: ['/usr/sbin/syslog-ng'] });
    const journald = use({ units: ['systemd-journald.service'] });
    if (syslog.state === 'on') return judgeSyslog(seen, [...syslog.proofs, ...shipping], host, policy);
    if (syslogNg.state === 'on')
      return manual(
        text('syslog-ng의 규칙이 로깅 정책과 맞는지 확인 필요', 'do the rules of syslog-ng follow the logging policy?'),
        [...syslogNg.proofs, ...shipping],
      );
    // On an image journald lies there and starts without any link: its unit is static.
    if (journald.state === 'on' || (!host.live && journald.state === 'off'))
      return judgeJournal(seen, [...journald.proofs, ...shipping], host, policy.silentDays);
    const proofs = [...syslog.proofs, ...syslogNg.proofs, ...journald.proofs, ...shipping];
    return host.container
      ? manual(
          text(
            '컨테이너에 로그 데몬이 없음: 로그를 밖에서 모으는지 확인 필요',
            'no log daemon in this container: does somebody outside keep its logs?',
          ),
          proofs,
        )
      : fail(text('로그 데몬이 켜져 있지 않음', 'no log daemon is on'), proofs);
  },
});

function judgeSyslog(
  seen: Logging,
  running: readonly Proof[],
  host: Host,
  policy: { readonly kept: readonly string[]; readonly silentDays: number },
): Judgement {
  const kept = policy.kept.map((what) => {
    const dot = what.indexOf('.');
    const [facility, severity] = [what.slice(0, dot), what.slice(dot + 1)];
    // What no daemon knows is kept by no rule.
    return { what, rule: severities.includes(severity) ? keepingRule(seen.rules, facility, severity) : undefined };
  });
  const evidence: Proof[] = [
    ...running,
    ...kept.map(({ what, rule }) => ({
      source: rule?.source ?? '/etc/rsyslog.conf',
      found: rule ? `${rule.selector} ${rule.action}`.slice(0, 160) : `no rule keeps ${what}`,
      expected: `${what} is kept`,
    })),
  ];
  const lost = kept
    .filter(({ rule }) => !rule)
    .map(({ what }) => what)
    .join(', ');
  if (lost !== '' && seen.script !== null)
    return manual(
      text(`${lost}을 남기는 규칙이 RainerScript에 있는지 확인 필요`, `does the script of rsyslog keep ${lost}?`),
      [...evidence, { source: seen.script, found: 'RainerScript' }],
    );
  if (lost !== '') return fail(text(`남기지 않는 로그가 있음: ${lost}`, `rsyslog does not keep ${lost}`), evidence);
  return writtenOf(seen, evidence, host, policy.silentDays);
}

function judgeJournal(seen: Logging, running: readonly Proof[], host: Host, daysMax: number): Judgement {
  const { storage, journalFolder } = seen;
  const value = storage?.value.toLowerCase() ?? 'auto';
  const evidence: Proof[] = [
    ...running,
    {
      source: storage ? `${storage.path}:${storage.line}` : '/etc/systemd/journald.conf',
      found: `Storage=${value}${storage ? '' : ' (built-in)'}; /var/log/journal ${journalFolder ? 'there' : 'not there'}`,
      expected: 'persistent, or auto with /var/log/journal',
    },
  ];
  return value === 'persistent' || (value === 'auto' && journalFolder)
    ? writtenOf(seen, evidence, host, daysMax)
    : fail(text('journald 로그가 재부팅하면 사라짐', 'journald keeps its logs until the next boot only'), evidence);
}

function writtenOf(seen: Logging, evidence: readonly Proof[], host: Host, daysMax: number): Judgement {
  const newest = [...seen.ages].sort((a, b) => a.ageSeconds - b.ageSeconds)[0];
  const kept = text(
    '지침 예시의 로그를 모두 남김(기관의 로깅 정책과 비교할 것)',
    'the logs of the guide’s example are kept (compare with your own policy)',
  );
  if (!host.live) return pass(kept, evidence);
  const proof: Proof = newest
    ? { source: newest.path, found: `written ${days(newest.ageSeconds)} days ago` }
    : { source: '/var/log', found: 'no log file of the system' };
  return newest && days(newest.ageSeconds) <= daysMax
    ? pass(kept, [...evidence, proof])
    : fail(text('로그가 기록되고 있지 않음', 'no log was written lately'), [...evidence, proof]);
}
