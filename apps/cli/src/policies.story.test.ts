// Each right of each generated policy is one that some course of work stops without, and the one that is then named.
import { describe, expect, it } from 'vitest';
import type { PolicySet } from '@bongsu/aws';
import { courses, type CourseName } from './testing/policies/courses.ts';
import { type Configuration, type Done, groundsFor } from './testing/policies/grounds.ts';
import { central, member, region } from './testing/policies/stage.ts';

const audit = 'audit-evidence';
const queue = { name: 'bongsu-hosts', region, receives: 'host-events' } as const;
const results = { name: 'bongsu-results', region, receives: { objectsBelow: 'v1/' } } as const;
const key = { name: 'records', region } as const;

/** Every configuration that changes what is generated. */
const configurations: readonly Configuration[] = [
  {
    name: 'presigned delivery, all accounts of the organisation, all Regions',
    settings: () => ({ regions: 'enabled' }),
    courses: ['doctor', 'first campaign', 'lost send', 'changed document', 'document again'],
  },
  {
    name: 'batch delivery, named Regions',
    settings: () => ({ regions: [region] }),
    delivery: 'batch',
    courses: ['doctor', 'first campaign', 'lost send', 'changed document', 'document again'],
  },
  {
    name: 'delivery by the instances’ own role',
    settings: () => ({ regions: 'enabled', roleDelivery: true }),
    delivery: 'role',
    courses: ['doctor', 'first campaign'],
  },
  {
    name: 'a list of accounts, without an organisation',
    settings: () => ({ regions: 'enabled', accounts: { kind: 'list', accountIds: [central, member] } }),
    organization: false,
    courses: ['doctor', 'first campaign'],
  },
  {
    name: 'members alone, by a schedule',
    settings: () => ({ regions: 'enabled', accounts: { kind: 'organization', exclude: [central] } }),
    courses: ['by schedule'],
  },
  {
    name: 'evidence under Object Lock with a key of its own',
    settings: () => ({
      regions: 'enabled',
      evidence: {
        ...{ bucket: { name: audit, region }, prefix: 'evidence/', retentionDays: 30 },
        kmsKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    }),
    buckets: [{ name: audit, region, objectLock: true }],
    courses: ['doctor', 'judged again', 'evidence removed'],
  },
  {
    name: 'evidence in another account, with a key by its alias',
    settings: () => ({
      regions: 'enabled',
      evidence: {
        ...{ bucket: { name: audit, region, accountId: member }, prefix: 'evidence/', retentionDays: 30 },
        ...{ kmsKeyId: 'alias/audit', retentionMode: 'COMPLIANCE' },
      },
    }),
    buckets: [{ name: audit, region, accountId: member, objectLock: true }],
    courses: ['doctor', 'judged again'],
  },
  {
    name: 'events',
    settings: (lab) => ({ regions: 'enabled', queueUrl: lab.queueUrl(queue.name) }),
    queues: [queue],
    courses: ['doctor', 'events'],
  },
  {
    name: 'events in a queue of another account',
    settings: (lab) => ({ regions: 'enabled', queueUrl: lab.queueUrl(queue.name) }),
    queues: [{ ...queue, accountId: member }],
    courses: ['doctor', 'events'],
  },
  {
    name: 'results through a queue',
    settings: (lab) => ({ regions: 'enabled', resultQueueUrl: lab.queueUrl(results.name) }),
    queues: [results],
    courses: ['doctor', 'results told'],
  },
  {
    name: 'results of hosts’ own role through a queue of another account',
    settings: (lab) => ({ regions: 'enabled', roleDelivery: true, resultQueueUrl: lab.queueUrl(results.name) }),
    delivery: 'role',
    queues: [{ ...results, accountId: member, receives: { objectsBelow: 'role/' } }],
    courses: ['doctor', 'results told'],
  },
  {
    name: 'run records signed by a key of KMS',
    settings: (lab) => ({ regions: 'enabled', signingKeyArn: lab.keyArn(key.name) }),
    keys: [key],
    courses: ['doctor', 'signed record'],
  },
  {
    name: 'recurring checks by State Manager, named Regions',
    settings: () => ({ regions: [region], roleDelivery: true, associations: true }),
    delivery: 'role',
    courses: [
      ...(['doctor', 'first campaign', 'changed document'] as const),
      ...(['recurring', 'recurring document changed', 'recurring mended', 'recurring no more'] as const),
    ],
  },
];

/** Rights whose lack nobody is told of by name, and why that is so. Of what hosts may not do, a campaign shows what comes of it. */
const silent: Readonly<Record<string, string>> = {
  'central s3:GetObjectRetention':
    'S3 leaves the retention out of its answer and refuses nothing; evidence is then not taken to be kept (NotRetained)',
  'buckets s3:GetObjectRetention': 'the same',
  'instance s3:PutObject': 'only the host meets it: its step `put` fails, and the target with it',
  'buckets s3:PutObject of role/*': 'the same',
  'instance s3:GetObject': 'only the host meets it: its step `script` fails, and the target with it',
  'buckets s3:GetObject of v1/a-*': 'the same',
  'queues sqs:SendMessage':
    'EventBridge and S3 tell nobody that a queue keeps them out: a metric of EventBridge does (FailedInvocations; docs/walk-through.md, what to alarm on), and results are then listed',
};

type Holder = Exclude<keyof PolicySet, 'memberTrust' | 'bucketNotification' | 'attach'>;
/** What is the same in all that is generated. */
interface Generated {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Effect: 'Allow' | 'Deny';
    readonly Action: string | readonly string[];
    readonly Resource?: string | readonly string[];
  }[];
}

