// route: tells people that a campaign has ended; each channel once, again where it was surely not taken.
import type {
  Campaign,
  CampaignStore,
  Channel,
  Clock,
  DeliveryStore,
  Message,
  Notice,
  VerdictStore,
} from '@bongsu/core';
import { mailMessage, noticeOf, slackMessage, webhookMessage } from '@bongsu/engines';

export interface RoutePorts {
  readonly campaigns: Pick<CampaignStore, 'targetList'>;
  readonly verdicts: Pick<VerdictStore, 'statusList'>;
  readonly deliveries: DeliveryStore;
  readonly channels: readonly Channel[];
  /** What a notice points to; null where there is nothing to open. */
  readonly link: ((campaignId: string) => string) | null;
  readonly clock: Clock;
}

/** Seconds until the next try: twice as long each time, at most half an hour, for a day: a server that is down for a night has them all. */
const retrySeconds = 5;
const retrySecondsMax = 1_800;
const triesMax = 56;
/** A sender that was not heard of for so long is dead: longer than any channel waits for an answer. */
const deadSeconds = 120;

/** Hosts whose statuses are in memory at one time: each has one for every unit. */
const hostsAtOnce = 500;

/** Writes the messages down, so that a crash after the end of the campaign loses none. Again: changes nothing. */
export async function noticePut(campaign: Campaign, endedAt: string, ports: RoutePorts): Promise<void> {
  // Of single new instances programs are told, and not people: a group that grows would fill their channels.
  const channels = campaign.plan.part ? ports.channels.filter((one) => one.kind === 'webhook') : ports.channels;
  if (channels.length === 0) return;
  const targets = await ports.campaigns.targetList(campaign.campaignId);
  const judged = targets.filter((one) => one.evidenceSha256 !== null);
  const fails = new Map<string, number>();
  for (let start = 0; start < judged.length; start += hostsAtOnce) {
    const some = judged.slice(start, start + hostsAtOnce);
    for (const { instanceId, statuses } of await ports.verdicts.statusList(campaign.campaignId, some))
      fails.set(instanceId, [...statuses.values()].filter((status) => status === 'fail').length);
  }
  const { campaignId, stopped, plan } = campaign;
  const places = new Set(plan.gaps.map((gap) => `${gap.accountId}/${gap.region}`));
  const link = ports.link?.(campaignId) ?? null;
  const notice = noticeOf({ campaignId, endedAt, stopped, link, unreadable: places.size }, targets, fails);
  await ports.deliveries.deliveryPut(
    channels.map((channel) => ({
      deliveryId: `${campaignId}/${endedAt}/${channel.name}`,
      channel: channel.name,
      message: messageFor(channel, notice),
      nextAt: ports.clock.now().toISOString(),
    })),
  );
}

function messageFor({ kind, lang }: Channel, notice: Notice): Message {
  switch (kind) {
    case 'slack':
      return slackMessage(notice, lang);
    case 'webhook':
      return webhookMessage(notice);
    case 'mail':
      return mailMessage(notice, lang);
  }
}

/** Sends what is due; gives how many wait for another try. */
export async function deliverDue(ports: Pick<RoutePorts, 'deliveries' | 'channels' | 'clock'>): Promise<number> {
  const now = ports.clock.now().getTime();
  const after = (seconds: number): string => new Date(now + seconds * 1000).toISOString();
  const due = await ports.deliveries.deliveryTake(after(0), after(-deadSeconds));
  await Promise.all(
    due.map(async ({ deliveryId, channel: name, message, tries }) => {
      const channel = ports.channels.find((one) => one.name === name);
      // A channel that is no longer configured is told nothing; what it was owed stays on record.
      if (!channel)
        return ports.deliveries.deliveryEnd(deliveryId, 'failed', 'no such channel is configured', after(0));
      const end = await channel.send(message, deliveryId);
      const wait = Math.min(retrySecondsMax, retrySeconds * 2 ** (tries - 1));
      const again = end.kind === 'again' && tries < triesMax;
      const phase = again ? 'waiting' : end.kind === 'again' || end.kind === 'refused' ? 'failed' : end.kind;
      const seconds = end.kind === 'again' ? Math.max(wait, end.afterSeconds ?? 0) : 0;
      return ports.deliveries.deliveryEnd(deliveryId, phase, end.said, after(seconds));
    }),
  );
  return (await ports.deliveries.deliveryList()).filter((one) => one.phase === 'waiting').length;
}
