// The sum of the ledger under every kind of fault, at every call of the main path: it holds, and nothing unread passes.
import { hostChecks, system } from '@bongsu/catalog';
import { openAws } from '@bongsu/aws';
import { collect, defaultLimits, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import type { FaultRule } from '@bongsu/lab';
import { driveTime, startLab } from '@bongsu/lab';
import type { Store } from '@bongsu/store';
import { storeOpen } from '@bongsu/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labSettings } from './testing/lab-settings.ts';
import { unsigned, untold } from './testing/unsigned.ts';
import { pointSdkAt, realIds } from './wire.ts';

let store: Store;
beforeAll(async () => {
  store = await storeOpen({ directory: 'memory' });
}, 60_000);
afterAll(() => store.close());

const limits = { ...defaultLimits, deliverySeconds: 30, executionSeconds: 60, urlSeconds: 400 };

/** Runs a whole campaign in the tidy world (4 instances in 2 accounts) under these rules. */
async function campaignUnder(rules: readonly FaultRule[]) {
  const lab = await startLab({ world: 'tidy', virtualFrom: new Date('2031-05-01T00:00:00Z') });
  const time = driveTime(lab);
  try {
    pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
    const { clock } = time;
    const aws = await openAws({ ...labSettings(lab), answerSeconds: 5 }, clock);
    lab.faults.set(rules);
    const progress = (): void => {};
    const snapshot = await collect({ estate: aws.estate, snapshots: store, clock, ids: realIds, progress });
    const content = { checks: hostChecks, system };
    const planned = await planCampaign(
      { ...content, snapshot, exclusions: [], limits },
      { exchange: aws.exchange, clock, ids: realIds },
    );
    await planStore(planned, store);
    const ports = {
      ...aws,
      ...storePorts(store),
      ...untold,
      signing: unsigned,
      clock,
      ids: realIds,
      progress,
    };
    const coverage = await runCampaign(planned.campaign.campaignId, content, ports);
    const sends = lab.calls().filter((call) => call.operation === 'SendCommand');
    return { coverage, verdicts: await store.verdictList(planned.campaign.campaignId), sends };
  } finally {
    time.stop();
    await lab.close();
  }
}

const denied = {
  error: 'AccessDeniedException',
  message: 'User is not authorized to perform this action',
  status: 400,
};
const throttled = { error: 'ThrottlingException', message: 'Rate exceeded', status: 400 };
const broken = { status: 503 };

const reads: readonly (readonly [string, string])[] = [
  ['organizations', 'ListAccounts'],
  ['sts', 'AssumeRole'],
  ['ec2', 'DescribeRegions'],
  ['ec2', 'DescribeInstances'],
  ['ssm', 'DescribeInstanceInformation'],
];
const campaignCalls: readonly (readonly [string, string])[] = [
  ['ssm', 'CreateDocument'],
  ['ssm', 'ModifyDocumentPermission'],
  ['ssm', 'SendCommand'],
  ['ssm', 'ListCommands'],
  ['ssm', 'ListCommandInvocations'],
  ['s3', 'ListObjectsV2'],
  ['s3', 'GetObject'],
];

const cases: { name: string; rules: FaultRule[] }[] = [
  ...[...reads, ...campaignCalls].map(([service, operation]) => ({
    name: `${service}:${operation} denied always`,
    rules: [{ service, operation, then: denied }],
  })),
  ...campaignCalls.map(([service, operation]) => ({
    name: `${service}:${operation} throttled every second time`,
    rules: [{ service, operation, every: 2, then: throttled }],
  })),
  {
    name: 'SendCommand: the connection is cut before',
    rules: [{ operation: 'SendCommand', nth: 1, then: { drop: 'before' } }],
  },
  {
    name: 'SendCommand: taken, and the answer lost',
    rules: [{ operation: 'SendCommand', nth: 1, then: { drop: 'after' } }],
  },
  { name: 'SendCommand: a 503 each third time', rules: [{ operation: 'SendCommand', every: 3, then: broken }] },
  { name: 'PutObject denied always: no script, no result', rules: [{ operation: 'PutObject', then: denied }] },
  { name: 'PutObject of one result: 503', rules: [{ operation: 'PutObject', nth: 2, then: broken }] },
  { name: 'everything 5 % of the time', rules: [{ probability: 0.05, then: broken }] },
  {
    name: 'answers cut short',
    rules: [{ service: 'ec2', operation: 'DescribeInstances', nth: 1, then: { truncate: 200 } }],
  },
];

describe.each(cases)('$name', ({ rules }) => {
  it('sums, and passes nothing that was not read', { timeout: 180_000 }, async () => {
    const { coverage, verdicts, sends } = await campaignUnder(rules);
    const sum = Object.values(coverage.states).reduce((total, count) => total + count, 0);
    expect(sum).toBe(coverage.total);
    expect(coverage.states.pending).toBe(0);
    // What is missing from the inventory is named as unreadable.
    if (coverage.total < 4) expect(coverage.unreadable.length).toBeGreaterThan(0);
    const judged = new Set(verdicts.map((verdict) => verdict.instanceId)).size;
    expect(judged).toBe(coverage.states.assessed + coverage.states['partly-assessed']);
    // No instance got a second command that was taken.
    expect(sends.filter((call) => call.status === 200).length).toBeLessThanOrEqual(coverage.total);
  });
});
