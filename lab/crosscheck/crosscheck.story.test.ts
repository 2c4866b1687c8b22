// The lab against botocore: another implementation sends and reads every operation of the same seven services.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiModel, loadApiModel } from '../src/endpoint/api-model.ts';
import { createLabClock } from '../src/endpoint/clock.ts';
import type { Call, Handlers, LabApi, Shape } from '../src/endpoint/contract.ts';
import { createEndpoint, type ListeningEndpoint } from '../src/endpoint/server.ts';
import { comparable, createSampler } from '../src/wire/sample.ts';
import { findProgram, runProgram } from './program.ts';

const SERVICES = ['sts', 'organizations', 'ec2', 'ssm', 's3', 'sqs', 'kms'] as const;
const SCRIPT = fileURLToPath(new URL('crosscheck.py', import.meta.url));

const python = await findProgram(
  ['.venv/bin/python', 'python3'],
  ['-c', 'import botocore'],
  process.env,
  'the check against botocore',
);

/** Where botocore and the SDK's schemas differ by design, and why; everything else must agree. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'sts.AssumeRoleWithSAML': 'sent unsigned by design; refused, because the lab plays no federation',
  'sts.AssumeRoleWithWebIdentity': 'sent unsigned by design; refused, because the lab plays no federation',
  's3.GetBucketLifecycle': 'deprecated; the same request as GetBucketLifecycleConfiguration',
  's3.GetBucketNotification': 'deprecated; the same request as GetBucketNotificationConfiguration',
  's3.PutBucketLifecycle': 'deprecated; the same request as PutBucketLifecycleConfiguration',
  's3.PutBucketNotification': 'deprecated; the same request as PutBucketNotificationConfiguration',
  's3.GetObjectAttributes': 'part number markers are numbers to botocore and text to the SDK',
  's3.ListParts': 'part number markers are numbers to botocore and text to the SDK',
  's3.ListDirectoryBuckets': 'signed for s3express, a service of its own',
  's3.WriteGetObjectResponse': 'signed for s3-object-lambda, a service of its own',
};

const identity = {
  accessKeyId: 'AKIACROSSCHECK',
  secretAccessKey: 's3cr/et+x=',
  accountId: '111111111111',
  arn: 'arn:aws:iam::111111111111:user/crosscheck',
};

let endpoint: ListeningEndpoint;
let last: Shape = {};

/** Answers every operation with generated output and remembers both sides. */
function echo(model: ApiModel, seed: number): Handlers {
  const handle = (input: Shape, call: Call): Shape => {
    const schema = model.operations.get(call.operation)?.output;
    const output: Shape = schema?.isStructSchema() ? createSampler(seed).value(schema) : {};
    last = { operation: call.operation, input: comparable(input), output: comparable(output) };
    return output;
  };
  // Form uploads have no schema, so no model lists them.
  return Object.fromEntries([...model.operations.keys(), 'PostObject'].map((name) => [name, handle]));
}

beforeAll(async () => {
  const services: LabApi[] = [];
  for (const name of SERVICES) {
    const sdkPackage = `@aws-sdk/client-${name}` as const;
    services.push({ name, sdkPackage, handlers: echo(await loadApiModel(sdkPackage), 11) });
  }
  endpoint = await createEndpoint({
    clock: createLabClock(),
    identityOf: (accessKeyId) => (accessKeyId === identity.accessKeyId ? identity : undefined),
    faults: { decide: () => [] },
    services,
    onCall: () => undefined,
    control: async () => ({ status: 200, body: last }),
  }).listen(0);
});
afterAll(() => endpoint.close());

interface Report {
  readonly services: Readonly<
    Record<string, { operations: number; inputs: number; outputs: number; absent: string[] }>
  >;
  readonly signed: number;
  readonly failures: readonly (readonly [operation: string, what: string, detail: unknown])[];
}

describe.skipIf(python === undefined)('botocore', () => {
  test('sends and reads every operation as the lab does', async () => {
    const { stdout, stderr } = await runProgram(python ?? '', [SCRIPT, endpoint.url, ...SERVICES], process.env);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as Report;
    const failed = new Set(report.failures.map(([operation]) => operation));
    expect(report.failures.filter(([operation]) => !(operation in EXCEPTIONS))).toEqual([]);
    // An exception that no longer fails has lost its reason.
    expect([...failed].sort()).toEqual(Object.keys(EXCEPTIONS).sort());
    expect(report.signed).toBe(5);
    for (const [name, least] of Object.entries({
      sts: 8,
      organizations: 55,
      ec2: 700,
      ssm: 140,
      s3: 95,
      sqs: 20,
      kms: 50,
    })) {
      const { operations = 0, inputs = 0, outputs = 0, absent = [] } = report.services[name] ?? {};
      expect([name, absent, Math.min(operations, inputs, outputs) >= least]).toEqual([name, [], true]);
    }
  });
});