/** A right where it stands. */
interface Right {
  readonly holder: Holder;
  /** Of a bucket's or queue's policy, whose. */
  readonly of: string;
  readonly index: number;
  readonly action: string;
  readonly resources: readonly string[];
}

function rightsOf(policies: PolicySet): Right[] {
  const of = (holder: Holder, name: string, { Statement }: Generated): Right[] =>
    Statement.flatMap((statement, index) =>
      statement.Effect === 'Deny'
        ? []
        : [statement.Action].flat().map((action) => ({
            ...{ holder, of: name, index, action },
            resources: [statement.Resource ?? []].flat(),
          })),
    );
  return [
    ...(['central', 'member', 'instance', 'evidenceRemoval'] as const).flatMap((holder) => {
      const policy = policies[holder];
      return policy === undefined ? [] : of(holder, '', policy);
    }),
    ...(['buckets', 'queues'] as const).flatMap((holder) =>
      Object.entries(policies[holder]).flatMap(([name, policy]) => of(holder, name, policy)),
    ),
  ];
}

const excused = ({ holder, action, resources }: Right): boolean => {
  const [room] = ['role/*', 'v1/a-*'].filter((one) => resources.every((arn) => arn.includes(`/${one}/`)));
  const of = holder === 'buckets' && room !== undefined ? ` of ${room}` : '';
  return Object.hasOwn(silent, `${holder} ${action}${of}`);
};

/** The same policies less one right. */
function without(policies: PolicySet, { holder, of, index, action }: Right): PolicySet {
  const cut = <T extends Generated>(policy: T): T => ({
    ...policy,
    Statement: policy.Statement.map((one, at) =>
      at === index ? { ...one, Action: [one.Action].flat().filter((other) => other !== action) } : one,
    ).filter((one) => one.Action.length > 0),
  });
  if (holder === 'buckets' || holder === 'queues') {
    const changed = Object.entries(policies[holder]).map(([name, policy]) => [
      name,
      name === of ? cut(policy) : policy,
    ]);
    return { ...policies, [holder]: Object.fromEntries(changed) as PolicySet['buckets'] };
  }
  const own = policies[holder];
  return own === undefined ? policies : { ...policies, [holder]: cut(own) };
}

