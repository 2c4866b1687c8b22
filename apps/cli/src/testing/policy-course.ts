// Courses of work over a lab under exactly the generated policies: what each asks for, and what a person is told where one right is missing.
import type { Aws, AwsSettings, Trial } from '@bongsu/aws';
import {
  bucketPolicies,
  openAws,
  permissionsCentral,
  permissionsInstance,
  permissionsMember,
  queuePolicies,
  rolePolicyOfBucket,
  trustMember,
} from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Clock, Gap } from '@bongsu/core';
import type { PlanOrder } from '@bongsu/flow';
import {
  collect,
  defaultLimits,
  eventsReceive,
  modeNamed,
  planCampaign,
  planStore,
  rejudge,
  runCampaign,
  scheduleTick,
  storePorts,
} from '@bongsu/flow';
import type { BucketSpec, Grants, Lab, QueueSpec, WorldSpec } from '@bongsu/lab';
import { driveTime, hybridNode, instance, memberRoles, startLab } from '@bongsu/lab';
import type { Store } from '@bongsu/store';
import { storeOpen } from '@bongsu/store';
import { pointSdkAt, realIds } from '../wire.ts';
import { labSettings } from './lab-settings.ts';
import { unsigned, untold } from './unsigned.ts';

export const [central, member, region] = ['100000000001', '200000000002', 'ap-northeast-2'];

/** One configuration that changes what is generated, and the courses that are run under it. */
export interface Configuration {
  readonly name: string;
  /** In place of the lab's usual settings. */
  readonly settings: (lab: Lab) => Partial<AwsSettings>;
  readonly delivery?: PlanOrder['delivery'];
  readonly buckets?: readonly BucketSpec[];
  readonly queues?: readonly QueueSpec[];
  /** False where the id of the organisation is not given. */
  readonly organization?: boolean;
  readonly courses: readonly CourseName[];
}

/** Everything that is generated for a configuration; resource policies by the bucket's name or the queue's ARN. */
export interface Policies {
  readonly central: Generated;
  readonly member: Generated;
  /** Of role delivery. */
  readonly instance?: Generated;
  readonly memberTrust: object;
  readonly buckets: Readonly<Record<string, Generated>>;
  readonly queues: Readonly<Record<string, Generated>>;
}

/** What is the same in all that is generated. */
export interface Generated {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Effect: 'Allow' | 'Deny';
    readonly Action: string | readonly string[];
    readonly Resource?: string | readonly string[];
  }[];
}

export function grantsOf({
  central: own,
  member: role,
  instance: host,
  memberTrust,
  buckets,
  queues,
}: Policies): Grants {
  const texts = (policies: Readonly<Record<string, object>>): Record<string, string> =>
    Object.fromEntries(Object.entries(policies).map(([name, policy]) => [name, JSON.stringify(policy)]));
  return {
    central: JSON.stringify(own),
    member: JSON.stringify(role),
    ...(host === undefined ? {} : { instance: JSON.stringify(host) }),
    memberTrust: JSON.stringify(memberTrust),
    ...{ buckets: texts(buckets), queues: texts(queues) },
  };
}

/** What came of a course. */
export interface Said {
  /** Every permission that a person is told is missing. */
  readonly missing: readonly string[];
  /** What there was of it, in a line that says everything that went well. */
  readonly came: string;
}

interface Stage {
  readonly lab: Lab;
  readonly clock: Clock;
  readonly delivery: PlanOrder['delivery'];
  readonly store: Store;
  readonly roleDelivery: boolean;
  /** New, so that no session is left of a course before. */
  readonly aws: Aws;
}

interface Course {
  /** Of several that ask for the same, the first of a kind is enough. */
  readonly kind: 'look' | 'work';
  /** With every right: what must be there before. */
  readonly before?: (stage: Stage, lacking: string | null) => Promise<void>;
  readonly run: (stage: Stage) => Promise<Said>;
}

const content = { checks: hostChecks.slice(0, 3), system };
const limits = { ...defaultLimits, deliverySeconds: 30, executionSeconds: 30, urlSeconds: 420 };
/** Limits stand in the document: other ones are another document. */
const limitsOf = (executionSeconds: number): typeof limits => ({ ...limits, executionSeconds });

const wordsOf = (text: string): string[] =>
  [...text.matchAll(/missing permission: ([\w:]+)/g)].map(([, one = '']) => one);
const gapsOf = (trials: readonly Trial[]): Gap[] => trials.flatMap((one) => one.gap ?? []);
const gapsSaid = (gaps: readonly Gap[]): string[] => gaps.flatMap((gap) => gap.missingPermission ?? []);

