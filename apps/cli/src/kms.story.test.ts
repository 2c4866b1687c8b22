// Run records signed by a key of KMS: verified without AWS, never lost while the key is not to be had, never shown as signed before they are.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instance, type WorldSpec } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Fleet, fleetStart } from './testing/fleet.ts';

const [central, region] = ['100000000001', 'ap-northeast-2'];
const world: WorldSpec = {
  ...{ name: 'kms', centralAccountId: central, regions: [region] },
  bucket: { name: 'bongsu-exchange-100000000001', region },
  keys: [
    { name: 'records', region },
    { name: 'other', region, spec: 'ECC_NIST_EDWARDS25519' },
  ],
  accounts: [
    {
      ...{ accountId: central, name: 'security', roles: {} },
      regions: { [region]: [instance(central, 'web', 'debian-12-tidy')] },
    },
  ],
};

let fleet: Fleet;
const file = (name: string): string => join(fleet.folder, name);
let stock = '';
const signBy = (lines: string): Promise<void> =>
  writeFile(file('bongsu.yaml'), stock.replace('signing: {}', `signing: { ${lines} }`));

beforeAll(async () => {
  fleet = await fleetStart({ world });
  stock = await readFile(file('bongsu.yaml'), 'utf8');
  await signBy(`kmsKey: "${fleet.lab.keyArn('records')}"`);
}, 60_000);
afterAll(() => fleet.close());

interface Verified {
  readonly whole: boolean;
  readonly known: boolean;
  readonly keyArn: string | null;
  readonly signedAt: string | null;
  readonly fault: string;
  readonly line: number;
  readonly what: string;
  readonly head: { readonly campaignId: string };
}
async function verify(...words: string[]): Promise<{ code: number | null; said: Verified }> {
  const { code, stdout } = await fleet.run('--json', 'verify', ...words);
  return { code, said: JSON.parse(stdout) as Verified };
}
const fingerprintOf = (said: string): string => /SHA-256[^0-9a-f]*([0-9a-f]{64})/.exec(said)?.[1] ?? '';

it('signs at the end of a campaign, and a stranger verifies it without AWS', { timeout: 180_000 }, async () => {
  await fleet.json('campaign', 'run', '--yes');
  expect((await fleet.run('record', '--out', 'run.jsonl')).code).toBe(0);
  const told = await fleet.run('record', '--public-key', 'key.pub');
  const fingerprint = fingerprintOf(told.stderr);
  const before = fleet.lab.calls().length;
  const whole = { whole: true, known: true, keyArn: fleet.lab.keyArn('records'), signedAt: null };
  expect(await verify('run.jsonl', '--key', 'key.pub')).toMatchObject({ code: 0, said: whole });
  expect(await verify('run.jsonl', '--fingerprint', fingerprint)).toMatchObject({ code: 0, said: whole });
  // Whose key it is only a person can say.
  expect(await verify('run.jsonl')).toMatchObject({ code: 3, said: { whole: true, known: false } });
  expect(fleet.lab.calls().length).toBe(before);
  expect((await verify('run.jsonl', '--key', 'key.pub', '--evidence')).code).toBe(0);

  const lines = (await readFile(file('run.jsonl'), 'utf8')).split('\n');
  const altered = lines.with(1, (lines[1] ?? '').replace('"assessed"', '"excluded"'));
  await writeFile(file('altered.jsonl'), altered.join('\n'));
  expect(await verify('altered.jsonl', '--key', 'key.pub')).toMatchObject({
    code: 1,
    said: { whole: false, fault: 'line-altered', line: 2 },
  });
});

