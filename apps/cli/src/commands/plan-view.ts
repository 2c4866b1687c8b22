// What a plan would do, before anybody agrees to it.
import type { Target } from '@bongsu/core';
import { unreadablePlaces } from '@bongsu/engines';
import type { PlannedCampaign } from '@bongsu/flow';
import { detailIn } from '../language/said-in.ts';
import { packsShow } from '../packs/packs-view.ts';
import { tableLines } from '../screen/table.ts';
import { unreadableShow } from './coverage-view.ts';
import { courseShow } from './plan-course.ts';
import type { Session } from './session.ts';

export interface RunFlags {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  /** Leave the rest to `bongsu worker`. */
  readonly byWorker?: boolean;
}

/** The plan: what happens to each target, the calls, and the lives of URLs and credentials. */
export function planShow({ campaign, targets }: PlannedCampaign, flags: RunFlags, session: Session): void {
  const { screen, say } = session;
  const { plan, campaignId } = campaign;
  if (screen.asJson) {
    if (flags.dryRun) screen.json({ campaign: campaignId, plan, targets: targets.map(targetJson) });
    return;
  }
  screen.out(screen.bold(say('plan.title', { campaign: campaignId })));
  const counts = Object.entries(plan.counts).map(([state, count]) => [
    say(`state.${state as 'planned'}`),
    String(count),
  ]);
  for (const line of tableLines([{ head: say('plan.targets') }, { head: say('head.count'), right: true }], counts))
    screen.out(line);
  const kept = targets.filter((target) => target.state !== null);
  const columns = [
    { head: say('head.instance') },
    { head: say('head.name') },
    { head: say('head.state') },
    { head: say('head.detail') },
  ];
  if (kept.length > 0) screen.out('');
  for (const line of kept.length > 0
    ? tableLines(
        columns,
        kept
          .slice(0, 30)
          .map((one) => [one.instanceId, one.name, say(`state.${one.state ?? 'pending'}`), detailIn(one.detail, say)]),
      )
    : [])
    screen.out(line);
  screen.out('');
  const calls = Object.entries(plan.calls).map(([call, count]) => [call, String(count)]);
  for (const line of tableLines([{ head: say('plan.calls') }, { head: say('head.calls'), right: true }], calls))
    screen.out(line);
  const credential =
    plan.credentialSeconds === null
      ? say('plan.forever')
      : say('plan.ends', { seconds: Math.floor(plan.credentialSeconds) });
  screen.out(say('plan.delivery', { mode: say(`delivery.${plan.delivery ?? 'presigned'}`) }));
  courseShow(campaign, targets, session);
  screen.out(say('plan.life', { url: plan.limits.urlSeconds, credential }));
  screen.out(say('plan.script', { bytes: plan.scriptBytes, sha: plan.scriptSha256 }));
  packsShow(plan.packs ?? [], { screen, say });
  unreadableShow(unreadablePlaces(plan.gaps), screen, say);
  if ((plan.counts['planned'] ?? 0) === 0) screen.out(say('plan.nothing'));
  else if (flags.dryRun) screen.out(say('plan.dry', { campaign: campaignId }));
  screen.out('');
}

export function targetJson(target: Target): object {
  return { ...target, campaignId: undefined };
}