/** A whole campaign, from collecting to its end. */
function campaign({ aws, store, clock, delivery, lab }: Stage, order: Partial<PlanOrder> = {}) {
  const certificates = (): readonly string[] => [lab.identityCertificate];
  const ports = {
    ...{ ...aws, ...storePorts(store), ...untold, signing: unsigned, clock, ids: realIds, certificates },
    progress: (): void => {},
  };
  const planned = async (): Promise<string> => {
    const snapshot = await collect(ports);
    const plan = await planCampaign(
      { ...content, snapshot, exclusions: [], limits, certificates, ...(delivery ? { delivery } : {}), ...order },
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

async function whole(stage: Stage, order: Partial<PlanOrder> = {}): Promise<Said> {
  const { planned, ended } = campaign(stage, order);
  return ended(await planned());
}

/** The document of these limits is the one in force. */
async function documentOf({ aws, delivery }: Stage, of: typeof limits): Promise<void> {
  const text = modeNamed(delivery ?? 'presigned').document(aws.exchange.urlShape, of);
  const made = await aws.commands.document(region, text, [central, member]);
  if ('call' in made) throw new Error(`the document could not be made: ${made.code}`);
}

/** What is thrown to people is said to them. */
async function told(work: () => Promise<Said>): Promise<Said> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof Error) || !('gap' in fault)) throw fault;
    return { missing: wordsOf(fault.message), came: 'a fault' };
  }
}

/** By name; the order is that in which they are run. */
export const courses = {
  doctor: {
    kind: 'look',
    run: async ({ aws, roleDelivery }) => {
      const bucket = await aws.bucketChecks();
      const accounts = await aws.estate.accounts();
      const gaps = [...bucket.gaps, ...accounts.gaps, ...gapsOf(await aws.trials.central())];
      const binding = roleDelivery ? await aws.exchange.roleBinding() : null;
      if (binding !== null && 'call' in binding) gaps.push(binding);
      for (const { accountId } of accounts.items) {
        const regions = await aws.estate.regions(accountId);
        gaps.push(...regions.gaps);
        for (const one of regions.items) gaps.push(...gapsOf(await aws.trials.member({ accountId, region: one })));
      }
      return { missing: gapsSaid(gaps), came: `${bucket.items.length} of the bucket, ${gaps.length} gaps` };
    },
  },
  'first campaign': {
    kind: 'work',
    // In a world made anew there is no document.
    before: async ({ lab }, lacking) => {
      if (lacking === null || lacking === 'ssm:CreateDocument')
        await fetch(`${lab.url}/_lab/reset`, { method: 'POST', body: '{}' });
    },
    run: whole,
  },
  'lost send': {
    kind: 'work',
    run: async (stage) => {
      const lost = { service: 'ssm', operation: 'SendCommand', nth: 1, then: { drop: 'before' } } as const;
      stage.lab.faults.set([central, member].map((accountId) => ({ ...lost, accountId })));
      return whole(stage).finally(() => stage.lab.faults.set([]));
    },
  },
  'changed document': {
    kind: 'work',
    before: async (stage) => {
      await documentOf(stage, limitsOf(30 + fresh()));
    },
    run: (stage) => whole(stage, { limits: limitsOf(30 + fresh()) }),
  },
  'document again': {
    kind: 'work',
    before: async (stage) => {
      await documentOf(stage, limitsOf(29));
      await documentOf(stage, limits);
    },
    run: (stage) => whole(stage, { limits: limitsOf(29) }),
  },
  'by schedule': {
    kind: 'work',
    run: async (stage) => {
      const { ports, planned, ended } = campaign(stage);
      const schedules = [{ name: `often ${fresh()}`, cron: '* * * * *', timeZone: 'Asia/Seoul', blackouts: [] }];
      const tick = () => scheduleTick(schedules, { ...ports, schedules: stage.store, start: planned });
      // The first look only notes the schedule.
      await tick();
      await stage.clock.sleep(90_000);
      const [started] = (await tick()).filter((one) => one.outcome === 'started');
      if (!started?.campaignId) throw new Error('nothing was started');
      return ended(started.campaignId);
    },
  },
  'judged again': {
    kind: 'work',
    run: async (stage) => {
      const { ports, planned, ended } = campaign(stage);
      const campaignId = await planned();
      const said = await ended(campaignId);
      const done = await stage.store.campaignGet(campaignId);
      if (done === null) throw new Error('the campaign is gone');
      const again = await told(async () => {
        const { hosts, lost } = await rejudge(done, content, ports);
        return {
          missing: lost.flatMap((one) => wordsOf(one.fault)),
          came: `${hosts} judged again, ${lost.length} lost`,
        };
      });
      return { missing: [...said.missing, ...again.missing], came: `${said.came}; ${again.came}` };
    },
  },
  events: {
    kind: 'work',
    before: async ({ lab, clock }) => {
      const made = instance(member, `new-${fresh()}`, 'amazon-linux-2023-tidy', { simulated: 'well' });
      lab.launch(member, region, made);
      await clock.sleep(60_000);
    },
    run: async ({ aws, store, clock }) => {
      if (aws.queue === null) throw new Error('there is no queue');
      const { gap, kept } = await eventsReceive({ queue: aws.queue, events: store, clock }, { minHours: 1 }, 0);
      const came = `${kept > 0 ? 'some' : 'none'} kept, ${gap?.code ?? 'removed'}`;
      return { missing: gapsSaid(gap === null ? [] : [gap]), came };
    },
  },
} as const satisfies Readonly<Record<string, Course>>;
export type CourseName = keyof typeof courses;

