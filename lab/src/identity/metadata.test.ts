// The metadata service of an instance: a token first, its own credentials, and nothing for whoever is another.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, startLab } from '../lab.ts';
import { hybridNode, instance } from '../world/instance.ts';
import { memberRoles } from '../world/member-role.ts';

const [central, member, region, root] = ['100000000001', '200000000002', 'ap-northeast-2', 'debian-12-tidy'];
const web = instance(member, 'web', root, { profile: 'web' });
const bare = instance(member, 'bare', root, { profile: null });
const node = hybridNode(member, 'node', root);

let lab: Lab;
beforeAll(async () => {
  const accounts = [
    { accountId: central, name: 'security', roles: {}, regions: {} },
    { accountId: member, name: 'shop', roles: memberRoles(central), regions: { [region]: [web, bare, node] } },
  ];
  const world = {
    name: 'metadata',
    centralAccountId: central,
    regions: [region],
    bucket: { name: 'box', region },
    accounts,
  };
  lab = await startLab({ world });
});
afterAll(() => lab.close());

const ttl = { 'x-aws-ec2-metadata-token-ttl-seconds': '60' };
const ask = (address: string, path: string, init: RequestInit = {}) => fetch(`${address}/latest/${path}`, init);
async function get(instanceId: string, path: string): Promise<{ status: number; text: string }> {
  const address = lab.metadataAddress(instanceId);
  const token = await (await ask(address, 'api/token', { method: 'PUT', headers: ttl })).text();
  const answer = await ask(address, path, { headers: { 'x-aws-ec2-metadata-token': token } });
  return { status: answer.status, text: await answer.text() };
}
const credentials = 'meta-data/iam/security-credentials/';

test('names the role and gives its credentials in the words of IMDS', async () => {
  expect(await get(web.instanceId, credentials)).toEqual({ status: 200, text: 'web' });
  const { text } = await get(web.instanceId, `${credentials}web`);
  expect(JSON.parse(text)).toMatchObject({
    ...{ Code: 'Success', Type: 'AWS-HMAC', AccessKeyId: expect.stringMatching(/^ASIA[A-Z0-9]{16}$/) },
    ...{ SecretAccessKey: expect.stringMatching(/^\S{40}$/), Token: expect.any(String) },
  });
  expect((await get(web.instanceId, `${credentials}other`)).status).toBe(404);
  expect((await get(web.instanceId, 'dynamic/instance-identity/rsa2048')).text).toBe(
    lab.instanceIdentity(web.instanceId).rsa2048,
  );
});

test('has nothing where there is no role, and is not there for a hybrid node', async () => {
  expect((await get(bare.instanceId, credentials)).status).toBe(404);
  expect((await get(bare.instanceId, 'meta-data/instance-id')).text).toBe(bare.instanceId);
  expect((await get(node.instanceId, credentials)).status).toBe(404);
});

test('asks for a token, and knows an instance by its own address alone', async () => {
  const address = lab.metadataAddress(web.instanceId);
  expect((await ask(address, credentials)).status).toBe(401);
  expect((await ask(address, 'api/token', { method: 'PUT' })).status).toBe(400);
  const foreign = lab.metadataAddress(bare.instanceId).replace(bare.instanceId, web.instanceId);
  expect((await ask(foreign, 'api/token', { method: 'PUT', headers: ttl })).status).toBe(404);
});
