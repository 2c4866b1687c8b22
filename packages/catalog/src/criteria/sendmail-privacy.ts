// What PrivacyOptions of Sendmail must hold: restrictqrun for the queue, noexpn and novrfy (or goaway) for the two commands.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, pass, privacyOptions, text } from '@bongsu/core';
import type { MailServers } from '../probes/mail-servers.ts';

/** The queue is for root alone. goaway leaves restrictqrun out (Sendmail Installation and Operation Guide, 5.6). */
export function judgeQueueRuns({ sendmailCf }: MailServers): Judgement {
  const { flags, proof } = asked(sendmailCf, 'restrictqrun');
  return flags.has('restrictqrun')
    ? pass(text('restrictqrun이 설정됨', 'restrictqrun is set'), [proof])
    : fail(text('restrictqrun이 없음', 'restrictqrun is missing'), [proof]);
}

export function judgeExpnVrfy({ sendmailCf }: MailServers): Judgement {
  const { flags, proof } = asked(sendmailCf, 'noexpn,novrfy or goaway');
  return flags.has('goaway') || (flags.has('noexpn') && flags.has('novrfy'))
    ? pass(text('EXPN, VRFY 명령이 거부됨', 'EXPN and VRFY are refused'), [proof])
    : fail(text('noexpn, novrfy가 모두 있지는 않음', 'noexpn and novrfy are not both set'), [proof]);
}

function asked(cf: MailServers['sendmailCf'], expected: string): { flags: ReadonlySet<string>; proof: Proof } {
  const { flags, source } = privacyOptions(cf);
  return { flags, proof: { source, found: `PrivacyOptions ${[...flags].join(',') || 'unset'}`, expected } };
}