const matches = (pattern: string, arn: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(arn);

/** What was asked for of a right: by whom it is held, or by the central principal where it is a resource's. */
const neededOf = ({ holder, action, resources }: Right, asked: Done['asked']): string[] => {
  const { needs } = asked[holder === 'member' ? 'member' : 'central'];
  const on = needs.filter((one) => one.startsWith(`${action} `)).map((one) => one.slice(action.length + 1));
  return resources.filter((pattern) => on.some((arn) => matches(pattern, arn)));
};

const refusedOf = ({ asked }: Pick<Done, 'asked'>): string[] => [
  ...new Set([...asked.central.refused, ...asked.member.refused]),
];
/** Doctor asks for an object that is not there, and by the refusal to say so knows that it may read. */
const expected = (name: CourseName): string[] => (name === 'doctor' ? ['s3:ListBucket'] : []);

/** The life of the courses' URLs, how long a result that is there and cannot be taken is tried after it, and what a sweep may take. */
const waitMilliseconds = 900_000;

/** What is tried already, under whatever configuration: the same right on the same resources in a course of the same kind. */
const tried = new Set<string>();

describe.each(configurations)('$name', (configuration) => {
  it('allows its courses, holds nothing more, and names what it lacks', { timeout: 900_000 }, async () => {
    const grounds = await groundsFor(configuration);
    try {
      const { policies } = grounds;
      const rights = rightsOf(policies);
      const whole = new Map<CourseName, Done>();
      for (const name of configuration.courses) {
        const done = await grounds.run(name);
        expect([name, done.said.missing, refusedOf(done)]).toEqual([name, [], expected(name)]);
        whole.set(name, done);
      }
      for (const right of rights) {
        const { action, holder } = right;
        const key = JSON.stringify([holder, action, right.resources]);
        if (excused(right)) {
          const name = configuration.courses.find((one) => one === 'first campaign');
          // Simulated hosts fetch no script: association-hosts.story.test.ts has hosts that do.
          if (name === undefined || tried.has(key) || action === 's3:GetObject') continue;
          tried.add(key);
          const came = await grounds.runUnder(name, without(policies, right), action).then(
            ({ said }) => said.came,
            // No campaign is planned into a bucket that does not bind.
            (fault: Error) => fault.message,
          );
          expect([holder, action, name, came]).not.toEqual([holder, action, name, whole.get(name)?.said.came]);
          continue;
        }
        const using = configuration.courses.filter((name) => {
          const done = whole.get(name);
          return done !== undefined && neededOf(right, done.asked).length > 0;
        });
        const firsts = using.filter(
          (name, at) => using.findIndex((one) => courses[one].kind === courses[name].kind) === at,
        );
        for (const name of firsts) {
          const trial = `${courses[name].kind} ${key}`;
          if (tried.has(trial)) continue;
          tried.add(trial);
          const { said, asked, lasted } = await grounds.runUnder(name, without(policies, right), action);
          const refused = refusedOf({ asked }).filter((one) => one === action || !expected(name).includes(one));
          const named = [...new Set(said.missing)];
          expect({ right: [holder, action], name, refused, named }).toEqual({
            ...{ right: [holder, action], name, refused: [action], named: [action] },
          });
          // Nobody waits for what cannot come, and nothing passes in silence.
          expect([action, name, lasted < waitMilliseconds]).toEqual([action, name, true]);
          expect([action, name, said.came]).not.toEqual([action, name, whole.get(name)?.said.came]);
        }
        used.set(
          key,
          new Set([...(used.get(key) ?? []), ...[...whole.values()].flatMap((done) => neededOf(right, done.asked))]),
        );
        wanted.set(key, right);
      }
    } finally {
      await grounds.close();
    }
  });
});

/** By right: the resources of its statement that some course asked for, under whatever configuration. */
const used = new Map<string, Set<string>>();
const wanted = new Map<string, Right>();

it('holds no right, and no resource of a right, that no course asks for', () => {
  expect(wanted.size).toBeGreaterThan(30);
  for (const [key, { holder, action, resources }] of wanted)
    expect([holder, action, [...(used.get(key) ?? [])].sort()]).toEqual([holder, action, [...resources].sort()]);
});
