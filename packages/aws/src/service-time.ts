// How far AWS's clock is from ours, learnt from the Date of its answers, so that times of both can be held against each other.
import type { Clock, Instant } from '@bongsu/core';
import { stackOf, type Watched } from './client-stack.ts';

/** A Date has whole seconds: what differs by less is no difference. */
const headerMilliseconds = 1_000;

/** AWS is ahead of us by at least `low` and at most `high` milliseconds. */
interface Ahead {
  readonly low: number;
  readonly high: number;
}

const level: Ahead = { low: 0, high: 0 };

export interface ServiceTime {
  /** Listens to the answers that a client gets from now on. */
  watch<Client extends Watched>(client: Client): Client;
  /** A moment on AWS's clock by ours, and never after it. */
  ours(theirs: Date): Instant;
  /** A moment on our clock by AWS's, and never after it. */
  theirs(ours: Date): Date;
}

export function serviceTime(clock: Clock): ServiceTime {
  let known: Ahead | null = null;

  const hear = (date: string, asked: number, answered: number): void => {
    const theirs = Date.parse(date);
    if (Number.isNaN(theirs)) return;
    const heard: Ahead = { low: theirs - answered, high: theirs + headerMilliseconds - asked };
    const both: Ahead = {
      low: Math.max(heard.low, known?.low ?? -Infinity),
      high: Math.min(heard.high, known?.high ?? Infinity),
    };
    // Where an answer does not fit what was known, a clock has been set: the newest word counts.
    known = both.low <= both.high ? both : heard;
  };
  const ahead = (): Ahead => {
    const agrees = known === null || (known.low <= headerMilliseconds && known.high >= -headerMilliseconds);
    return agrees || known === null ? level : known;
  };

  return {
    watch(client) {
      stackOf(client).add(
        (next) => async (args) => {
          const asked = clock.now().getTime();
          const answer = await next(args);
          const date = dateOf(answer.response);
          if (date !== null) hear(date, asked, clock.now().getTime());
          return answer;
        },
        // Next to the wire, so that answers which are errors are heard too.
        { step: 'deserialize', priority: 'low', name: 'bongsuServiceTime' },
      );
      return client;
    },
    ours: (theirs) => new Date(theirs.getTime() - ahead().high).toISOString(),
    theirs: (ours) => new Date(ours.getTime() + ahead().low),
  };
}

function dateOf(response: unknown): string | null {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !('date' in headers)) return null;
  return typeof headers.date === 'string' ? headers.date : null;
}
