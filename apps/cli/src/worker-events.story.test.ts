// The real worker with a queue of events, and one look by hand: a host that is started while they run is assessed.
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventQueues, fleetWorld, instance } from '@bongsu/lab';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';

const [account, region] = ['200000000000', 'ap-northeast-2'];
let fleet: Fleet;
beforeEach(async () => {
  fleet = await fleetStart({
    world: { ...fleetWorld(2, 1, { simulated: true }), queues: eventQueues(region, 'v1/') },
    settings: { registrationSeconds: 3, simulation: { scriptSeconds: { min: 1, max: 2 } } },
  });
  await appendFile(
    join(fleet.folder, 'bongsu.yaml'),
    `events: { queueUrl: "${fleet.lab.queueUrl('bongsu-hosts')}", groups: { sample: 1 } }\n`,
  );
}, 60_000);
afterEach(() => fleet.close());

interface EventsShown {
  readonly events: readonly { instanceId: string; outcome: string; campaignId: string | null }[];
  readonly queues: readonly { gap: unknown }[];
}

function launch(name: string): string {
  const spec = instance(account, name, 'ubuntu-22-04-tidy', { simulated: 'well' });
  fleet.lab.launch(account, region, spec);
  return spec.instanceId;
}

async function assessed(instanceId: string): Promise<void> {
  const { events, queues } = await fleet.json<EventsShown>('events');
  const started = events.find((one) => one.instanceId === instanceId && one.outcome === 'started');
  expect(queues).toMatchObject([{ gap: null }]);
  const coverage = await fleet.json<CoverageShown>('coverage', '--campaign', started?.campaignId ?? '');
  expect(coverage.targets).toMatchObject([
    { accountId: account, instanceId, state: expect.stringMatching(/^(partly-)?assessed$/) },
  ]);
  expect([coverage.total, coverage.unreadable]).toEqual([1, []]);
}

it('by a worker', { timeout: 200_000 }, async () => {
  const worker = fleet.start('worker', '--concurrency', '1');
  let said = '';
  worker.child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Ctrl-C');
  const id = launch('new');
  await expect.poll(() => said, { timeout: 120_000, interval: 500 }).toContain('has ended');
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0 });
  await assessed(id);
});

it('by one look, which leaves to the next what is not online yet', { timeout: 200_000 }, async () => {
  const id = launch('new');
  const looks = async () => {
    const ran = await fleet.run('watch', '--once');
    expect(ran.code).toBe(0);
    return ran.stderr.includes('new instances are checked');
  };
  await expect.poll(looks, { timeout: 100_000, interval: 1_000 }).toBe(true);
  await assessed(id);
  const shown = await fleet.run('--lang', 'ko', 'events');
  expect(shown.stdout).toContain(id);
  expect(shown.stdout).toContain('점검');
  fleet.lab.faults.set([{ service: 'sqs', operation: 'ReceiveMessage', then: { error: 'AccessDenied' } }]);
  expect(await fleet.run('watch', '--once')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('sqs:ReceiveMessage AccessDenied'),
  });
  expect((await fleet.run('events')).stdout).toContain('could not be read');
});
