// Runs campaigns that die where they are told, against one lab whose time runs fast, and holds what came of them against the truth.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostTruth, Lab } from '@bongsu/lab';
import { fleetWorld, startLab } from '@bongsu/lab';
import { sdkEnvironment } from '../wire.ts';
import type { ChildOrder, ChildSaid } from './campaign-child-types.ts';

const program = fileURLToPath(new URL('campaign.child.ts', import.meta.url));
/** The lab's seconds in one of this machine's. */
const factor = 20;

export interface Lives {
  /** What the last life said. */
  readonly said: ChildSaid;
  readonly truth: readonly HostTruth[];
  /** Commands that the service took. */
  readonly taken: number;
  readonly deaths: number;
}

export interface MortalCampaigns {
  /** A campaign on a fresh store that dies as told, one life after the other, and is then left to live. */
  live(kills: readonly NonNullable<ChildOrder['kill']>[]): Promise<Lives>;
  close(): Promise<void>;
}

export async function mortalCampaigns(hosts: number, faults = 0): Promise<MortalCampaigns> {
  const epoch = Date.now();
  const lab = await startLab({
    world: fleetWorld(hosts, 2, { simulated: true, faults }),
    virtualFrom: new Date(epoch),
    settings: { simulation: { scriptSeconds: { min: 2, max: 5 }, fetchScript: false } },
  });
  const ticking = setInterval(() => {
    const now = epoch + (Date.now() - epoch) * factor;
    if (now > lab.clock.now()) lab.clock.advance(now - lab.clock.now());
  }, 5);
  return {
    live: async (kills) => {
      const folder = await mkdtemp(join(tmpdir(), 'bongsu-mortal-'));
      const before = new Map(lab.truth().map((one) => [one.instanceId, one.runs.length]));
      const callsBefore = lab.calls().length;
      try {
        let deaths = 0;
        for (const kill of kills) {
          const ended = await life({ ...orderOf(lab, folder, epoch), kill }, lab);
          if (ended.signal === 'SIGKILL') deaths += 1;
        }
        const last = await life(orderOf(lab, folder, epoch), lab);
        if (last.code !== 0) throw new Error(`the last life ended with ${last.code}: ${last.errors}`);
        const truth = lab.truth().map((one) => ({ ...one, runs: one.runs.slice(before.get(one.instanceId) ?? 0) }));
        const sends = lab
          .calls()
          .slice(callsBefore)
          .filter((call) => call.operation === 'SendCommand');
        const taken = sends.filter((call) => call.status === 200).length;
        return { said: JSON.parse(last.said) as ChildSaid, truth, taken, deaths };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: async () => {
      clearInterval(ticking);
      await lab.close();
    },
  };
}

function orderOf({ url, roleName, externalId, regions, bucket }: Lab, directory: string, epoch: number): ChildOrder {
  return { door: { url, roleName, externalId, regions, bucket }, place: { directory }, epoch, factor, alone: true };
}

interface Life {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
  readonly errors: string;
}

function life(order: ChildOrder, lab: Lab): Promise<Life> {
  const environment = {
    PATH: process.env['PATH'],
    ...sdkEnvironment(lab.url, lab.centralCredentials, lab.bucket.region),
  };
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { env: environment });
  let [said, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  return new Promise((ended) => child.on('close', (code, signal) => ended({ code, signal, said, errors })));
}
