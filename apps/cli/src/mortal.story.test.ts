// A campaign killed at each write and each call, and at random again and again: nothing is lost, nothing is run twice, the sum holds.
//
// By day some of the moments; all of them, and 1,000 random campaigns, with `npm run nightly`.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChildOrder } from './testing/campaign-child-types.ts';
import type { Lives, MortalCampaigns } from './testing/mortal-campaign.ts';
import { mortalCampaigns } from './testing/mortal-campaign.ts';

type Kill = NonNullable<ChildOrder['kill']>;

const nightly = process.env['BONGSU_NIGHTLY'] !== undefined;
const seed = 20261125;
const hosts = 3;
let campaigns: MortalCampaigns;
let whole: Lives;

beforeAll(async () => {
  campaigns = await mortalCampaigns(hosts);
  whole = await campaigns.live([]);
}, 240_000);
afterAll(() => campaigns.close());

/** What must be so whatever killed it. */
const held = { total: hosts, assessed: hosts, taken: hosts, runs: Array.from({ length: hosts }, () => 1) };

function shapeOf({ said, taken, truth }: Lives): typeof held {
  const assessed = (said.states['assessed'] ?? 0) + (said.states['partly-assessed'] ?? 0);
  return { total: said.total, assessed, taken, runs: truth.map((one) => one.runs.length) };
}

function every(kind: Kill['kind']): Kill[] {
  return Array.from({ length: whole.said.counts[kind] }, (_, index) => index + 1).flatMap((at) => [
    { kind, at, when: 'before' },
    { kind, at, when: 'after' },
  ]);
}

it('ends whole when nothing kills it', () => expect(shapeOf(whole)).toEqual(held));

it('survives its death at each write and each call', { timeout: 7_200_000 }, async () => {
  const moments = [...every('write'), ...every('call')];
  expect(moments.length).toBeGreaterThan(60);
  // A step that shares no factor with before and after, so that both are among those of the day.
  const chosen = nightly ? moments : moments.filter((_, index) => index % 17 === 3);
  let deaths = 0;
  for (const moment of chosen) {
    const lives = await campaigns.live([moment]);
    deaths += lives.deaths;
    expect(shapeOf(lives), JSON.stringify(moment)).toEqual(held);
  }
  // The last few moments may lie beyond the end of a quicker campaign.
  expect(deaths).toBeGreaterThan(chosen.length * 0.8);
});

it('survives any number of deaths at random', { timeout: 14_400_000 }, async () => {
  let state = seed;
  const draw = (most: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % most;
  };
  for (let turn = 0; turn < (nightly ? 1_000 : 3); turn += 1) {
    const kills = Array.from({ length: 1 + draw(3) }, (): Kill => {
      const kind = draw(2) === 0 ? 'write' : 'call';
      return { kind, at: 1 + draw(whole.said.counts[kind]), when: draw(2) === 0 ? 'before' : 'after' };
    });
    expect(shapeOf(await campaigns.live(kills)), JSON.stringify({ turn, seed, kills })).toEqual(held);
  }
});
