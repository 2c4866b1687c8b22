// How a plan will go through the fleet, before anybody agrees to it: rings and their stop, windows, deadline and waiting.
import type { Campaign, Ring, Target } from '@bongsu/core';
import { windowsOpen } from '@bongsu/engines';
import { forTerminal } from '../screen/harmless.ts';
import type { Session } from './session.ts';

export function courseShow({ plan, createdAt }: Campaign, targets: readonly Target[], { screen, say }: Session): void {
  const open = targets.filter((one) => one.state === null);
  if (open.length === 0) return;
  const { rings = [], windows = [], deadline, waitUntil } = plan;
  if (rings.length > 1)
    for (const [index, ring] of rings.entries()) {
      const hosts = open.filter((one) => one.ring === index).length;
      screen.out(say('plan.ring', { ring: index + 1, upTo: upToWords(ring), hosts, stop: stopWords(ring, say) }));
    }
  else if (rings[0] && stopsAt(rings[0])) screen.out(stopWords(rings[0], say));
  for (const window of windows) {
    const hosts = open.filter((one) => one.window === window.name).length;
    const { open: now, nextAt } = windowsOpen({ windows: [window], limits: plan.limits }, new Date(createdAt));
    const at = now.length > 0 ? createdAt : nextAt === null ? null : new Date(nextAt).toISOString();
    const late = at === null || (deadline !== undefined && Date.parse(at) >= Date.parse(deadline));
    const words = { window: window.name, hosts, at: at ?? '·', deadline: deadline ?? '·' };
    screen.out(forTerminal(say(late && hosts > 0 ? 'plan.window-late' : 'plan.window', words)));
  }
  if (deadline !== undefined) screen.out(say('plan.deadline', { deadline }));
  if (waitUntil) screen.out(say('plan.wait', { until: waitUntil }));
}

function upToWords({ upTo }: Ring): string {
  return 'count' in upTo ? String(upTo.count) : `${upTo.percent} %`;
}

function stopsAt({ stop }: Ring): boolean {
  return stop.count !== null || stop.percent !== null;
}

function stopWords({ stop }: Ring, say: Session['say']): string {
  const limits = [
    ...(stop.count === null ? [] : [String(stop.count)]),
    ...(stop.percent === null ? [] : [`${stop.percent} %`]),
  ];
  return limits.length === 0 ? say('plan.no-stop') : say('plan.stop', { limits: limits.join(' / ') });
}
