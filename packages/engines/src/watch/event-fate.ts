// What is to be done about an instance that events told of: wait, check it, or write down why not.
import type { EventEnd, EventOutcome, EventPolicy, Instant, Likeness } from '@bongsu/core';
import type { FrozenTarget } from '../inventory/freeze.ts';

/** What is known when an instance's turn comes. */
export interface EventView {
  /** What a campaign would make of it; null where neither EC2 nor Systems Manager lists it. */
  readonly frozen: FrozenTarget | null;
  /** Whether both lists could be read in full. */
  readonly listed: boolean;
  /** Why not, where they could not. */
  readonly fault: string;
  /** A node outside of AWS, of which EC2 knows nothing. */
  readonly hybrid: boolean;
  /** Whether an event said that it was terminated. */
  readonly terminated: boolean;
  readonly receivedAt: Instant;
}

export type EventFate = { readonly kind: 'wait' } | { readonly kind: 'check' } | ({ readonly kind: 'end' } & EventEnd);

/** EC2 lists a new instance only after some seconds (EC2 user guide, eventual consistency): absence proves nothing before. */
const listedSeconds = 120;

/** Only what may still change is waited for, and no longer than the policy says. */
export function eventFate(view: EventView, policy: Pick<EventPolicy, 'waitMinutes'>, now: Date): EventFate {
  const waited = (now.getTime() - Date.parse(view.receivedAt)) / 1000;
  const late = waited >= policy.waitMinutes * 60;
  const end = (outcome: EventOutcome, detail: string): EventFate => ({
    ...{ kind: 'end', outcome, detail, campaignId: null, standIn: null },
  });
  const giveUp = (outcome: EventOutcome, detail: string): EventFate =>
    late ? end(outcome, `${detail}; waited ${policy.waitMinutes} min`) : { kind: 'wait' };
  const { frozen } = view;
  if (!view.listed && (frozen === null || frozen.state === null)) return giveUp('undeliverable', view.fault);
  if (frozen === null && view.hybrid) return giveUp('not-managed', 'Systems Manager does not know it');
  if (frozen === null) {
    if (view.terminated) return end('gone', 'terminated before its turn');
    return waited >= listedSeconds || late ? end('gone', 'EC2 no longer lists it') : { kind: 'wait' };
  }
  const { state, detail, instance } = frozen;
  if (state === null) return { kind: 'check' };
  if (state === 'excluded' || state === 'platform-unsupported') return end(state, detail);
  if (state === 'not-managed' || state === 'agent-offline') return giveUp(state, detail);
  if (state !== 'stopped') return giveUp('undeliverable', detail);
  if (instance.state === 'shutting-down') return end('gone', `${instance.state} before its turn`);
  return instance.state === 'pending' ? giveUp('stopped', detail) : end('stopped', detail);
}

/** The tags by which auto scaling and EC2 mark what they launch (Auto Scaling and EC2 user guides); null where no group launched it. */
export function likenessOf({ instance }: FrozenTarget): Likeness | null {
  const tag = (name: string): string => (Object.hasOwn(instance.tags, name) ? (instance.tags[name] ?? '') : '');
  const group = tag('aws:autoscaling:groupName');
  if (group === '') return null;
  return {
    accountId: instance.accountId,
    region: instance.region,
    group,
    template: tag('aws:ec2launchtemplate:id'),
    templateVersion: tag('aws:ec2launchtemplate:version'),
    imageId: instance.imageId,
  };
}
