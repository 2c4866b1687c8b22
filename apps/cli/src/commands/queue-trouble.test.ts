// A server that is away for two minutes is told of a few times, and another trouble meanwhile at once.
import { expect, it } from 'vitest';
import { seldom } from './queue-trouble.ts';

it('says the same once in half a minute, whichever poller it was', () => {
  let at = 0;
  const said: string[] = [];
  const tell = seldom({ now: () => new Date(at) }, (words) => said.push(words));
  for (at = 0; at < 120_000; at += 500)
    tell(`Connection terminated unexpectedly (Queue: campaign, Worker: ${at % 4}-8fe170ea)`);
  expect(said).toEqual(Array.from({ length: 4 }, () => 'Connection terminated unexpectedly'));
  tell('connect ECONNREFUSED 127.0.0.1:5432');
  expect(said.at(-1)).toBe('connect ECONNREFUSED 127.0.0.1:5432');
});
