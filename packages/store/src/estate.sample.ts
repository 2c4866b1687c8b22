// A small estate for the tests of this package: every optional part once filled and once empty.
import { randomUUID } from 'node:crypto';
import type { Campaign, HostVerdict, Instance, Snapshot, Target } from '@bongsu/core';
import { neverSent, strictBasis } from '@bongsu/core';
import type { Store } from './open.ts';

export const at = '2026-11-22T01:02:03.456Z';
export const later = '2026-11-22T02:00:00.000Z';

/** A name no other test uses. */
export function fresh(prefix: string): string {
  return `${prefix}-${randomUUID()}`;
}

const place = { accountId: '111122223333', region: 'ap-northeast-2' };

export function instanceOf(instanceId: string, change: Partial<Instance> = {}): Instance {
  return {
    ...place,
    instanceId,
    state: 'running',
    name: '웹 서버 1',
    tags: { Name: '웹 서버 1', 'aws:autoscaling:groupName': 'web' },
    imageId: 'ami-0123456789abcdef0',
    instanceType: 'm7g.large',
    launchedAt: at,
    privateIp: '10.0.0.1',
    platformDetails: 'Linux/UNIX',
    node: {
      ...place,
      instanceId,
      pingStatus: 'Online',
      lastPingAt: at,
      agentVersion: '3.3.1611.0',
      platformType: 'Linux',
      platformName: 'Amazon Linux',
      platformVersion: '2023',
      computerName: 'web-1',
      ipAddress: '10.0.0.1',
    },
    nodeKnown: true,
    ...change,
  };
}

export function snapshotOf(snapshotId: string, change: Partial<Snapshot> = {}): Snapshot {
  return {
    snapshotId,
    takenAt: at,
    accounts: [
      { accountId: '111122223333', name: '운영', status: 'ACTIVE' },
      { accountId: '444455556666', name: 'old', status: 'SUSPENDED' },
    ],
    places: [place],
    instances: [
      instanceOf('i-00000000000000001'),
      instanceOf('i-00000000000000002', { node: null, nodeKnown: false, launchedAt: null, tags: {}, privateIp: '' }),
    ],
    gaps: [
      {
        accountId: '444455556666',
        region: null,
        call: 'sts:AssumeRole',
        code: 'AccessDenied',
        message: 'not authorized',
        missingPermission: 'sts:AssumeRole',
      },
      {
        accountId: null,
        region: null,
        call: 'organizations:ListAccounts',
        code: 'NetworkError',
        message: 'reset',
        missingPermission: null,
      },
    ],
    ...change,
  };
}

export function campaignOf(campaignId: string, snapshotId: string, change: Partial<Campaign> = {}): Campaign {
  return {
    campaignId,
    snapshotId,
    createdAt: at,
    endedAt: null,
    phase: 'planned',
    plan: {
      limits: { deliverySeconds: 600, executionSeconds: 300, urlSeconds: 3_600, resultBytes: 262_144, concurrency: 50 },
      scriptSha256: '0'.repeat(64),
      scriptBytes: 20,
      units: ['ssh.root-login'],
      places: [place],
      counts: { planned: 1, stopped: 2 },
      calls: { 'ssm:SendCommand': 1 },
      credentialSeconds: null,
      gaps: [],
    },
    stopped: null,
    script: '#!/bin/sh\necho "점검"\n\t\\u0000\r\n',
    ...change,
  };
}

export function targetOf(campaignId: string, instanceId: string, change: Partial<Target> = {}): Target {
  return {
    ...neverSent,
    ...place,
    campaignId,
    instanceId,
    name: 'web',
    runId: fresh('run'),
    phase: 'planned',
    state: null,
    detail: '',
    ...change,
  };
}

export function verdictOf(campaignId: string, instanceId: string, unit: string): HostVerdict {
  return {
    ...place,
    campaignId,
    instanceId,
    unit,
    status: 'fail',
    reason: { ko: 'root 원격 접속이 허용되어 있습니다.', en: 'Remote login of root is allowed.' },
    evidence: [{ source: '/etc/ssh/sshd_config:33', found: 'PermitRootLogin yes', expected: 'no' }],
    gaps: [],
    basis: strictBasis,
  };
}

/** Records a snapshot and a campaign with one target for each instance; gives what it recorded. */
export async function campaignPrepare(
  store: Store,
  instanceIds: readonly string[] = ['i-00000000000000001'],
): Promise<{ campaign: Campaign; targets: Target[]; target: Target }> {
  const snapshot = snapshotOf(fresh('snapshot'));
  await store.snapshotPut(snapshot);
  const campaign = campaignOf(fresh('campaign'), snapshot.snapshotId);
  const targets = instanceIds.map((instanceId) => targetOf(campaign.campaignId, instanceId));
  await store.campaignPut(campaign, targets);
  const target = targets[0];
  if (target === undefined) throw new Error('a campaign needs an instance');
  return { campaign, targets, target };
}
