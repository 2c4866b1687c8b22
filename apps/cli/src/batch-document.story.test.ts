// The steps of the batch document in real shells with the real curl: what they post by a signed form is proven, and stays within its limits.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Aws, openAws } from '@bongsu/aws';
import type { UploadForm } from '@bongsu/core';
import { batchDocument, provenUpload } from '@bongsu/engines';
import { fleetWorld, type Lab, startLab } from '@bongsu/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentRun, shells } from './testing/document-run.ts';
import { pointSdkAt, realClock } from './wire.ts';

const script = 'head -c "${SIZE:-5000}" /dev/zero | tr "\\0" x > "$1"; printf %s "$BONGSU_RUN" >> "$1"\n';
const [prefix, batch] = ['v1/c/results/200000000000/ap-northeast-2/b-0/', 'b-01234567890123456789'];
const world = fleetWorld(1, 1, { simulated: true });
const host = world.accounts.flatMap((one) => Object.values(one.regions).flat())[0]?.instanceId ?? '';

let lab: Lab;
let aws: Aws;
let metadata: Server;
let state: string;
let form: UploadForm;
let scriptUrl: string;
/** Requests to the metadata service, by method and path. */
let asked: string[] = [];
/** false: IMDSv2 refuses, as with `http-endpoint` off or a hop limit that is too low. */
let speaks = true;

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), 'bongsu-batch-'));
  lab = await startLab({ world });
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const { roleName, externalId, regions, bucket } = lab;
  const accounts = { kind: 'organization' } as const;
  aws = await openAws({ accounts, roleName, externalId, regions, bucket, centralRegion: bucket.region }, realClock);
  await aws.exchange.scriptPut('v1/c/script/s.sh', script);
  scriptUrl = await aws.exchange.scriptUrl('v1/c/script/s.sh', 600);
  form = await aws.exchange.resultForm(prefix, 20_000, 600);
  metadata = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    const token = request.headers['x-aws-ec2-metadata-token'];
    const wants = request.method === 'PUT' ? 'x-aws-ec2-metadata-token-ttl-seconds' : 'x-aws-ec2-metadata-token';
    if (!speaks || request.headers[wants] === undefined) return answer.writeHead(401).end();
    if (request.method === 'PUT') return answer.end('TOKEN==');
    return answer.writeHead(token === 'TOKEN==' ? 200 : 401).end(lab.instanceIdentity(host).rsa2048);
  });
  await new Promise<void>((listening) => metadata.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  metadata.close();
  await lab.close();
  rmSync(state, { recursive: true, force: true });
});

/** Runs the steps up to the first that fails, then the cleanup; gives exit codes by name. */
async function runSteps(shell: readonly string[], change: Readonly<Record<string, string>> = {}) {
  const parameters = {
    RunId: `${batch}-${Math.floor(performance.now() * 1000)}`,
    ScriptUrl: scriptUrl,
    ScriptSha256: createHash('sha256').update(script).digest('hex'),
    ...{ ResultUrl: form.url, ResultPrefix: prefix, ResultBytes: '10000', Policy: form.policy },
    ...{ Credential: form.credential, Date: form.date, Signature: form.signature, Token: form.token || 'none' },
  };
  const environment = {
    ...{ PATH: process.env['PATH'], SSM_COMMAND_ID: 'command', AWS_SSM_INSTANCE_ID: host, BONGSU_STATE: state },
    BONGSU_METADATA: `http://127.0.0.1:${(metadata.address() as AddressInfo).port}`,
    ...change,
  };
  const document = batchDocument(aws.exchange.urlShape, { executionSeconds: 60 });
  const { codes } = await documentRun(document, parameters, environment, shell);
  const runId = `${parameters.RunId}-${host}`;
  const seen = await aws.exchange.results(`${prefix}${runId}/`);
  return { codes, runId, keys: seen.items.map((one) => one.key) };
}

describe.each(shells)('in %s', (_, shell) => {
  it('posts one result that proves its host', async () => {
    asked = [];
    const { codes, runId, keys } = await runSteps(shell);
    expect(codes).toEqual({ download: 0, verify: 0, identity: 0, run: 0, upload: 0, cleanup: 0 });
    expect(keys).toEqual([expect.stringMatching(/\/[0-9a-f]{32}\.tar\.gz$/)]);
    expect(asked).toEqual(['PUT /latest/api/token', 'GET /latest/dynamic/instance-identity/rsa2048']);
    const expected = { accountId: '200000000000', region: 'ap-northeast-2', instanceId: host };
    const source = await aws.exchange.resultRead(keys[0] ?? '');
    const proven = await provenUpload(source, 20_000, expected, [lab.identityCertificate]);
    expect('archive' in proven ? proven.archive.toString() : proven.refused).toBe(`${'x'.repeat(5_000)}${runId}`);
    expect(readdirSync(state).filter((name) => !name.endsWith('.done'))).toEqual([]);
  });

  it('ends with 14 where the metadata service gives no identity, and posts nothing', async () => {
    speaks = false;
    const { codes, keys } = await runSteps(shell);
    speaks = true;
    expect([codes, keys]).toEqual([{ download: 0, verify: 0, identity: 14, cleanup: 0 }, []]);
  });

  it('ends with 13 where it is not told which instance it is', async () => {
    for (const AWS_SSM_INSTANCE_ID of ['', 'i-0/../x', 'i-0"\nurl="x'])
      expect((await runSteps(shell, { AWS_SSM_INSTANCE_ID })).codes).toMatchObject({ run: 13, cleanup: 0 });
  });

  it('ends with 23 where the result is larger than agreed', async () => {
    expect((await runSteps(shell, { SIZE: '10000' })).codes).toMatchObject({ run: 23, cleanup: 0 });
  });
});

describe('the form', () => {
  const post = async (change: Readonly<Record<string, string>>, bytes = 100): Promise<number> => {
    const body = new FormData();
    const fields = {
      key: `${prefix}x/${'0'.repeat(32)}.tar.gz`,
      ...{ 'x-amz-algorithm': 'AWS4-HMAC-SHA256', policy: form.policy, 'x-amz-credential': form.credential },
      ...{ 'x-amz-date': form.date, 'x-amz-signature': form.signature },
      ...change,
    };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([Buffer.alloc(bytes)]));
    return (await fetch(form.url, { method: 'POST', body })).status;
  };

  it.each([
    ['as it is', {}, 100, 204],
    ['for a key outside its prefix', { key: 'v1/c/script/s.sh' }, 100, 403],
    ['with a field that its policy does not name', { acl: 'public-read' }, 100, 403],
    ['with more bytes than agreed', {}, 20_001, 400],
    ['with another signature', { 'x-amz-signature': '0'.repeat(64) }, 100, 403],
  ] as const)('%s', async (_what, change, bytes, status) => expect(await post(change, bytes)).toBe(status));

  it('reads and lists nothing', async () => {
    for (const path of ['', `v1/c/script/s.sh`, '?list-type=2'])
      expect((await fetch(`${form.url}${path}`)).status).toBe(403);
  });
});
