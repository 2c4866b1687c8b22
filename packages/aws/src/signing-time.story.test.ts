// Signatures follow the clock that is handed in: virtual days pass, and a clock that is wrong is told from one that is right.
import type { Clock } from '@bongsu/core';
import { driveTime, startLab, type Lab, type VirtualTime } from '@bongsu/lab';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAws, type Aws } from './index.ts';

let lab: Lab;
let time: VirtualTime;

/** Years before and after the machine's own time. */
const moments = [new Date('2019-03-01T00:00:00Z'), new Date('2041-03-01T00:00:00Z')];

async function open(clock: Clock): Promise<Aws> {
  const { accessKeyId, secretAccessKey } = lab.centralCredentials;
  const key = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  Object.assign(process.env, key, { AWS_ENDPOINT_URL: lab.url });
  const { roleName, externalId, regions, bucket } = lab;
  const centralRegion = bucket.region;
  return openAws({ accounts: { kind: 'organization' }, roleName, externalId, regions, bucket, centralRegion }, clock);
}

const member = { accountId: '200000000002', region: 'ap-northeast-2' };

describe.each(moments)('from %s on', (virtualFrom) => {
  beforeEach(async () => {
    lab = await startLab({ world: 'tidy', virtualFrom });
    time = driveTime(lab);
  });
  afterEach(async () => {
    time.stop();
    await lab.close();
  });

  test('reads, stores and signs through days, renewing sessions on the way', async () => {
    const aws = await open(time.clock);
    for (let day = 0; day < 3; day += 1) {
      const nodes = await aws.estate.nodes(member);
      expect([nodes.items.length, nodes.gaps]).toEqual([3, []]);
      await aws.exchange.scriptPut('v1/c/script', `day ${day}`);
      const url = await aws.exchange.scriptUrl('v1/c/script', 600);
      expect(await (await fetch(url)).text()).toBe(`day ${day}`);
      await time.clock.sleep(599_000);
      expect((await fetch(url)).status).toBe(200);
      await time.clock.sleep(2_000);
      expect((await fetch(url)).status).toBe(403);
      await time.clock.sleep(86_400_000);
    }
    // One session lives an hour, so that each day needs its own; nothing was refused on the way but the three dead URLs.
    expect(lab.calls({ operation: 'AssumeRole' }).length).toBe(3);
    const refused = lab.calls().filter((call) => call.status >= 400);
    expect(refused.map(({ service, status }) => `${service} ${status}`)).toEqual(Array(3).fill('s3 403'));
    expect(lab.clock.now() - virtualFrom.getTime()).toBeGreaterThan(3 * 86_400_000);
  });

  test('a clock that is wrong is refused, and says so as a gap', async () => {
    const wrong: Clock = { ...time.clock, now: () => new Date(lab.clock.now() + 3_600_000) };
    const aws = await open(wrong);
    const nodes = await aws.estate.nodes(member);
    expect(nodes.items).toEqual([]);
    expect(nodes.gaps.map((gap) => gap.code).join()).toMatch(/Signature|Skew/);
  });
});
