// What a course of work stands on, and what a person is told in it.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Aws, AwsSettings, PolicySet, Trial } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Clock, Estate, Gap, Signer } from '@bongsu/core';
import type { CampaignPorts, PlanOrder } from '@bongsu/flow';
import { collect, defaultLimits, modeNamed, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import type { Lab } from '@bongsu/lab';
import type { Store } from '@bongsu/store';
import { realIds } from '../../wire.ts';
import { resultsOf } from '../../wire-results.ts';
import { unsigned, untold } from '../unsigned.ts';

export const [central, member, region] = ['100000000001', '200000000002', 'ap-northeast-2'];

/** What came of a course. */
export interface Said {
  /** Every permission that a person is told is missing. */
  readonly missing: readonly string[];
  /** What there was of it, in a line that says everything that went well. */
  readonly came: string;
}

export interface Stage {
  readonly lab: Lab;
  readonly clock: Clock;
  readonly delivery: PlanOrder['delivery'];
  readonly store: Store;
  readonly settings: AwsSettings;
  /** New, so that no session is left of a course before. */
  readonly aws: Aws;
}

export interface Course {
  /** Of several that ask for the same, the first of a kind is enough. */
  readonly kind: 'look' | 'work';
  /** Whose policy the central principal then holds, in place of its own. */
  readonly as?: keyof PolicySet;
  /** With every right: what must be there before. */
  readonly before?: (stage: Stage) => Promise<void>;
  readonly run: (stage: Stage) => Promise<Said>;
}

export const content = { checks: hostChecks.slice(0, 3), system };
export const limits = { ...defaultLimits, deliverySeconds: 30, executionSeconds: 30, urlSeconds: 420 };
/** Limits stand in the document: other ones are another document. */
export const limitsOf = (executionSeconds: number): typeof limits => ({ ...limits, executionSeconds });

export const wordsOf = (text: string): string[] =>
  [...text.matchAll(/missing permission: ([\w:]+)/g)].map(([, one = '']) => one);
export const gapsOf = (trials: readonly Trial[]): Gap[] => trials.flatMap((one) => one.gap ?? []);
export const gapsSaid = (gaps: readonly Gap[]): string[] => gaps.flatMap((gap) => gap.missingPermission ?? []);

let drawn = 0;
/** Another number each time. */
export function fresh(): number {
  drawn += 1;
  return drawn;
}

/** A key of one's own, for records that no key of KMS signs: evidence of an unsigned one is not removed. */
const own = generateKeyPairSync('ed25519');
const ownSigner: Signer = {
  key: async () => ({
    ...{ algorithm: 'Ed25519', keyArn: null },
    publicKey: own.publicKey.export({ format: 'der', type: 'spki' }),
  }),
  sign: async (message) => sign(null, message, own.privateKey),
};

type StagePorts = CampaignPorts & { readonly estate: Estate; readonly schedules: Store };

export function portsOf({ aws, store, clock, lab }: Stage): StagePorts {
  const certificates = (): readonly string[] => [lab.identityCertificate];
  const held = { ...aws, ...storePorts(store), events: store, clock, certificates };
  return {
    ...{ ...held, ...resultsOf(aws.resultQueue, { ...held, contentOf: async () => content }, null), ...untold },
    signing: { ...unsigned, signer: aws.signer ?? ownSigner },
    ...{ schedules: store, ids: realIds, progress: (): void => {} },
  };
}

interface StageCampaign {
  readonly ports: StagePorts;
  planned(more?: Partial<PlanOrder>): Promise<string>;
  ended(campaignId: string): Promise<Said>;
}

/** A whole campaign, from collecting to its end. */
export function campaign(stage: Stage, order: Partial<PlanOrder> = {}): StageCampaign {
  const { store, delivery } = stage;
  const ports = portsOf(stage);
  const planned = async (more: Partial<PlanOrder> = {}): Promise<string> => {
    const snapshot = await collect(ports);
    const plan = await planCampaign(
      {
        ...{ ...content, snapshot, exclusions: [], limits, ...(delivery ? { delivery } : {}) },
        ...{ certificates: () => [stage.lab.identityCertificate], ...order, ...more },
      },
      ports,
    );
    await planStore(plan, store);
    return plan.campaign.campaignId;
  };
  const ended = async (campaignId: string): Promise<Said> => {
    const coverage = await runCampaign(campaignId, content, ports);
    const targets = await store.targetList(campaignId);
    // The plan's hold those of the snapshot.
    const gaps = (await store.campaignGet(campaignId))?.plan.gaps ?? [];
    const states = Object.entries(coverage.states).filter(([, count]) => count > 0);
    return {
      missing: [...gapsSaid(gaps), ...targets.flatMap((one) => wordsOf(one.detail))],
      came: `${JSON.stringify(Object.fromEntries(states))} of ${targets.length}, ${gaps.length} gaps`,
    };
  };
  return { ports, planned, ended };
}

export async function whole(stage: Stage, order: Partial<PlanOrder> = {}): Promise<Said> {
  const { planned, ended } = campaign(stage, order);
  return ended(await planned());
}

/** In a world made anew there is no document, and no association. */
export async function anew({ lab, store }: Stage): Promise<void> {
  await fetch(`${lab.url}/_lab/reset`, { method: 'POST', body: '{}' });
  for (const row of await store.associationList()) await store.associationRemove(row.schedule, row);
}

/** The document of these limits is the one in force. */
export async function documentOf({ aws, delivery }: Stage, of: typeof limits): Promise<void> {
  const text = modeNamed(delivery ?? 'presigned').document(aws.exchange.urlShape, of);
  const made = await aws.commands.document(region, text, [central, member]);
  if ('call' in made) throw new Error(`the document could not be made: ${made.code}`);
}

/** What is thrown to people is said to them. */
export async function told(work: () => Promise<Said>): Promise<Said> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof Error) || !('gap' in fault)) throw fault;
    return { missing: wordsOf(fault.message), came: 'a fault' };
  }
}
