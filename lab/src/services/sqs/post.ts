// The world's queues, and the post that AWS's own services put into them, where the queue's policy lets them.
import { chance } from '../../fault/prng.ts';
import type { QueueSpec } from '../../world/queue-spec.ts';
import type { Estate } from '../estate.ts';
import type { Queue } from './queue.ts';
import { createQueue } from './queue.ts';
import { policyFor, senderAllowed } from './queue-policy.ts';
import { type Policy, policyRead } from '../policy/statement.ts';

export interface PlacedQueue {
  readonly spec: QueueSpec;
  readonly accountId: string;
  readonly arn: string;
  readonly policy: string;
  /** The policy, read. */
  readonly rules: Policy;
  readonly createdAt: number;
  readonly queue: Queue;
}

export interface PostSettings {
  /** Seconds from something that happens to its message; 1 where absent. */
  readonly eventSeconds: number;
  /** Share of messages that come twice, drawn from the seed; standard queues promise only "at least once". */
  readonly duplicates: number;
  /** Share of what S3 and EventBridge tell that never arrives, drawn from the seed. */
  readonly losses: number;
  /** A message is up to so many seconds more on its way, drawn from the seed: they overtake each other. */
  readonly spreadSeconds: number;
  readonly seed: number;
}

export interface Post {
  readonly queues: readonly PlacedQueue[];
  find(accountId: string, region: string, name: string): PlacedQueue | undefined;
  /** Tells the queues that wait for objects below some prefix, each in the words of who sends to it. */
  object(key: string, words: { readonly s3: () => unknown; readonly eventBridge: () => unknown }): void;
  /** Tells the queues that wait for what happens to hosts. */
  hostEvent(body: unknown): void;
  isClosed(): boolean;
  /** Ends all polls. */
  close(): void;
}

/** The EventBridge rules of the central account that forward what happens to hosts, and to objects. */
const [hostRule, objectRule] = ['bongsu-hosts', 'bongsu-results'];

/** `granted`: the policy that a queue was given in place of its own. All queues of the world, empty but for the test message that S3 sends to a queue of its own. */
export function createPost(estate: Estate, settings: PostSettings, granted: (arn: string) => Policy | undefined): Post {
  const { world, clock, seeded } = estate;
  const central = world.centralAccountId;
  const bucketArn = `arn:aws:s3:::${world.bucket.name}`;
  let [drawn, told, closed] = [0, 0, false];
  const twice = (): boolean => {
    drawn += 1;
    return settings.duplicates > 0 && chance(settings.seed, 7, drawn) < settings.duplicates;
  };

  const ruleOf = ({ receives }: QueueSpec): string | null => {
    if (receives === 'host-events') return hostRule;
    return receives?.through === 'EventBridge' ? objectRule : null;
  };
  const senderOf = (spec: QueueSpec) => {
    const rule = ruleOf(spec);
    return rule === null
      ? { service: 's3.amazonaws.com', sourceArn: bucketArn }
      : { service: 'events.amazonaws.com', sourceArn: `arn:aws:events:${spec.region}:${central}:rule/${rule}` };
  };

  const queues = (world.queues ?? []).map((spec): PlacedQueue => {
    const accountId = spec.accountId ?? central;
    const arn = `arn:aws:sqs:${spec.region}:${accountId}:${spec.name}`;
    const { service, sourceArn } = senderOf(spec);
    const policy = spec.policy ?? policyFor(service, sourceArn, arn);
    return {
      ...{ spec, accountId, arn, policy, createdAt: clock.now() },
      rules: policyRead(policy, 'resource'),
      queue: createQueue(arn, clock, seeded, twice),
    };
  });

  const deliver = ({ spec, arn, rules, queue }: PlacedQueue, body: unknown): void => {
    const sender = { ...senderOf(spec), sourceAccount: central };
    // Neither service says anything to anybody where a queue does not let it in.
    if (!senderAllowed(granted(arn) ?? rules, arn, sender)) return;
    told += 1;
    if (settings.losses > 0 && chance(settings.seed, 8, told) < settings.losses) return;
    const seconds = settings.eventSeconds + settings.spreadSeconds * chance(settings.seed, 9, told);
    queue.send(JSON.stringify(body), `AIDA${seeded.upper(sender.service, 17)}`, Math.round(seconds * 1000));
  };

  for (const placed of queues) {
    if (typeof placed.spec.receives !== 'object' || ruleOf(placed.spec) !== null) continue;
    // Sent when a notification is set up (S3 user guide, "Notification content structure").
    const Time = new Date(clock.now()).toISOString();
    deliver(placed, { Service: 'Amazon S3', Event: 's3:TestEvent', Time, Bucket: world.bucket.name });
  }

  return {
    queues,
    find: (accountId, region, name) =>
      queues.find((one) => one.accountId === accountId && one.spec.region === region && one.spec.name === name),
    object: (key, { s3, eventBridge }) => {
      for (const placed of queues) {
        const { receives } = placed.spec;
        if (typeof receives !== 'object' || !key.startsWith(receives.objectsBelow)) continue;
        deliver(placed, receives.through === 'EventBridge' ? eventBridge() : s3());
      }
    },
    hostEvent: (body) => {
      for (const placed of queues) if (placed.spec.receives === 'host-events') deliver(placed, body);
    },
    isClosed: () => closed,
    close: () => {
      closed = true;
      for (const { queue } of queues) queue.close();
    },
  };
}
