// Campaigns delivered by instance roles: fifty hosts a send, every one accounted for, and no host in the place of another.
import type { Lab, Scene, WorldSpec } from '@bongsu/lab';
import { fleetWorld, hybridNode, putByRole } from '@bongsu/lab';
import { beforeAll, describe, expect, it } from 'vitest';
import { fateStates } from './testing/fates.ts';
import { simulatedCampaign, type SimulatedRun } from './testing/simulated.ts';
import { holdsOfTroubledFleet } from './testing/troubled-fleet.ts';

const roots = ['amazon-linux-2023-tidy', 'ubuntu-22-04-neglected'];

/** No policy limits the size of what a role puts: the bucket takes it, and the receiver refuses it by its size. */
const states = { ...fateStates, 'uploads-too-much': /^result-refused$/ };

describe('a fleet with every trouble', () => {
  const run = holdsOfTroubledFleet('role', roots, states);

  it('has a second write refused by the bucket itself', () => {
    const twice = run().truth.filter((one) => one.fate === 'uploads-twice');
    expect(twice.length).toBeGreaterThan(0);
    expect(twice.filter(({ uploads }) => uploads.join(' ') !== '200 412')).toEqual([]);
  });
});

describe('hosts that put what they may not, and hosts that cannot put', () => {
  const base = fleetWorld(8, 1, { simulated: true, roots });
  const ids = base.accounts.flatMap((account) => Object.values(account.regions).flat()).map((one) => one.instanceId);
  const [impostor = '', victim = '', straggler = '', bare = '', flooder = ''] = ids;
  const node = hybridNode('200000000000', 'plant', roots[0] ?? '', { simulated: 'well' });
  const world: WorldSpec = {
    ...base,
    accounts: base.accounts.map((account) => ({
      ...account,
      regions: Object.fromEntries(
        Object.entries(account.regions).map(([region, hosts]) => [
          region,
          [...hosts.map((one) => (one.instanceId === bare ? { ...one, profile: null } : one)), node],
        ]),
      ),
    })),
  };
  let run: SimulatedRun;
  let runOf: ReadonlyMap<string, string> = new Map();
  const said: number[] = [];

  /** Its own result or some bytes, under a key of its choice, signed with its own role. */
  const putAs = async (scene: Scene, key: string, bytes?: Buffer): Promise<number> => {
    const { message } = scene;
    const url = new URL(String(message.parameters['ResultUrl']));
    const [root = ''] = url.href.split('/role/');
    return putByRole(scene, `${root}/${key.replaceAll(':', '%3A')}`, bytes ?? Buffer.concat(scene.parts));
  };
  const keyOf = (scene: Scene, instanceId: string, name: string): string => {
    const [, folder = ''] = decodeURIComponent(String(scene.message.parameters['ResultUrl'])).split('/role/');
    return `role/${folder}${instanceId}/${name}`;
  };

  const put = async (scene: Scene) => {
    const { instanceId } = scene.message;
    const own = keyOf(scene, instanceId, `${runOf.get(instanceId)}.tar.gz`);
    if (instanceId === victim) await new Promise<void>((over) => scene.clock.at(scene.clock.now() + 60_000, over));
    if (instanceId === impostor) {
      const others = keyOf(scene, victim, `${runOf.get(victim)}.tar.gz`);
      said.push(await putAs(scene, others));
      // What the policy's pattern lets through is nobody's result.
      said.push(
        await putAs(
          scene,
          others.replace(
            /[^/]+$/,
            `x/arn:aws:ec2:${scene.message.region}:${scene.message.accountId}:instance/${impostor}/y.tar.gz`,
          ),
        ),
      );
      said.push(await putAs(scene, keyOf(scene, impostor, `${runOf.get(victim)}.tar.gz`)));
    } else if (instanceId === flooder) await putAs(scene, own, Buffer.alloc(3_000_000));
    else await putAs(scene, own);
    return { status: 'Success' as const, exitCode: 0 };
  };

  beforeAll(async () => {
    run = await simulatedCampaign({
      ...{ world, delivery: 'role', settings: { simulation: { acts: { put } } } },
      onPlan: ({ targets }) => (runOf = new Map(targets.map((one) => [one.instanceId, one.runId]))),
    });
  }, 120_000);
  const of = (instanceId: string) => run.targets.find((one) => one.instanceId === instanceId);

  it('are kept out of another’s place by the bucket', () => {
    expect(said[0]).toBe(403);
    expect(of(victim)?.state).toMatch(/assessed$/);
    expect(of(impostor)?.state).toBe('no-result');
  });

  it('gain nothing by keys of their own that look like another’s', () => {
    expect(said.slice(1)).toEqual([200, 200]);
    const reasons = run.refusals.map((one) => one.reason);
    expect(reasons.filter((one) => /^(?:foreign|late)/.test(one))).toHaveLength(2);
    expect(of(victim)?.evidenceSha256).not.toBeNull();
  });

  it('end as refused, unread, where they put too much', () => {
    expect(of(flooder)).toMatchObject({ state: 'result-refused', detail: expect.stringMatching(/^oversized/) });
  });

  it('are accounted for at once where they have no role', () => {
    expect(of(bare)).toMatchObject({ state: 'not-attempted', detail: expect.stringMatching(/^no instance profile/) });
    expect(of(node.instanceId)).toMatchObject({
      state: 'not-attempted',
      detail: expect.stringMatching(/^a hybrid node/),
    });
    expect(run.truth.filter((one) => one.commands.length > 0)).toHaveLength(7);
    expect(Object.values(run.coverage.states).reduce((sum, count) => sum + count, 0)).toBe(9);
  });

  it('leave the others as they are', () => {
    expect(of(straggler)?.state).toMatch(/assessed$/);
    expect(run.targets.filter((one) => one.state?.endsWith('assessed'))).toHaveLength(5);
  });
});

describe('sends whose outcome nobody knows', () => {
  it('are looked up: every host gets one command', { timeout: 120_000 }, async () => {
    const run = await simulatedCampaign({
      ...{ world: fleetWorld(130, 1, { simulated: true, roots }), delivery: 'role' },
      faults: [{ service: 'ssm', operation: 'SendCommand', every: 2, then: { drop: 'after' } }],
    });
    expect(run.truth.filter((one) => one.commands.length > 1)).toEqual([]);
    expect(run.targets.filter((one) => one.state?.endsWith('assessed') !== true)).toEqual([]);
  });
});

it('plans nothing into a bucket whose policy does not bind', { timeout: 60_000 }, async () => {
  let bare: Lab | undefined;
  const run = simulatedCampaign({
    ...{ world: fleetWorld(5, 1, { simulated: true, roots }), delivery: 'role', policy: null },
    onLab: (lab) => (bare = lab),
  });
  await expect(run).rejects.toThrow(/the policy of the bucket lacks BongsuRoleOwnResults, BongsuRoleOnlyInstances/);
  expect(bare?.calls({ operation: 'SendCommand' })).toEqual([]);
});
