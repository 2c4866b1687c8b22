// bongsu items: the editions item by item with the units that decide them, and what of each unit can be set.
import { frameworks, unixCrosswalk, windowsChecks } from '@bongsu/catalog';
import type { HostCheck } from '@bongsu/core';
import { parameterText } from '@bongsu/core';
import type { Content } from '../packs/content.ts';
import { builtIn, contentWith, isPackEdition } from '../packs/content.ts';
import { tableLines } from '../screen/table.ts';
import { editionsListed } from './editions.ts';
import type { Session } from './session.ts';
import { configIfThere } from './session.ts';

export async function items(session: Session): Promise<void> {
  const { screen, say, flags } = session;
  const content = await contentHere(session);
  const editions = editionsListed(flags.edition, [...frameworks, ...content.frameworks.filter(isPackEdition)]);
  const windows = editions.some((edition) => edition.platform === 'windows');
  const checks = windows ? [...content.checks, ...windowsChecks] : content.checks;
  const units = new Map(checks.map((check) => [check.id, check]));
  if (screen.asJson)
    return screen.json({
      editions: editions.map((edition) => ({
        ...edition,
        title: edition.title[say.lang],
        items: edition.items.map((item) => ({ ...item, title: item.title[say.lang] })),
      })),
      units: checks.map((check) => unitJson(check, say.lang)),
      crosswalk: unixCrosswalk.map((row) => ({ ...row, change: row.change?.[say.lang] ?? null })),
    });
  for (const edition of editions) {
    screen.out(screen.bold(say('items.edition', { edition: edition.id, title: say.text(edition.title) })));
    const heads = ['head.code', 'head.importance', 'head.item', 'head.unit', 'items.counterpart'] as const;
    const rows = edition.items.map((item) => [
      item.code,
      say(`importance.${item.importance}`),
      say.text(item.title),
      item.units.join(' '),
      counterparts(edition.id, item.code),
    ]);
    for (const line of tableLines(
      heads.map((head) => ({ head: say(head) })),
      rows,
    ))
      screen.out(line);
    screen.out(say('items.source', { source: edition.source, count: edition.items.length }));
    if (edition.platform === 'windows') screen.out(say('items.not-run'));
    screen.out('');
  }
  const shown = new Set(editions.flatMap((edition) => edition.items.flatMap((item) => item.units)));
  parametersShow(
    [...shown].flatMap((unit) => units.get(unit) ?? []),
    { screen, say },
  );
}

/** The codes of the other edition that speak of the same subject; empty where it has none, or no crosswalk is known. */
function counterparts(edition: string, code: string): string {
  const own = `${edition}:${code}`;
  const others = unixCrosswalk.flatMap(({ from, to }) => (from === own ? [to] : to === own ? [from] : []));
  return others.filter((one) => one !== null).join(' ');
}

/** The catalogue, with the packs of the configuration where there is one. */
async function contentHere(session: Session): Promise<Content> {
  const packs = (await configIfThere(session))?.packs ?? [];
  if (packs.length === 0) return builtIn;
  const { packsNamed } = await import('../packs/load-pack.ts');
  return contentWith(await packsNamed(packs, session.flags.config));
}

function parametersShow(checks: readonly HostCheck[], { screen, say }: Pick<Session, 'screen' | 'say'>): void {
  const rows = checks.flatMap((check) =>
    Object.entries(check.parameters ?? {}).map(([name, parameter]) => [
      check.id,
      name,
      parameterText(parameter, parameter.default),
      (check.accepted ?? [])
        .flatMap(({ families, values }) => {
          const value = values[name];
          return value === undefined ? [] : [`${families.join('·')}: ${parameterText(parameter, value)}`];
        })
        .join(' '),
      say.text(parameter.about),
    ]),
  );
  if (rows.length === 0) return;
  screen.out(screen.bold(say('items.parameters')));
  const heads = ['head.unit', 'basis.parameter', 'basis.guide', 'items.distro-aware', 'basis.about'] as const;
  for (const line of tableLines(
    heads.map((head) => ({ head: say(head) })),
    rows,
  ))
    screen.out(line);
}

function unitJson(check: HostCheck, lang: 'ko' | 'en'): object {
  const { id, importance, fix, parameters, accepted } = check;
  return {
    unit: id,
    title: check.title[lang],
    why: check.why[lang],
    importance,
    expected: check.expects[lang],
    remedy: check.remedy[lang],
    fix: fix ?? {},
    question: check.question?.[lang] ?? null,
    judgedBy: check.judgedBy ?? 'bongsu',
    parameters: Object.fromEntries(
      Object.entries(parameters ?? {}).map(([name, one]) => [name, { ...one, about: one.about[lang] }]),
    ),
    accepted: (accepted ?? []).map((one) => ({ ...one, why: one.why[lang] })),
  };
}
