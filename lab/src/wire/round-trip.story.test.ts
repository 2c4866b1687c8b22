// Every operation of every client the project uses, there and back: real SDK clients, real signatures, our codec.
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiModel, loadApiModel, type OperationModel } from '../endpoint/api-model.ts';
import { loadClientPackage } from '../endpoint/client-packages.ts';
import { createLabClock } from '../endpoint/clock.ts';
import type { Handlers, LabApi, Shape } from '../endpoint/contract.ts';
import { createEndpoint, type ListeningEndpoint } from '../endpoint/server.ts';
import { comparable, createSampler } from './sample.ts';
import { membersOf, type Schema, type Value } from './schema.ts';

const SERVICES = ['sts', 'organizations', 'ec2', 'ssm', 's3', 'sqs', 'kms'] as const;
type ClientName = (typeof SERVICES)[number];

/** Each client in its own protocol, and one that also goes by CBOR, which other SDKs prefer where a service has it. */
const TRIPS: readonly { readonly service: ClientName; readonly by: string; readonly protocol?: unknown }[] = [
  ...SERVICES.map((service) => ({ service, by: 'its own protocol' })),
  { service: 'ssm', by: 'rpc-v2 CBOR', protocol: SmithyRpcV2CborProtocol },
];

/** Operations that cannot make the trip, and why; everything else must. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'sts.AssumeRoleWithSAML': 'sent unsigned by design; refused, because the lab plays no federation',
  'sts.AssumeRoleWithWebIdentity': 'sent unsigned by design; refused, because the lab plays no federation',
  's3.SelectObjectContent': 'answers with an event stream',
  's3.ListDirectoryBuckets': 'signed for s3express, a service of its own',
  's3.WriteGetObjectResponse': 'goes to a host of Object Lambda, not to the service',
};

/** Members of S3 the SDK itself makes, moves or checks on the way: neither sent nor compared. */
const S3_OMITTED = {
  input: /Checksum|ContentMD5|SSECustomer|ContentLength/,
  output: /^(?:ContentLength|Expires.*|Checksum.*)$/,
};

const identity = {
  accessKeyId: 'AKIDROUNDTRIP',
  secretAccessKey: 's3cr/et+x',
  accountId: '111111111111',
  arn: 'arn:aws:iam::111111111111:user/round-trip',
};

let endpoint: ListeningEndpoint;
const models = new Map<ClientName, ApiModel>();
let received: Shape | undefined;
let returned: Shape = {};

beforeAll(async () => {
  const apis: LabApi[] = [];
  for (const name of SERVICES) {
    const sdkPackage = `@aws-sdk/client-${name}` as const;
    const model = await loadApiModel(sdkPackage);
    models.set(name, model);
    const echo = (input: Shape): Shape => {
      received = input;
      return returned;
    };
    const handlers: Handlers = Object.fromEntries([...model.operations.keys()].map((operation) => [operation, echo]));
    apis.push({ name, sdkPackage, handlers });
  }
  endpoint = await createEndpoint({
    clock: createLabClock(),
    identityOf: (accessKeyId) => (accessKeyId === identity.accessKeyId ? identity : undefined),
    faults: { decide: () => [] },
    services: apis,
    onCall: () => undefined,
  }).listen(0);
});

afterAll(() => endpoint.close());

const kept = (value: Shape, service: ClientName, side: 'input' | 'output'): Shape =>
  service === 's3' ? Object.fromEntries(Object.entries(value).filter(([name]) => !S3_OMITTED[side].test(name))) : value;

const sampled = (schema: Schema, seed: number): Shape =>
  schema.isStructSchema() ? createSampler(seed).value(schema) : {};

function inputFor(service: ClientName, operation: OperationModel, seed: number): Shape {
  const input = kept(sampled(operation.input, seed), service, 'input');
  if (input.Bucket !== undefined) input.Bucket = 'bucket-1';
  return input;
}

async function readStreams(output: Shape): Promise<Shape> {
  const { $metadata: _, ...members } = output;
  const read = Object.entries(members).map(async ([name, value]) => {
    const isStream = typeof value?.transformToByteArray === 'function';
    return [name, isStream ? await value.transformToByteArray() : value] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** The SDK fills absent idempotency tokens; nothing else may appear that was not sent. */
function withoutFilledTokens(decoded: Shape, sent: Shape, schema: Schema): Shape {
  const filled = membersOf(schema).filter(([name, member]) => member.isIdempotencyToken() && sent[name] === undefined);
  return Object.fromEntries(Object.entries(decoded).filter(([name]) => !filled.some(([token]) => token === name)));
}

async function clientOf(
  service: ClientName,
  protocol: unknown,
): Promise<{ send(command: Value): Promise<Shape>; commands: Value }> {
  const commands: Value = await loadClientPackage(`@aws-sdk/client-${service}`);
  const Client = Object.entries(commands).find(([name]) => /^[A-Z]\w*Client$/.test(name))?.[1] as Value;
  const client = new Client({
    region: 'us-east-1',
    endpoint: endpoint.url,
    credentials: { accessKeyId: identity.accessKeyId, secretAccessKey: identity.secretAccessKey },
    forcePathStyle: true,
    disableHostPrefix: true,
    maxAttempts: 1,
    // The client of SQS compares the sums of bodies; those of samples are made up.
    md5: false,
    ...(protocol === undefined ? {} : { protocol }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { send: (command) => client.send(command), commands };
}

describe.each(TRIPS)('$service by $by', ({ service, protocol }) => {
  test.each([1, 2])('every operation round-trips, seed %i', async (seed) => {
    const model = models.get(service);
    if (model === undefined) throw new Error(`${service} was not loaded`);
    const { send, commands } = await clientOf(service, protocol);
    const failures: Record<string, unknown> = {};
    let done = 0;
    for (const operation of model.operations.values()) {
      const Command = commands[`${operation.name}Command`];
      if (Command === undefined || EXCEPTIONS[`${service}.${operation.name}`] !== undefined) continue;
      const input = inputFor(service, operation, seed);
      returned = kept(sampled(operation.output, seed + 100), service, 'output');
      received = undefined;
      done += 1;
      try {
        const output = await readStreams(await send(new Command(structuredClone(input))));
        const decoded = kept(withoutFilledTokens(received ?? {}, input, operation.input), service, 'input');
        expect(comparable(decoded)).toEqual(comparable(input));
        expect(comparable(kept(output, service, 'output'))).toEqual(comparable(returned));
      } catch (error) {
        const { message, actual, expected } = error as Error & { actual?: unknown; expected?: unknown };
        failures[operation.name] = { message, actual, expected };
      }
    }
    expect(failures).toEqual({});
    expect(done).toBeGreaterThan({ sts: 7, organizations: 50, ec2: 700, ssm: 130, s3: 95, sqs: 20, kms: 50 }[service]);
  });
});

test('every exception names an operation that exists', () => {
  const known = SERVICES.flatMap((name) =>
    [...(models.get(name)?.operations.keys() ?? [])].map((op) => `${name}.${op}`),
  );
  expect(known).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS)));
});
