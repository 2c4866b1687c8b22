// Campaigns delivered in batches: fifty hosts a send, every one accounted for, and no result taken that its host did not prove.
import type { HostTruth, Lab, Scene } from '@bongsu/lab';
import { fleetWorld } from '@bongsu/lab';
import { beforeAll, describe, expect, it } from 'vitest';
import { fateStates } from './testing/fates.ts';
import { simulatedCampaign, type SimulatedOrder, type SimulatedRun } from './testing/simulated.ts';
import { holdsOfTroubledFleet } from './testing/troubled-fleet.ts';

const roots = ['amazon-linux-2023-tidy', 'ubuntu-22-04-neglected'];
const batchCampaign = (order: Omit<SimulatedOrder, 'delivery'>) => simulatedCampaign({ ...order, delivery: 'batch' });

describe('a fleet with every trouble', () => {
  const run = holdsOfTroubledFleet('batch', roots, fateStates);

  it('keeps a second upload from counting, and says so', () => {
    const { truth, targets, refusals } = run();
    const twice = new Set(truth.filter((one) => one.fate === 'uploads-twice').map((one) => one.instanceId));
    const runs = targets.filter((one) => twice.has(one.instanceId)).map((one) => one.runId);
    const second = refusals.filter((one) => one.reason.startsWith('second') && runs.includes(one.runId));
    expect(second.length).toBe(runs.length);
  });
});

describe('hosts that lie about who they are', () => {
  let lab: Lab | undefined;
  let runOf: ReadonlyMap<string, string> = new Map();
  const world = fleetWorld(8, 1, { simulated: true, roots });
  const ids = world.accounts.flatMap((account) => Object.values(account.regions).flat()).map((one) => one.instanceId);
  const [impostor = '', victim = '', thief = '', robbed = '', mute = '', forger = '', bystander = ''] = ids;
  let run: SimulatedRun;

  /** Puts bytes under the key of whatever host's run it is, as each host of a batch can. */
  const writeAs = async (scene: Scene, instanceId: string, proof: string, name: string): Promise<void> => {
    const { message, transfer, signal, parts, diary } = scene;
    const given = (key: string): string => String(message.parameters[key]);
    const fields = {
      key: `${given('ResultPrefix')}${runOf.get(instanceId)}/${name}.tar.gz`,
      ...{ 'x-amz-algorithm': 'AWS4-HMAC-SHA256', policy: given('Policy'), 'x-amz-credential': given('Credential') },
      ...{ 'x-amz-date': given('Date'), 'x-amz-signature': given('Signature') },
    };
    const head = Buffer.from(`bongsu-identity 1\n${proof.replaceAll('\n', '')}\n`);
    diary.uploads.push(await transfer.form(given('ResultUrl'), fields, [head, ...parts], signal));
  };
  const proofOf = (instanceId: string): string => lab?.instanceIdentity(instanceId).rsa2048 ?? '';

  const upload = async (scene: Scene) => {
    const { instanceId } = scene.message;
    const own = scene.identity().rsa2048;
    // The victim is slower: what stands under its name is read before its own result is there.
    if (instanceId === victim) await new Promise<void>((over) => scene.clock.at(scene.clock.now() + 60_000, over));
    // Its own result, under another's name and its own proof, then nothing under its own.
    if (instanceId === impostor) await writeAs(scene, victim, own, '1'.repeat(32));
    // Another's proof, from an earlier day, under its own name.
    else if (instanceId === thief) await writeAs(scene, thief, proofOf(robbed), '2'.repeat(32));
    else if (instanceId === mute) await writeAs(scene, mute, '', '4'.repeat(32));
    else if (instanceId === forger) await writeAs(scene, forger, forged(own), '5'.repeat(32));
    else await writeAs(scene, instanceId, own, '6'.repeat(32));
    return { status: 'Success' as const, exitCode: 0 };
  };

  beforeAll(async () => {
    run = await batchCampaign({
      world,
      settings: { simulation: { acts: { upload } } },
      onLab: (started) => (lab = started),
      onPlan: ({ targets }) => (runOf = new Map(targets.map((one) => [one.instanceId, one.runId]))),
    });
  }, 120_000);

  const of = (instanceId: string) => run.targets.find((one) => one.instanceId === instanceId);

  it('refuses a result under another’s name, which takes nothing from the other', () => {
    expect(run.refusals.find((one) => one.runId === runOf.get(victim))?.reason).toBe(
      'not proven: the identity is another instance’s',
    );
    expect(of(victim)?.state).toMatch(/assessed$/);
    expect(of(impostor)?.state).toBe('no-result');
  });

  it('refuses another’s proof under its own name', () => {
    expect(of(thief)).toMatchObject({
      state: 'result-refused',
      detail: 'not proven: the identity is another instance’s',
    });
    expect(of(robbed)?.state).toMatch(/assessed$/);
  });

  it('refuses a result without proof, and one whose proof was changed', () => {
    expect(of(mute)).toMatchObject({ state: 'result-refused', detail: 'not proven: the identity is not base64' });
    expect(of(forger)?.state).toBe('result-refused');
    expect(of(forger)?.detail).toMatch(/^not proven: the signature of the identity is not that of its Region/);
    expect(of(bystander)?.state).toMatch(/assessed$/);
  });
});

/** The same message about an instance of another name: one character of the document is changed. */
function forged(proof: string): string {
  const bytes = Buffer.from(proof, 'base64');
  const at = bytes.indexOf('"instanceId" : "i-') + '"instanceId" : "i-'.length;
  bytes[at] = bytes[at] === 0x61 ? 0x62 : 0x61;
  return bytes.toString('base64');
}

describe('sends whose outcome nobody knows', () => {
  const doubled = (truth: readonly HostTruth[]) => truth.filter((one) => one.commands.length > 1);

  it.each([
    ['taken, and the answer lost', { drop: 'after' }],
    ['not taken, and the connection cut', { drop: 'before' }],
  ] as const)(
    '%s: every host gets one command',
    async (_what, then) => {
      const run = await batchCampaign({
        world: fleetWorld(130, 1, { simulated: true, roots }),
        faults: [{ service: 'ssm', operation: 'SendCommand', every: 2, then }],
      });
      expect(doubled(run.truth)).toEqual([]);
      expect(run.targets.filter((one) => one.state?.endsWith('assessed') !== true)).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['as fast as one likes', undefined],
    ['once in four seconds', { burst: 1, perSecond: 0.25 }],
  ])(
    'one host that is gone costs the others nothing, where sends are taken %s',
    async (_what, rate) => {
      let gone = '';
      const run = await batchCampaign({
        world: fleetWorld(60, 1, { simulated: true, roots }),
        ...(rate ? { settings: { rates: { 'ssm:SendCommand': rate } } } : {}),
        onPlan: ({ targets }, lab) => {
          gone = targets[17]?.instanceId ?? '';
          lab.terminate(gone);
        },
      });
      expect(doubled(run.truth)).toEqual([]);
      expect(run.targets.find((one) => one.instanceId === gone)?.state).toBe('gone');
      expect(run.targets.filter((one) => one.state?.endsWith('assessed')).length).toBe(59);
      // Found by asking, not by sending.
      expect(
        run.calls.filter((call) => call.operation === 'SendCommand' && call.errorCode === 'InvalidInstanceId'),
      ).toHaveLength(1);
    },
    120_000,
  );
});