let drawn = 0;
/** Another number each time. */
function fresh(): number {
  drawn += 1;
  return drawn;
}

export interface Grounds {
  readonly policies: Policies;
  readonly lab: Lab;
  /** What a course asked for when it had every right that was generated: an action and a resource, by holder. */
  run(name: CourseName): Promise<{ readonly said: Said; readonly asked: ReturnType<Lab['asked']> }>;
  /** The same under other policies, where one action is lacking. */
  runUnder(name: CourseName, grants: Grants, lacking: string): ReturnType<Grounds['run']>;
  close(): Promise<void>;
}

/** In each account one that gives a result, one of which only its command can tell, and one outside of AWS. */
const hosts = (accountId: string) => ({
  [region]: [
    instance(accountId, 'well', 'amazon-linux-2023-tidy', { simulated: 'well' }),
    instance(accountId, 'broken', 'amazon-linux-2023-tidy', { simulated: 'step-fails' }),
    hybridNode(accountId, 'idc', 'amazon-linux-2023-tidy', { simulated: 'well' }),
  ],
});

/** A lab for one configuration, with everything that is generated for it. */
export async function groundsFor(configuration: Configuration): Promise<Grounds> {
  const { delivery, buckets = [], queues = [] } = configuration;
  const world: WorldSpec = {
    name: 'policies',
    centralAccountId: central,
    regions: [region],
    bucket: { name: `bongsu-exchange-${central}`, region },
    ...{ buckets, queues },
    accounts: [
      { accountId: central, name: 'security', roles: {}, regions: hosts(central) },
      { accountId: member, name: 'shop', roles: memberRoles(central), regions: hosts(member) },
    ],
  };
  const lab = await startLab({
    ...{ world, virtualFrom: new Date('2031-05-01T00:00:00Z') },
    settings: { simulation: { scriptSeconds: { min: 2, max: 5 }, fetchScript: false }, registrationSeconds: 5 },
  });
  const time = driveTime(lab);
  const { clock } = time;
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const settings: AwsSettings = { ...labSettings(lab), ...configuration.settings(lab) };
  const { identity, vault } = await openAws(settings, clock);
  const store = await storeOpen({ directory: 'memory', ...(vault === null ? {} : { vault }) });
  const who = await identity();
  const organizationId = configuration.organization === false ? undefined : lab.organizationId;
  const role = settings.roleDelivery === true && organizationId !== undefined;
  const resources = bucketPolicies(settings, who, organizationId);
  const { name } = settings.bucket;
  const bound = role ? rolePolicyOfBucket(settings, who, { organizationId }).Statement : [];
  const policies: Policies = {
    ...(role ? { instance: permissionsInstance(settings, who) } : {}),
    central: permissionsCentral(settings, who, organizationId),
    member: permissionsMember(settings, who),
    memberTrust: trustMember(settings, who.arn, organizationId),
    // As `doctor --policies` puts them together.
    buckets: {
      ...resources,
      [name]: { Version: '2012-10-17', Statement: [...(resources[name]?.Statement ?? []), ...bound] },
    },
    queues: queuePolicies(settings, who, organizationId),
  };
  const runUnder: Grounds['runUnder'] = async (name, grants, lacking) => {
    const course: Course = courses[name];
    const stage = async (): Promise<Stage> => ({
      lab,
      clock,
      delivery,
      store,
      roleDelivery: role,
      aws: await openAws(settings, clock),
    });
    // What is needed before is done with every right, under the resources' own policies.
    lab.grant({ ...grantsOf(policies) });
    await course.before?.(await stage(), lacking === '' ? null : lacking);
    lab.grant(grants);
    const said = await course.run(await stage());
    return { said, asked: lab.asked() };
  };
  return {
    ...{ policies, lab, runUnder },
    run: (name) => runUnder(name, grantsOf(policies), ''),
    close: async () => {
      time.stop();
      await lab.close();
      await store.close();
    },
  };
}
