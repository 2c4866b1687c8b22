// The configuration: one YAML file, its fields, their limits and defaults.
import type { JudgeSettings, ParameterValue, Ring } from '@bongsu/core';
import { profiles, strictSettings } from '@bongsu/core';
import { cronFault } from '@bongsu/engines';
import { defaultLimits, deliveryModes, retryStates } from '@bongsu/flow';
import { z } from 'zod';
import { certificateFits } from './certificate.ts';
import { httpUrl, notify } from './notify.ts';
import { parameterGiven } from './parameters.ts';
import { schedules } from './schedule.ts';

const accountId = z
  .string('an account id is text: quote it, so that a leading 0 stays')
  .regex(/^\d{12}$/, 'an account id has 12 digits');
const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a Region looks like ap-northeast-2');
const seconds = (min: number, max: number) => z.number().int().min(min).max(max);

const exclusion = z.strictObject({
  by: z.string().min(1, 'say who asked for the exclusion'),
  why: z.string().min(1, 'say why: an auditor will ask'),
  instanceIds: z
    .array(z.string().regex(/^m?i-[0-9a-f]{8,17}$/, 'an instance id looks like i-0123456789abcdef0'))
    .optional(),
  tag: z.strictObject({ key: z.string().min(1), value: z.string().optional() }).optional(),
});

/** Limits: SendCommand's TimeoutSeconds 30 to 2,592,000, a plugin's timeoutSeconds 5 to 172,800, SigV4 at most 7 days (AWS API references). */
const limits = z.strictObject({
  deliverySeconds: seconds(30, 172_800).default(defaultLimits.deliverySeconds),
  executionSeconds: seconds(5, 172_800).default(defaultLimits.executionSeconds),
  urlSeconds: seconds(60, 604_800).default(defaultLimits.urlSeconds),
  resultBytes: z.number().int().min(16_384).max(16_777_216).default(defaultLimits.resultBytes),
  concurrency: z.number().int().min(1).max(100).default(defaultLimits.concurrency),
});

const upTo = z.union(
  [
    z
      .number()
      .int()
      .min(1)
      .transform((count) => ({ count })),
    z
      .string()
      .regex(/^(?:100(?:\.0+)?|[1-9]?\d(?:\.\d+)?)%$/)
      .refine((share) => Number(share.slice(0, -1)) > 0)
      .transform((share) => ({ percent: Number(share.slice(0, -1)) })),
  ],
  'a number of hosts, or a share of them such as "10%"',
);
const stop = z.strictObject({
  count: z.number().int().min(0).nullable().default(null),
  percent: z.number().min(0).max(100).nullable().default(null),
});
/** States of which a new attempt may make something else. */
const retried = z.array(z.enum(retryStates)).default([]);

const pem = z.string().refine(certificateFits, 'a certificate of an RSA key of 2,048 bits or more, in PEM');

