// The packs of a plan: which, by what hash, and what it means that one of them brings a script.
import type { PackMark } from '@bongsu/core';
import type { Session } from '../commands/session.ts';
import { tableLines } from '../screen/table.ts';

export function packsShow(packs: readonly PackMark[], { screen, say }: Pick<Session, 'screen' | 'say'>): void {
  if (packs.length === 0) return;
  const columns = [
    { head: say('plan.packs') },
    { head: say('plan.pack-kind') },
    { head: say('plan.pack-edition') },
    { head: 'SHA-256' },
  ];
  const rows = packs.map((pack) => [
    `${pack.name} ${pack.version}`,
    say(`plan.${pack.kind}`),
    pack.edition,
    pack.sha256,
  ]);
  screen.out('');
  for (const line of tableLines(columns, rows)) screen.out(line);
  for (const pack of packs) if (pack.kind === 'legacy') screen.out(say('plan.as-root', { pack: pack.name }));
}
