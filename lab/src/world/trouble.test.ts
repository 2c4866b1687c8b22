// Hosts that go wrong: each trouble, as it shows from outside.
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { ListCommandInvocationsCommand, SendCommandCommand } from '@aws-sdk/client-ssm';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { bareRoot, central, clientsOf, eventually, seoul } from '../services/lab-fixture.ts';
import { presignedPut } from '../services/signing-fixture.ts';
import { instance } from './instance.ts';
import type { WorldSpec } from './spec.ts';
import { packingFails, uploadsHalf, uploadsNothing, uploadsTraversal } from './trouble.ts';

const bytes = 4096;
const Bucket = 'exchange';
const members = {
  honest: instance(central, 'honest', 'bare'),
  full: instance(central, 'full', 'bare', { tools: packingFails }),
  hostile: instance(central, 'hostile', 'bare', { tools: uploadsTraversal }),
  idle: instance(central, 'idle', 'bare', { tools: uploadsNothing }),
  half: instance(central, 'half', 'bare', { tools: uploadsHalf }),
};
const world: WorldSpec = {
  name: 'troubled',
  centralAccountId: central,
  regions: [seoul],
  bucket: { name: Bucket, region: seoul },
  accounts: [{ accountId: central, name: 'central', roles: {}, regions: { [seoul]: Object.values(members) } }],
};

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ world, roots: [bareRoot] });
});
afterAll(() => lab.close());

/** Packs a text to exactly `bytes` bytes and uploads it as our command document does; gives the exit code. */
async function report(name: keyof typeof members): Promise<number | undefined> {
  const headers = { 'content-length': String(bytes), 'if-none-match': '*' };
  const url = await presignedPut(lab, `/${Bucket}/${name}`, headers, 300);
  const { ssm } = clientsOf(lab, lab.centralCredentials);
  const commands = [
    'set -eu',
    'd=$(mktemp -d)',
    'i=0; while [ $i -lt 400 ]; do echo "line $i"; i=$((i+1)); done > "$d/text"',
    'tar -cf "$d/text.tar" -C "$d" text && gzip -n -c "$d/text.tar" > "$d/result"',
    `head -c $((${bytes} - $(wc -c < "$d/result"))) /dev/zero >> "$d/result"`,
    `printf 'url = "%s"\\n' '${url}' | curl --config - --fail --silent --show-error --header 'If-None-Match: *' --header 'Content-Type:' --header 'Expect:' --upload-file "$d/result"`,
  ];
  const { Command } = await ssm.send(
    new SendCommandCommand({
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: [members[name].instanceId],
      Parameters: { commands },
    }),
  );
  const CommandId = String(Command?.CommandId);
  return eventually(async () => {
    const listed = await ssm.send(new ListCommandInvocationsCommand({ CommandId, Details: true }));
    const plugin = listed.CommandInvocations?.[0]?.CommandPlugins?.[0];
    return ['Success', 'Failed'].includes(String(plugin?.Status)) ? plugin?.ResponseCode : undefined;
  });
}

async function uploaded(Key: string): Promise<Buffer | null> {
  const { s3 } = clientsOf(lab, lab.centralCredentials);
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key })).catch((error: Error) => {
    if (error.name === 'NotFound') return null;
    throw error;
  });
  if (!head) return null;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

test('an honest host uploads what it packed', async () => {
  expect(await report('honest')).toBe(0);
  const body = await uploaded('honest');
  expect(body).toHaveLength(bytes);
  expect(gunzipSync(body ?? '').toString()).toContain('line 399');
});

test('a host that cannot pack fails and uploads nothing', async () => {
  expect(await report('full')).toBe(2);
  expect(await uploaded('full')).toBeNull();
});

test('a hostile host reports success and uploads, in the same size, an archive that climbs out', async () => {
  expect(await report('hostile')).toBe(0);
  const body = await uploaded('hostile');
  expect(body).toHaveLength(bytes);
  expect(gunzipSync(body ?? '').toString('latin1')).toContain('../../../../etc/cron.d/');
});

test('an idle host reports success and uploads nothing', async () => {
  expect(await report('idle')).toBe(0);
  expect(await uploaded('idle')).toBeNull();
});

test('half a result has the right size and cannot be unpacked', async () => {
  expect(await report('half')).toBe(0);
  const body = await uploaded('half');
  expect(body).toHaveLength(bytes);
  expect(() => gunzipSync(body ?? '')).toThrow(/unexpected end of file|incorrect|invalid/);
});