const queueUrl = z
  .string()
  .regex(/^https?:\/\/[^\s/"<>]+\/\d{12}\/[\w-]{1,80}$/, 'looks like https://sqs.REGION.amazonaws.com/ACCOUNT/NAME');

/** How a campaign goes through the fleet. */
const campaign = z
  .strictObject({
    rings: z
      .array(upTo)
      .min(1, 'at least one ring; "100%" for all at once')
      .default([{ percent: 100 }]),
    stop: stop.default({ count: null, percent: null }),
    delivery: z.enum(deliveryModes, `one of ${deliveryModes.join(', ')}`).default('presigned'),
    /** Besides those of AWS that are known: by Region, in PEM. */
    certificates: z.record(region, z.array(pem).min(1)).default({}),
    deadlineSeconds: seconds(60, 2_592_000).default(86_400),
    waitSeconds: seconds(0, 2_592_000).default(0),
    /** To which S3 tells of results; without it they are listed. */
    resultQueue: queueUrl.optional(),
    retry: z
      .strictObject({ states: retried, attempts: z.number().int().min(1).max(10).default(2) })
      .default({ states: [], attempts: 2 }),
  })
  .transform(({ rings, ...rest }) => ({ ...rest, rings: rings.map((one): Ring => ({ upTo: one, stop: rest.stop })) }));

const window = z
  .strictObject({
    name: z.string().min(1).max(100),
    tag: z.strictObject({ key: z.string().min(1), value: z.string().optional() }),
    cron: z.string(),
    timeZone: z.string().default('Asia/Seoul'),
    minutes: z.number().int().min(1).max(10_080),
  })
  .superRefine(({ cron, timeZone }, context) => {
    const fault = cronFault(cron, timeZone);
    if (fault) context.addIssue({ code: 'custom', message: fault.message, path: [fault.field] });
  });

const judging = z
  .strictObject({
    profile: z.enum(profiles, `one of ${profiles.join(', ')}`).default('strict'),
    parameters: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  })
  .transform(({ profile, parameters }, context): JudgeSettings => {
    const read: Record<string, Record<string, ParameterValue>> = {};
    for (const [unit, values] of Object.entries(parameters))
      for (const [name, given] of Object.entries(values)) {
        const seen = parameterGiven(unit, name, given);
        if (typeof seen === 'object' && 'fault' in seen)
          context.issues.push({ code: 'custom', message: seen.fault, input: given, path: ['parameters', unit, name] });
        else (read[unit] ??= {})[name] = seen;
      }
    return { profile, parameters: read };
  });

const weight = z.number().min(0).max(100);
/** 상 3, 중 2, 하 1: what two independent public tools use; the guide gives no formula. */
const score = z.strictObject({
  weights: z
    .strictObject({ high: weight.default(3), medium: weight.default(2), low: weight.default(1) })
    .default({ high: 3, medium: 2, low: 1 }),
  manual: z.enum(['left-out', 'not-good'], '"left-out" or "not-good"').default('left-out'),
});

/** A folder or a tar of the user's own items; of one with a script the hash is demanded where it is loaded. */
const pack = z.strictObject({
  path: z.string().min(1, 'name a folder with pack.yaml, or a tar of one'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the 64 small hex digits that "bongsu pack test" prints')
    .optional(),
});

/** Another database than the one in the store's folder. Its password is better in the environment than in a file. */
const database = z.union(
  [
    z.literal('none'),
    z.strictObject({
      environment: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable'),
    }),
    z.strictObject({
      url: z.string().regex(/^postgres(ql)?:\/\//, 'an address like postgresql://user@host:5432/database'),
    }),
  ],
  '"none", "environment: NAME" or "url: postgresql://user@host:5432/database"',
);

const bucketName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket name has 3 to 63 lower-case letters, digits, dots or hyphens');

const retentionDays = z.number().int().min(1).max(36_500);

/** Where evidence is kept: beside the store, or in a bucket that many machines reach and that can be locked. */
const evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), retentionDays: retentionDays.optional() }),
  z.strictObject({
    kind: z.literal('s3'),
    /** The name alone: in the exchange's Region, of the central account. */
    bucket: z
      .union([bucketName, z.strictObject({ name: bucketName, region, accountId: accountId.optional() })])
      .optional(),
    prefix: z
      .string()
      .regex(/^(?:[A-Za-z0-9!_.*'()-]+\/)*$/, 'a prefix ends in "/"')
      .max(200)
      .default('evidence/'),
    kmsKeyId: z
      .string()
      .regex(/^[\w:/-]{1,2048}$/, 'an id, ARN or alias of a key')
      .optional(),
    retentionDays: retentionDays.optional(),
    retentionMode: z.enum(['governance', 'compliance'], '"governance" or "compliance"').optional(),
  }),
]);

/** New and changed instances: the queue to which EventBridge sends, and which of an auto-scaling group are checked. */
const events = z.strictObject({
  queueUrl,
  groups: z
    .union([z.literal('all'), z.strictObject({ sample: z.number().int().min(1).max(1_000) })], '"all" or "sample: 1"')
    .default('all'),
  sinceDays: z.number().int().min(1).max(365).default(7),
  minHours: z.number().min(0).max(8_760).default(24),
  waitMinutes: z.number().int().min(1).max(1_440).default(15),
});

/** What signs run records: a key in a file, or one in KMS, named by its ARN so that the policy is limited to it. */
const signing = z
  .strictObject({
    keyFile: z.string().min(1).optional(),
    kmsKey: z
      .string()
      .regex(
        /^arn:aws[a-z-]*:kms:[a-z]{2}(-[a-z]+)+-\d:\d{12}:key\/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
        'the ARN of a key, such as arn:aws:kms:ap-northeast-2:111111111111:key/0123…; an alias will not do',
      )
      .optional(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'the 64 small hex digits that "bongsu record --public-key" prints')
      .optional(),
  })
  .refine(({ keyFile, kmsKey }) => keyFile === undefined || kmsKey === undefined, 'either keyFile or kmsKey');

const fields = z.strictObject({
  version: z.literal(1, 'this version reads configuration version 1'),
  accounts: z.union(
    [
      z.strictObject({ organization: z.literal(true), exclude: z.array(accountId).default([]) }),
      z.strictObject({ list: z.array(accountId).min(1, 'name at least one account') }),
    ],
    'either "organization: true" or "list: ["111111111111", …]", each id of 12 digits and in quotes',
  ),
  role: z.strictObject({
    name: z.string().regex(/^[\w+=,.@-]{1,64}$/, 'a role name has 1 to 64 letters, digits or +=,.@_-'),
    externalId: z.string().regex(/^[\w+=,.@:/-]{2,1224}$/, 'an external id has 2 or more letters, digits or +=,.@:/-_'),
  }),
  regions: z.union([z.literal('enabled'), z.array(region).min(1)], '"enabled" or a list of Regions').default('enabled'),
  central: z.strictObject({ region, profile: z.string().min(1).optional() }),
  bucket: z.strictObject({ name: bucketName, region }),
  limits: limits.default(limits.parse({})),
  campaign: campaign.default(campaign.parse({})),
  windows: z.array(window).max(50, 'at most fifty windows').default([]),
  exclusions: z.array(exclusion).default([]),
  judging: judging.default(strictSettings),
  score: score.default(score.parse({})),
  packs: z.array(pack).max(10, 'at most ten packs').default([]),
  notify: z
    .array(notify)
    .max(20)
    .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'each channel needs a name of its own')
    .default([]),
  schedules,
  events: events.optional(),
  /** Where people open results; the campaign's id is put at its end. */
  link: httpUrl.optional(),
  signing: signing.default({}),
  store: z.string().min(1).default('.bongsu'),
  database: database.optional(),
  evidence: evidence.default({ kind: 'folder' }),
});

export const configSchema = fields.refine(
  ({ events: told, campaign: { resultQueue } }) => told === undefined || told.queueUrl !== resultQueue,
  { message: 'instances and results need a queue each', path: ['campaign', 'resultQueue'] },
);

export type Config = z.infer<typeof configSchema>;
