// bongsu evidence prune: removes evidence that is past its retention and that nothing else needs, says what stays and why, and writes it down.
import type { PastEvidence } from '@bongsu/core';
import { forTerminal } from '../screen/harmless.ts';
import { tableLines } from '../screen/table.ts';
import { realClock, withStore } from '../wire.ts';
import { byWhom } from './answer.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';

export interface PruneFlags {
  readonly dryRun?: boolean;
  /** Who removes it; else the user of this machine. */
  readonly by?: string;
}

interface Stays {
  readonly one: PastEvidence;
  /** What the store has against it, or in the vault's own words. */
  readonly why: string;
}

/** 0: removed, or nothing to remove; 1: the vault keeps something of what may go. */
export async function evidencePrune(flags: PruneFlags, session: Session): Promise<number> {
  const by = byWhom(flags.by);
  const at = realClock.now().toISOString();
  return withStore(await storePlace(session), session, async (store) => {
    const past = await store.evidencePast(at);
    const removed: PastEvidence[] = [];
    const stays: Stays[] = [];
    for (const [index, one] of past.entries()) {
      if (index > 0) session.screen.progress({ what: 'prune', done: index, left: past.length - index });
      const why = one.heldBy ?? (flags.dryRun ? null : await store.evidenceRemove(one.sha256, at, by));
      if (why === null) removed.push(one);
      else stays.push({ one, why });
    }
    const left = await store.evidenceSum();
    show({ removed, stays, left, dryRun: flags.dryRun === true }, session);
    return stays.some(({ one }) => one.heldBy === null) ? 1 : 0;
  });
}

interface Pruned {
  readonly removed: readonly PastEvidence[];
  readonly stays: readonly Stays[];
  readonly left: { readonly archives: number; readonly bytes: number };
  readonly dryRun: boolean;
}

function show({ removed, stays, left, dryRun }: Pruned, { screen, say }: Session): void {
  const shown = ({ sha256, sizeBytes, keptUntil }: PastEvidence) => ({ sha256, sizeBytes, keptUntil });
  if (screen.asJson)
    return screen.json({
      dryRun,
      removed: removed.map(shown),
      stays: stays.map(({ one, why }) => ({ ...shown(one), why })),
      left,
    });
  const columns = [{ head: 'SHA-256' }, { head: say('prune.until') }, { head: say('prune.what') }];
  const words = {
    'open-campaign': say('prune.open-campaign'),
    'unsigned-record': say('prune.unsigned-record'),
    answer: say('prune.answer'),
  };
  const rows = [
    ...removed.map((one) => [one.sha256, one.keptUntil, say(dryRun ? 'prune.would' : 'prune.removed')]),
    ...stays.map(({ one, why }) => [one.sha256, one.keptUntil, one.heldBy ? words[one.heldBy] : forTerminal(why)]),
  ];
  if (rows.length > 0) for (const line of tableLines(columns, rows)) screen.out(line);
  const bytes = removed.reduce((sum, one) => sum + one.sizeBytes, 0);
  screen.out(say(dryRun ? 'prune.sum-dry' : 'prune.sum', { count: removed.length, bytes, stays: stays.length }));
  screen.out(say('prune.left', { count: left.archives, bytes: left.bytes }));
}
