// Simulated hosts by themselves: a document that delivers its own way, proofs of identity, cancelling, and the time they take.
import { verify, X509Certificate } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { CancelCommandCommand, CreateDocumentCommand, SendCommandCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signingKey, signText } from '../auth/signing-key.ts';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { bareRoot, central, clientsOf, seoul } from '../services/lab-fixture.ts';
import { driveTime } from '../virtual-time.ts';
import type { VirtualTime } from '../virtual-time.ts';
import { instance } from '../world/instance.ts';
import type { WorldSpec } from '../world/spec.ts';
import type { Scene } from './scene.ts';

const hosts = ['a', 'b', 'c'].map((name) => instance(central, name, 'bare', { simulated: 'well' }));
const world: WorldSpec = {
  ...{ name: 'simulated', centralAccountId: central, regions: [seoul], bucket: { name: 'exchange', region: seoul } },
  accounts: [{ accountId: central, name: 'central', roles: {}, regions: { [seoul]: hosts } }],
};

/** A tar of one file called manifest (POSIX.1-1988, tar interchange format). */
function recorded(): Buffer {
  const text = Buffer.from('bongsu-evidence\t1\nrun\tx\ninstance\tx\ncommand\tx\nscript\tx\nstarted\t1\nended\t2\n');
  const header = Buffer.alloc(512);
  header.write('manifest');
  header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  return gzipSync(Buffer.concat([header, text, Buffer.alloc(512 - (text.length % 512) + 1024)]));
}

/** One form for all hosts, as a batch would get: any key below a prefix, at most so many bytes. */
function formFields(lab: Lab, prefix: string, bytesMax: number): Record<string, string> {
  const { accessKeyId, secretAccessKey } = lab.centralCredentials;
  const dateTime = new Date(lab.clock.now()).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = { day: dateTime.slice(0, 8), region: seoul, service: 's3' };
  const signed = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${scope.day}/${seoul}/s3/aws4_request`,
    'x-amz-date': dateTime,
  };
  const expiration = new Date(lab.clock.now() + 600_000).toISOString();
  const rest = Object.entries(signed).map(([name, value]) => ({ [name]: value }));
  const limits = [
    ['starts-with', '$key', prefix],
    ['content-length-range', 1, bytesMax],
  ];
  const policy = JSON.stringify({ expiration, conditions: [{ bucket: 'exchange' }, ...limits, ...rest] });
  const encoded = Buffer.from(policy).toString('base64');
  return { ...signed, policy: encoded, 'x-amz-signature': signText(signingKey(secretAccessKey, scope), encoded) };
}

let lab: Lab;
let time: VirtualTime;
let ssm: SSMClient;
let fields: Record<string, string>;

/** Uploads by form, under a key of the host's own, with its identity beside the result. */
async function deliver({ message, parts, transfer, identity, signal, diary }: Scene) {
  const proof = Buffer.from(JSON.stringify(identity()));
  const put = (name: string, file: readonly Buffer[]) =>
    transfer.form(`${lab.url}/exchange`, { key: `batch/${message.instanceId}/${name}`, ...fields }, file, signal);
  const statuses = [await put('proof.json', [proof]), await put('result.tar.gz', parts)];
  diary.uploads.push(...statuses);
  return { status: statuses.every((one) => one === 204) ? ('Success' as const) : ('Failed' as const), exitCode: 0 };
}

beforeEach(async () => {
  const simulation = { recorded: [recorded()], scriptSeconds: { min: 30, max: 30 }, acts: { deliver } };
  const virtualFrom = new Date('2031-05-01T00:00:00Z');
  lab = await startLab({ world, roots: [bareRoot], virtualFrom, settings: { simulation } });
  time = driveTime(lab);
  const config = { endpoint: lab.url, region: seoul, credentials: lab.centralCredentials };
  ssm = new SSMClient({ ...config, systemClockOffset: lab.clock.now() - Date.now() });
  fields = formFields(lab, 'batch/', 10_000);
  const step = (name: string) => ({ action: 'aws:runShellScript', name, inputs: { runCommand: ['true'] } });
  const text = { type: 'String' };
  const content = {
    ...{ schemaVersion: '2.2', parameters: { RunId: text, ResultBytes: text } },
    mainSteps: [step('run'), step('deliver')],
  };
  await ssm.send(
    new CreateDocumentCommand({ Name: 'Batch', DocumentType: 'Command', Content: JSON.stringify(content) }),
  );
});
afterEach(async () => {
  time.stop();
  await lab.close();
});

const send = async (ResultBytes: number): Promise<string> => {
  const InstanceIds = hosts.map((host) => host.instanceId);
  const Parameters = { RunId: ['r-batch'], ResultBytes: [String(ResultBytes)] };
  const { Command } = await ssm.send(new SendCommandCommand({ DocumentName: 'Batch', InstanceIds, Parameters }));
  return String(Command?.CommandId);
};
/** S3 as a client that lives in the lab's time sees it. */
const s3 = () => {
  const client = clientsOf(lab, lab.centralCredentials).s3;
  client.config.systemClockOffset = lab.clock.now() - Date.now();
  return client;
};
const bytesOf = async (Key: string): Promise<Buffer> => {
  const { Body } = await s3().send(new GetObjectCommand({ Bucket: 'exchange', Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

describe('a document that delivers by form', () => {
  test('is played by acts of its own; each host proves who it is', async () => {
    await send(2000);
    await time.clock.sleep(29_000);
    expect(lab.truth().flatMap((host) => host.uploads)).toEqual([]);
    await time.clock.sleep(4_000);
    expect(lab.truth().map((host) => host.uploads)).toEqual(Array(3).fill([204, 204]));
    const { Contents = [] } = await s3().send(new ListObjectsV2Command({ Bucket: 'exchange', Prefix: 'batch/' }));
    expect(Contents.length).toBe(6);
    const key = new X509Certificate(lab.identityCertificate).publicKey;
    for (const { instanceId } of hosts) {
      const manifest = gunzipSync(await bytesOf(`batch/${instanceId}/result.tar.gz`)).toString();
      expect(manifest).toContain(`run\tr-batch\ninstance\t${instanceId}\n`);
      const proof = JSON.parse((await bytesOf(`batch/${instanceId}/proof.json`)).toString()) as Record<string, string>;
      const { document = '', signature = '' } = proof;
      expect(verify('sha256', Buffer.from(document), key, Buffer.from(signature, 'base64'))).toBe(true);
      expect((JSON.parse(document) as { instanceId: string }).instanceId).toBe(instanceId);
    }
  });

  test('is refused where the form’s size is passed', async () => {
    await send(20_000);
    await time.clock.sleep(60_000);
    expect(lab.truth().map((host) => host.uploads)).toEqual(Array(3).fill([204, 400]));
  });
});

test('a cancelled command stops its hosts, which then upload nothing', async () => {
  const CommandId = await send(2000);
  await time.clock.sleep(10_000);
  expect(lab.truth().map((host) => host.runs)).toContainEqual(['r-batch']);
  await ssm.send(new CancelCommandCommand({ CommandId }));
  await time.clock.sleep(120_000);
  expect(lab.truth().flatMap((host) => host.uploads)).toEqual([]);
});