it('ends a campaign while its key is disabled; the record waits, and is signed as soon as it can be', {
  timeout: 300_000,
}, async () => {
  fleet.lab.changeKey('records', 'Disabled');
  const ran = await fleet.run('campaign', 'run', '--yes');
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('DisabledException');
  expect(await fleet.json('campaign', 'show')).toMatchObject({
    campaign: { phase: 'ended' },
    unsigned: expect.stringContaining('DisabledException') as string,
  });
  const written = await fleet.run('record', '--out', 'waiting.jsonl');
  expect(written.code).toBe(1);
  expect(written.stderr).toContain('not signed yet');
  expect(await verify('waiting.jsonl', '--key', 'key.pub')).toMatchObject({
    code: 1,
    said: { whole: false, fault: 'not-signed', what: expect.stringContaining('DisabledException') as string },
  });

  // Somebody who may not use the key does not sign either.
  fleet.lab.changeKey('records', 'Enabled');
  fleet.lab.faults.set([{ service: 'kms', operation: 'Sign', then: { error: 'AccessDeniedException' } }]);
  expect((await fleet.run('record', '--out', 'waiting.jsonl')).code).toBe(1);
  fleet.lab.faults.set([]);

  const { child, ended } = fleet.start('worker');
  let said = '';
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  await expect.poll(() => said, { timeout: 90_000 }).toContain('the run record is signed');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect((await fleet.run('record', '--out', 'signed.jsonl')).code).toBe(0);
  const late = await verify('signed.jsonl', '--key', 'key.pub', '--evidence');
  expect(late).toMatchObject({ code: 0, said: { whole: true, signedAt: expect.stringMatching(/^20/) as string } });
  const [waiting, signed] = await Promise.all(
    ['waiting.jsonl', 'signed.jsonl'].map(async (name) =>
      (await readFile(file(name), 'utf8')).split('\n').slice(0, -2),
    ),
  );
  expect(signed).toEqual(waiting);
});

it('takes an Ed25519 key of KMS, and no other key than the one that is pinned', { timeout: 240_000 }, async () => {
  const kmsKey = fleet.lab.keyArn('other');
  await signBy(`kmsKey: "${kmsKey}"`);
  const fingerprint = fingerprintOf((await fleet.run('record', '--public-key', 'other.pub')).stderr);
  await signBy(`kmsKey: "${kmsKey}", fingerprint: ${fingerprint}`);
  await fleet.json('campaign', 'run', '--yes');
  expect((await fleet.run('record', '--out', 'edwards.jsonl')).code).toBe(0);
  expect(await verify('edwards.jsonl', '--evidence')).toMatchObject({ code: 0, said: { known: true, keyArn: kmsKey } });
  expect(await verify('edwards.jsonl', '--key', 'key.pub')).toMatchObject({ code: 1, said: { fault: 'wrong-key' } });

  await signBy(`kmsKey: "${fleet.lab.keyArn('records')}", fingerprint: ${fingerprint}`);
  const ran = await fleet.run('campaign', 'run', '--yes');
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('signing.fingerprint says') as string });
});

it('doctor tries the key, and its policy is limited to it', { timeout: 120_000 }, async () => {
  const line = async (): Promise<unknown> => {
    const { stdout } = await fleet.run('--json', 'doctor');
    const { checks } = JSON.parse(stdout) as { checks: { check: string; outcome: string; detail: string }[] };
    return checks.find((one) => one.check === 'signing key');
  };
  const keyArn = fleet.lab.keyArn('records');
  await signBy(`kmsKey: "${keyArn}"`);
  expect(await line()).toMatchObject({
    outcome: 'good',
    detail: expect.stringContaining('ECC_NIST_P256 SIGN_VERIFY') as string,
  });
  fleet.lab.changeKey('records', 'Disabled');
  expect(await line()).toMatchObject({ outcome: 'bad', detail: expect.stringContaining('is disabled') as string });
  fleet.lab.changeKey('records', 'Enabled');

  const { central: policy } = await fleet.json<{ central: { Statement: { Action: string[] }[] } }>(
    'doctor',
    '--policies',
  );
  expect(policy.Statement.at(-1)).toEqual({
    ...{ Effect: 'Allow', Action: ['kms:GetPublicKey', 'kms:Sign'], Resource: [keyArn] },
  });
  fleet.lab.grant({ central: JSON.stringify(policy) });
  expect(await line()).toMatchObject({ outcome: 'good' });
  const less = {
    ...policy,
    Statement: policy.Statement.with(-1, { ...policy.Statement.at(-1), Action: ['kms:GetPublicKey'] }),
  };
  fleet.lab.grant({ central: JSON.stringify(less) });
  expect(await line()).toMatchObject({
    outcome: 'bad',
    detail: expect.stringContaining('missing permission: kms:Sign') as string,
  });
  fleet.lab.grant({});
  await signBy('');
  expect(JSON.stringify(await fleet.json('doctor', '--policies'))).not.toContain('kms:');
});
