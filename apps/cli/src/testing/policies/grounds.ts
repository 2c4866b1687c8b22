// A lab under exactly the policies that are generated for a configuration, and what a course of work comes to under them or fewer.
import type { AwsSettings, PolicySet } from '@bongsu/aws';
import { openAws, policySet } from '@bongsu/aws';
import type { PlanOrder } from '@bongsu/flow';
import type { BucketSpec, Grants, KeySpec, Lab, QueueSpec, WorldSpec } from '@bongsu/lab';
import { driveTime, hybridNode, instance, memberRoles, startLab, timeHeld } from '@bongsu/lab';
import { storeOpen } from '@bongsu/store';
import { pointSdkAt } from '../../wire.ts';
import { labSettings } from '../lab-settings.ts';
import { courses, type CourseName } from './courses.ts';
import { grantsOf } from './grants.ts';
import { anew, central, type Course, member, region, type Said, type Stage } from './stage.ts';

/** One configuration that changes what is generated, and the courses that are run under it. */
export interface Configuration {
  readonly name: string;
  /** In place of the lab's usual settings. */
  readonly settings: (lab: Lab) => Partial<AwsSettings>;
  readonly delivery?: PlanOrder['delivery'];
  readonly buckets?: readonly BucketSpec[];
  readonly queues?: readonly QueueSpec[];
  readonly keys?: readonly KeySpec[];
  /** False where the id of the organisation is not given. */
  readonly organization?: boolean;
  readonly courses: readonly CourseName[];
}

export interface Grounds {
  readonly policies: PolicySet;
  readonly lab: Lab;
  /** What a course asked for when it had every right that was generated: an action and a resource, by holder. */
  run(name: CourseName): Promise<Done>;
  /** The same under other policies, where one action is lacking. */
  runUnder(name: CourseName, policies: PolicySet, lacking: string | null): Promise<Done>;
  close(): Promise<void>;
}

export interface Done {
  readonly said: Said;
  readonly asked: ReturnType<Lab['asked']>;
  /** Milliseconds of the lab's time. */
  readonly lasted: number;
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
  const { delivery, buckets = [], queues = [], keys = [] } = configuration;
  const world: WorldSpec = {
    name: 'policies',
    centralAccountId: central,
    regions: [region],
    bucket: { name: `bongsu-exchange-${central}`, region },
    ...{ buckets, queues, keys },
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
  const { retentionDays } = settings.evidence ?? {};
  const store = await storeOpen({
    directory: 'memory',
    ...(vault === null ? {} : { vault }),
    ...(retentionDays === undefined ? {} : { retentionDays }),
  });
  // A busy machine would else let time run on while the database works.
  const kept = timeHeld(store, time);
  const organizationId = configuration.organization === false ? undefined : lab.organizationId;
  const policies = policySet(settings, await identity(), { organizationId, accountIds: [central, member] });
  const runUnder: Grounds['runUnder'] = async (name, less, lacking) => {
    const course: Course = courses[name];
    const stage = async (): Promise<Stage> => {
      const aws = await openAws(settings, clock);
      return { lab, clock, delivery, settings, store: kept, aws: { ...aws, exchange: timeHeld(aws.exchange, time) } };
    };
    // What is needed before is done with every right, under the resources' own policies.
    lab.grant(grantsOf(policies));
    // It is made where there is none.
    if (lacking === 'ssm:CreateDocument') await anew(await stage());
    await course.before?.(await stage());
    const grants: Grants = grantsOf(less);
    lab.grant(course.as === undefined ? grants : { ...grants, central: JSON.stringify(less[course.as]) });
    const began = lab.clock.now();
    const said = await course.run(await stage());
    return { said, asked: lab.asked(), lasted: lab.clock.now() - began };
  };
  return {
    ...{ policies, lab, runUnder },
    run: (name) => runUnder(name, policies, null),
    close: async () => {
      time.stop();
      await lab.close();
      await store.close();
    },
  };
}
