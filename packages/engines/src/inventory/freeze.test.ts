// Every instance has one fate, and what is not known is never taken for absence.
import type { Ec2Instance, ManagedNode } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { targetsFreeze } from './freeze.ts';
import { inventoryMerge } from './merge.ts';

const place = { accountId: '111111111111', region: 'us-east-1' };
const instance: Ec2Instance = {
  ...place,
  instanceId: 'i-0123456789abcdef0',
  state: 'running',
  name: 'web',
  tags: { bongsu: 'skip' },
  imageId: 'ami-1',
  instanceType: 't3.micro',
  launchedAt: null,
  privateIp: '10.0.0.1',
  platformDetails: 'Linux/UNIX',
};
const node: ManagedNode = {
  ...place,
  instanceId: instance.instanceId,
  pingStatus: 'Online',
  lastPingAt: null,
  agentVersion: '3.3.0.0',
  platformType: 'Linux',
  platformName: 'Ubuntu',
  platformVersion: '22.04',
  computerName: 'web',
  ipAddress: '10.0.0.1',
};

function fate(
  instances: readonly Ec2Instance[],
  nodes: readonly ManagedNode[],
  { complete = true, exclusions = [] as Parameters<typeof targetsFreeze>[1] } = {},
): string[] {
  const gap = {
    ...place,
    call: 'ssm:DescribeInstanceInformation',
    code: 'AccessDenied',
    message: '',
    missingPermission: null,
  };
  const snapshot = {
    snapshotId: 's',
    takenAt: '',
    accounts: [],
    places: [place],
    instances: inventoryMerge(instances, nodes, complete),
    gaps: complete ? [] : [gap],
  };
  return targetsFreeze(snapshot, exclusions).map((one) => `${one.state ?? 'planned'} ${one.detail}`.trim());
}

describe('fate of an instance', () => {
  it('online Linux is checked', () => expect(fate([instance], [node])).toEqual(['planned']));
  it('stopped', () => expect(fate([{ ...instance, state: 'stopped' }], [])).toEqual(['stopped stopped']));
  it('pending is not running yet', () =>
    expect(fate([{ ...instance, state: 'pending' }], [])).toEqual(['stopped pending']));
  it('no node', () => expect(fate([instance], [])[0]).toMatch(/^not-managed/));
  it('offline', () =>
    expect(fate([instance], [{ ...node, pingStatus: 'ConnectionLost' }])[0]).toMatch(/^agent-offline ConnectionLost/));
  it('Windows by EC2', () =>
    expect(fate([{ ...instance, platformDetails: 'Windows BYOL' }], [])).toEqual(['platform-unsupported Windows']));
  it('macOS by its node', () =>
    expect(fate([instance], [{ ...node, platformType: 'MacOS' }])).toEqual(['platform-unsupported MacOS']));
  it('a node list that could not be read proves nothing', () =>
    expect(fate([instance], [], { complete: false })).toEqual([
      'undeliverable ssm:DescribeInstanceInformation: AccessDenied',
    ]));
  it('a hybrid node is an asset though EC2 does not list it', () =>
    expect(fate([instance], [node, { ...node, instanceId: 'mi-0123456789abcdef0' }])).toEqual(['planned', 'planned']));
  it('excluded, by whom and why', () => {
    const exclusions = [{ by: 'kim', why: 'appliance', tag: { key: 'bongsu', value: 'skip' } }];
    expect(fate([instance], [node], { exclusions })).toEqual(['excluded by kim: appliance']);
    expect(fate([{ ...instance, tags: {} }], [node], { exclusions })).toEqual(['planned']);
  });
});
