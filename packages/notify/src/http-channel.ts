// Posts a message to a chat's or a program's address, once; what came of it in four words.
import { createHmac } from 'node:crypto';
import type { Channel, Lang, SendEnd } from '@bongsu/core';

export interface HttpSettings {
  readonly name: string;
  readonly kind: 'slack' | 'webhook';
  readonly lang: Lang;
  /** A secret where it holds a token: never shown, never logged. */
  readonly url: string;
  /** Signs the body (HMAC-SHA256, hex, header `x-bongsu-signature`), for the receiver to know it from others. */
  readonly secret?: string;
  readonly answerSeconds?: number;
}

const answerSecondsDefault = 15;
/** What a stranger's server may tell us of its trouble. */
const saidMax = 200;

export function httpChannel(settings: HttpSettings): Channel {
  const { name, kind, lang, url, secret, answerSeconds = answerSecondsDefault } = settings;
  return {
    name,
    kind,
    lang,
    async send(message, deliveryId) {
      if (message.kind !== 'http') throw new TypeError(`channel ${name} takes no ${message.kind}`);
      const signature = secret === undefined ? null : createHmac('sha256', secret).update(message.body).digest('hex');
      const headers = {
        ...message.headers,
        'idempotency-key': deliveryId,
        ...(signature === null ? {} : { 'x-bongsu-signature': `sha256=${signature}` }),
      };
      try {
        const answer = await fetch(url, {
          ...{ method: 'POST', headers, body: message.body, redirect: 'manual' },
          signal: AbortSignal.timeout(answerSeconds * 1000),
        });
        return await endOf(answer);
      } catch (fault) {
        if (!(fault instanceof Error)) throw fault;
        return faultOf(fault, kind);
      }
    },
  };
}

async function endOf(answer: Response): Promise<SendEnd> {
  // The body of a hostile server may never end: only its beginning is asked for, and only while it comes.
  const said = `${answer.status} ${(await beginning(answer)).replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()}`.slice(
    0,
    saidMax,
  );
  if (answer.ok) return { kind: 'sent', said };
  if (answer.status === 429 || answer.status === 408 || answer.status >= 500)
    return { kind: 'again', said, afterSeconds: retryAfter(answer.headers.get('retry-after')) };
  // Where it points to may be inside the network, and is not who was configured.
  if (answer.status >= 300 && answer.status < 400)
    return { kind: 'refused', said: `${answer.status}: a redirection, which is not followed: give the address itself` };
  return { kind: 'refused', said };
}

async function beginning({ body }: Response): Promise<string> {
  if (body === null) return '';
  const parts: AsyncIterable<Uint8Array> = body;
  try {
    for await (const part of parts) return new TextDecoder().decode(part.slice(0, saidMax));
    return '';
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    return fault.name;
  }
}

/** Seconds, at most an hour; dates are not used by the services we know. */
function retryAfter(value: string | null): number | null {
  const seconds = Number(value ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(3_600, Math.ceil(seconds)) : null;
}

/** Faults before a connection stood: nothing was taken. */
const neverThere = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

function faultOf(fault: Error, kind: 'slack' | 'webhook'): SendEnd {
  const code = fault.cause instanceof Error && 'code' in fault.cause ? String(fault.cause.code) : fault.name;
  if (neverThere.test(code)) return { kind: 'again', said: code, afterSeconds: null };
  // A receiver of webhooks knows a message that it has had by its idempotency key; Slack knows none.
  if (kind === 'webhook')
    return { kind: 'again', said: `${code}; sent again under the same idempotency key`, afterSeconds: null };
  return { kind: 'unclear', said: `${code}: no answer, it may have been taken` };
}
