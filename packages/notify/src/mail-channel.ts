// Hands a mail to an SMTP server, once; what came of it in four words.
import type { Channel, Lang, SendEnd } from '@bongsu/core';

export interface MailSettings {
  readonly name: string;
  readonly lang: Lang;
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` demanded, `none` for a server on this machine or a private network. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user?: string;
  readonly password?: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly answerSeconds?: number;
}

const answerSecondsDefault = 20;

interface SmtpFault extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

export function mailChannel(settings: MailSettings): Channel {
  const { name, lang, from, to } = settings;
  return {
    name,
    kind: 'mail',
    lang,
    async send(message, deliveryId) {
      if (message.kind !== 'mail') throw new TypeError(`channel ${name} takes no ${message.kind}`);
      const { createTransport } = await import('nodemailer');
      let begun = false;
      const transport = createTransport({ ...transportOf(settings), ...watched(() => (begun = true)) });
      const { subject, text, html, messageId } = message;
      try {
        const sent = await transport.sendMail({
          ...{ from, to: [...to], subject, text, html, messageId },
          headers: { 'X-Bongsu-Delivery': deliveryId, 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'sent', said: saidOf(sent.response, sent.rejected) };
      } catch (fault) {
        if (!(fault instanceof Error)) throw fault;
        return endOf(fault, begun);
      } finally {
        transport.close();
      }
    },
  };
}

function transportOf({ host, port, security, user, password, answerSeconds = answerSecondsDefault }: MailSettings) {
  const milliseconds = answerSeconds * 1000;
  return {
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...{ connectionTimeout: milliseconds, greetingTimeout: milliseconds, socketTimeout: milliseconds },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    // Neither files nor addresses are fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The library tells of the mail's first bytes only through its log; nothing of that log is kept. */
function watched(onMail: () => void) {
  const note = (entry: unknown): void => {
    if (typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'message') onMail();
  };
  const quiet = (): void => undefined;
  const levels = { level: quiet, trace: note, debug: note, info: quiet, warn: quiet, error: quiet, fatal: quiet };
  return { debug: true, logger: levels };
}

/** Who was refused while others were taken: sent again the mail would be doubled for the others, so it is only said. */
function saidOf(response: string, rejected: readonly unknown[]): string {
  const left = rejected.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  const said = left.length === 0 ? response : `not taken for ${left.join(', ')}; for the others: ${response}`;
  return said.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 200);
}

/** 4xx: try later; 5xx: never (RFC 5321, 4.2.1). Without an answer to the mail's end it may have been taken. */
function endOf(fault: SmtpFault, begun: boolean): SendEnd {
  const said = `${fault.responseCode ?? fault.code ?? fault.name}: ${fault.message}`
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, 200);
  const code = fault.responseCode ?? 0;
  if (code >= 500) return { kind: 'refused', said };
  if (code >= 400) return { kind: 'again', said, afterSeconds: null };
  if (begun) return { kind: 'unclear', said };
  return { kind: 'again', said, afterSeconds: null };
}
