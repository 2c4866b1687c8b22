// What must hold of a fleet with every trouble, whatever way its work is delivered fifty hosts a send.
import type { PlannedDelivery } from '@bongsu/flow';
import { fleetWorld, troubles } from '@bongsu/lab';
import { beforeAll, expect, it } from 'vitest';
import type { fateStates } from './fates.ts';
import { simulatedCampaign, type SimulatedRun } from './simulated.ts';

const instances = 280;
const regions = ['ap-northeast-2', 'us-east-1'];

/** Runs it and holds it to `states`; gives the run, for what is its delivery's own. */
export function holdsOfTroubledFleet(
  delivery: PlannedDelivery,
  roots: readonly string[],
  states: typeof fateStates,
): () => SimulatedRun {
  let run: SimulatedRun;
  beforeAll(async () => {
    const world = fleetWorld(instances, 4, { simulated: true, skew: 0.5, faults: 0.02, regions, roots });
    run = await simulatedCampaign({ world, delivery });
  }, 240_000);

  it('is accounted for, once', () => {
    expect(run.coverage.total).toBe(instances);
    expect(Object.values(run.coverage.states).reduce((sum, count) => sum + count, 0)).toBe(instances);
    expect(run.coverage.states.pending).toBe(0);
  });

  it.each(['well', ...troubles] as const)('says the truth of hosts that are %s', (fate) => {
    const stateOf = new Map(run.targets.map((target) => [target.instanceId, target.state]));
    const hosts = run.truth.filter((one) => one.fate === fate);
    expect(hosts.length).toBeGreaterThanOrEqual(fate === 'well' ? 150 : 5);
    for (const { instanceId } of hosts) expect(stateOf.get(instanceId)).toMatch(states[fate]);
  });

  it('ran no host twice', () => {
    for (const { runs, commands, fate } of run.truth) {
      const unreached = fate === 'offline' || fate === 'never-delivered' || fate === 'undeliverable';
      expect([fate, commands.length, runs.length]).toEqual(unreached ? [fate, 0, 0] : [fate, 1, 1]);
    }
  });

  it('makes the sends that the plan says: at most fifty hosts each, no more than a place needs', () => {
    const { planned, targets, calls } = run;
    const sends = calls.filter((call) => call.operation === 'SendCommand' && call.status === 200);
    const places = Map.groupBy(
      targets.filter((one) => one.sends > 0),
      (one) => `${one.accountId}/${one.region}`,
    );
    const needed = [...places.values()].reduce((sum, group) => sum + Math.ceil(group.length / 50), 0);
    expect(sends.length).toBe(planned.campaign.plan.calls['ssm:SendCommand']);
    expect(sends.length).toBeLessThanOrEqual(needed);
  });

  it('says how it was delivered, in the plan and in the record', () => {
    expect(run.planned.campaign.plan.delivery).toBe(delivery);
    expect(JSON.parse(run.record[0] ?? '{}')).toMatchObject({ kind: 'bongsu-run-record', delivery });
  });

  return () => run;
}
