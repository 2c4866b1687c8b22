// A queue of results as it is set up: by the printed policies alone, on the lab's hosts, by the command line and by a worker.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicySet } from '@bongsu/aws';
import type { QueueSpec, WorldSpec } from '@bongsu/lab';
import { instance, memberRoles, packingFails } from '@bongsu/lab';
import { afterEach, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';
import { grantsOf } from './testing/policies/grants.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const hosts = (accountId: string) => ({
  [region]: [
    instance(accountId, 'web', 'debian-12-tidy'),
    instance(accountId, 'broken', 'debian-12-tidy', { tools: packingFails }),
  ],
});
const results: QueueSpec = { name: 'bongsu-results', region, receives: { objectsBelow: 'v1/' } };
const worldWith = (queues: readonly QueueSpec[]): WorldSpec => ({
  name: 'told',
  centralAccountId: central,
  regions: [region],
  bucket: { name: 'bongsu-exchange-100000000001', region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: {} },
    { accountId: shop, name: 'shop', roles: memberRoles(central), regions: hosts(shop) },
  ],
  queues,
});

let fleet: Fleet | null = null;
afterEach(async () => {
  await fleet?.close();
  fleet = null;
});
/** A fleet whose configuration names this queue. */
async function fleetTold(queues: readonly QueueSpec[], name = 'bongsu-results'): Promise<Fleet> {
  const made = await fleetStart({ world: worldWith(queues) });
  fleet = made;
  const file = join(made.folder, 'bongsu.yaml');
  const resultQueue = `campaign:\n  resultQueue: ${JSON.stringify(made.lab.queueUrl(name))}\n`;
  writeFileSync(file, readFileSync(file, 'utf8').replace('campaign:\n', resultQueue));
  return made;
}

interface Doctored {
  readonly checks: readonly { readonly check: string; readonly outcome: string; readonly detail: string }[];
}

/** What SQS and S3 would be given, in the lab's words: the policy as it is, and the filter as it stands. */
async function printed(): Promise<{ readonly policies: PolicySet; readonly queue: QueueSpec }> {
  const { json, close } = await fleetTold([results]);
  const policies = await json<PolicySet>('doctor', '--policies');
  await close();
  expect(policies.bucketNotification).toMatchObject({
    QueueConfigurations: [
      {
        QueueArn: `arn:aws:sqs:${region}:${central}:bongsu-results`,
        Events: ['s3:ObjectCreated:*'],
        Filter: {
          Key: {
            FilterRules: [
              { Name: 'prefix', Value: 'v1/' },
              { Name: 'suffix', Value: '.tar.gz' },
            ],
          },
        },
      },
    ],
  });
  const [policy] = Object.values(policies.queues);
  return { policies, queue: { ...results, policy: JSON.stringify(policy) } };
}

it('by what doctor prints, and by nothing more, a campaign learns of its results from the queue', {
  timeout: 240_000,
}, async () => {
  const { policies, queue } = await printed();
  const { lab, json, run } = await fleetTold([queue]);
  lab.grant(grantsOf(policies));
  const { checks } = await json<Doctored>('doctor');
  // What a trial would change is left for the campaign to show.
  expect(checks.filter(({ outcome }) => outcome !== 'good' && outcome !== 'untried')).toEqual([]);
  expect(checks.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['queue bongsu-results', 'bucket notification']),
  );
  const { states } = await json<CoverageShown>('campaign', 'run', '--yes');
  expect(states).toMatchObject({ assessed: 1, failed: 1 });
  // Doctor asks for an object that is not there, and by the refusal to say so knows that it may read.
  expect(lab.asked().central.refused).toEqual(['s3:ListBucket']);
  expect(lab.asked().member.refused).toEqual([]);
  expect(lab.asked().central.allowed).toEqual(
    expect.arrayContaining(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 's3:GetBucketNotification']),
  );
  // One for doctor, the closing sweeps of the host that gives no result, and one at the end.
  expect(lab.tally()['s3:ListObjectsV2']?.calls).toBeLessThanOrEqual(5);
  const { queues, refused } = await json<{ queues: readonly object[]; refused: readonly object[] }>('events');
  expect(queues).toMatchObject([{ url: lab.queueUrl('bongsu-results'), gap: null }]);
  expect(refused).toEqual([]);
  expect((await run('events')).stdout).toContain('bongsu-results');
});

it('asks for no right to any queue where none is configured', { timeout: 60_000 }, async () => {
  const made = await fleetStart({ world: worldWith([results]) });
  fleet = made;
  const policies = await made.json<PolicySet>('doctor', '--policies');
  const actions = policies.central.Statement.flatMap(({ Action }) => Action);
  expect(actions.filter((action) => /sqs|Notification/.test(action))).toEqual([]);
  expect([policies.queues, policies.bucketNotification]).toEqual([{}, undefined]);
});

it('doctor says where the bucket tells another queue, and which right is missing', { timeout: 60_000 }, async () => {
  const silent: QueueSpec = { name: 'silent', region };
  const { run, lab } = await fleetTold([results, silent], 'silent');
  const of = async (check: string) => {
    const { code, stdout } = await run('--json', 'doctor');
    expect(code).toBe(1);
    return (JSON.parse(stdout) as Doctored).checks.find((one) => one.check === check);
  };
  expect(await of('bucket notification')).toMatchObject({ outcome: 'bad', detail: expect.stringContaining('nothing') });
  lab.faults.set([{ service: 'sqs', operation: 'DeleteMessage', then: { error: 'AccessDenied' } }]);
  expect(await of('queue silent')).toMatchObject({
    outcome: 'bad',
    detail: expect.stringContaining('sqs:DeleteMessage'),
  });
});

it('a worker learns of results from it', { timeout: 240_000 }, async () => {
  const { lab, run, start, json } = await fleetTold([results]);
  expect(await run('campaign', 'run', '--yes', '--by-worker')).toMatchObject({ code: 0 });
  const worker = start('worker', '--concurrency', '2');
  let said = '';
  worker.child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  await expect.poll(() => said, { timeout: 180_000, interval: 500 }).toContain('has ended');
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0 });
  expect((await json<CoverageShown>('coverage')).states).toMatchObject({ assessed: 1, failed: 1 });
  expect(lab.tally()['sqs:DeleteMessageBatch']?.calls).toBeGreaterThan(0);
  expect(lab.tally()['s3:ListObjectsV2']?.calls).toBeLessThanOrEqual(5);
});
