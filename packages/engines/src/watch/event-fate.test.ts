// What becomes of an instance that events told of, by what is known of it and for how long it has been waited for.
import type { Instance } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import type { FrozenTarget } from '../inventory/freeze.ts';
import { type EventView, eventFate, likenessOf } from './event-fate.ts';

const instance: Instance = {
  ...{ accountId: '111122223333', region: 'ap-northeast-2', instanceId: 'i-0123456789abcdef0', state: 'running' },
  ...{ name: 'web', tags: {}, imageId: 'ami-1', instanceType: 't3.micro', launchedAt: null, privateIp: '' },
  ...{ platformDetails: 'Linux/UNIX', node: null, nodeKnown: true },
};
const frozen = (state: FrozenTarget['state'], change: Partial<Instance> = {}): FrozenTarget => ({
  ...{ state, detail: `${state}`, instance: { ...instance, ...change } },
});
const received = '2026-11-22T01:00:00.000Z';

function fate(one: FrozenTarget | null, afterSeconds: number, change: Partial<EventView> = {}): string {
  const view = {
    frozen: one,
    listed: true,
    fault: '',
    hybrid: false,
    terminated: false,
    receivedAt: received,
    ...change,
  };
  const now = new Date(Date.parse(received) + afterSeconds * 1000);
  const said = eventFate(view, { waitMinutes: 15 }, now);
  return said.kind === 'end' ? said.outcome : said.kind;
}

describe('an instance', () => {
  it('that is online is checked, however late', () =>
    expect([fate(frozen(null), 0), fate(frozen(null), 9_000)]).toEqual(['check', 'check']));
  it.each(['not-managed', 'agent-offline', 'undeliverable'] as const)('is waited for while %s, not for ever', (state) =>
    expect([fate(frozen(state), 899), fate(frozen(state), 900)]).toEqual(['wait', state]),
  );
  it.each(['excluded', 'platform-unsupported'] as const)('is not waited for where it is %s', (state) =>
    expect(fate(frozen(state), 0)).toBe(state),
  );
  it('is waited for while it starts, and not once it has stopped', () => {
    expect(fate(frozen('stopped', { state: 'pending' }), 60)).toBe('wait');
    expect(fate(frozen('stopped', { state: 'pending' }), 900)).toBe('stopped');
    expect(fate(frozen('stopped', { state: 'stopped' }), 0)).toBe('stopped');
    expect(fate(frozen('stopped', { state: 'shutting-down' }), 0)).toBe('gone');
  });
  it('that EC2 does not list yet is not gone yet', () =>
    expect([fate(null, 119), fate(null, 120)]).toEqual(['wait', 'gone']));
  it('that EC2 never lists is not gone, but not managed', () =>
    expect([fate(null, 200, { hybrid: true }), fate(null, 900, { hybrid: true })]).toEqual(['wait', 'not-managed']));
  it('that was terminated, as is told and as EC2 shows, is gone', () =>
    expect(fate(null, 0, { terminated: true })).toBe('gone'));
  it('is not gone because somebody says so', () => expect(fate(frozen(null), 0, { terminated: true })).toBe('check'));
  it('is neither gone nor checked where the lists could not be read', () => {
    const unread = { listed: false, fault: 'ec2:DescribeInstances: AccessDenied' };
    expect([fate(null, 200, unread), fate(null, 200, { ...unread, terminated: true })]).toEqual(['wait', 'wait']);
    expect([fate(frozen(null), 0, unread), fate(frozen(null), 900, unread)]).toEqual(['wait', 'undeliverable']);
  });
});

it('instances are alike by group, template with version, and image; without a group they are not', () => {
  const tags = {
    'aws:autoscaling:groupName': 'web',
    'aws:ec2launchtemplate:id': 'lt-1',
    'aws:ec2launchtemplate:version': '7',
  };
  expect(likenessOf(frozen(null))).toBeNull();
  expect(likenessOf(frozen(null, { tags }))).toEqual({
    ...{ accountId: '111122223333', region: 'ap-northeast-2', group: 'web' },
    ...{ template: 'lt-1', templateVersion: '7', imageId: 'ami-1' },
  });
});
