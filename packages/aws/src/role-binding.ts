// Looks whether the bucket's policy binds what an instance writes to that instance: the statements that role delivery stands on.
import type { Gap, RoleBinding } from '@bongsu/core';
import { gapAt, gapOf, type Where } from './call.ts';
import type { Clients } from './clients.ts';
import { faultOf } from './fault.ts';
import type { ResourceStatement } from './policy.ts';
import { rolePolicyOfBucket } from './role-policy.ts';
import type { Sessions } from './session.ts';
import type { AwsSettings } from './settings.ts';

export const calls = ['s3:GetBucketPolicy'] as const;

/** Statements are found by what they say, whatever their id and whatever stands beside them. */
export async function roleBinding(
  settings: AwsSettings,
  clients: Clients,
  sessions: Sessions,
): Promise<RoleBinding | Gap> {
  let where: Where = { call: calls[0], accountId: null, region: settings.bucket.region };
  try {
    const central = await sessions.identity();
    where = { ...where, accountId: central.accountId };
    // Whose instances may write is the estate's own affair: a refusal there shows on the hosts.
    const needed = rolePolicyOfBucket(settings, central, { accountIds: [] }).Statement;
    const text = await policyText(settings, clients, central.accountId);
    const held = text === null ? [] : statementsOf(text);
    if (held === null) return gapAt(where, 'MalformedAnswer', 'the policy of the bucket is not readable');
    return { missing: needed.filter((one) => !held.some((other) => says(other, one))).map((one) => one.Sid) };
  } catch (error) {
    return gapOf(error, where);
  }
}

/** null where the bucket has none. */
async function policyText({ bucket }: AwsSettings, clients: Clients, owner: string): Promise<string | null> {
  const { GetBucketPolicyCommand } = await import('@aws-sdk/client-s3');
  const client = await clients.s3();
  try {
    const answer = await client.send(new GetBucketPolicyCommand({ Bucket: bucket.name, ExpectedBucketOwner: owner }));
    return answer.Policy ?? '';
  } catch (error) {
    if (faultOf(error)?.code === 'NoSuchBucketPolicy') return null;
    throw error;
  }
}

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

function statementsOf(text: string): readonly Raw[] | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const held = isRaw(raw) ? raw['Statement'] : undefined;
  const list = Array.isArray(held) ? held : [held];
  return list.every(isRaw) ? list : null;
}

/** Whether a held statement is the needed one; of the one that allows, its writers and their conditions may be any. */
function says(held: Raw, needed: ResourceStatement): boolean {
  const parts = ['Effect', 'Action', 'Resource', 'NotResource'] as const;
  if (parts.some((part) => listed(held[part]) !== listed(needed[part]))) return false;
  if (needed.Effect === 'Allow') return true;
  return everybody(held['Principal']) && conditionText(held['Condition']) === conditionText(needed.Condition);
}

function listed(value: unknown): string {
  return JSON.stringify((Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).sort());
}

function everybody(principal: unknown): boolean {
  return principal === '*' || (isRaw(principal) && listed(principal['AWS']) === listed('*'));
}

/** S3 gives truth values back as text or as they are, and one value as a list or by itself. */
function conditionText(condition: unknown): string {
  const tests = Object.entries(isRaw(condition) ? condition : {}).flatMap(([operator, keys]) =>
    Object.entries(isRaw(keys) ? keys : {}).map(([key, values]) => `${operator} ${key} ${listed(values)}`),
  );
  return tests.sort().join('\n');
}
