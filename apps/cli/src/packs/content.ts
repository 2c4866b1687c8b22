// What a command judges and shows by: the catalogue, and the packs of a configuration, a flag or a campaign.
import { frameworks, frameworksFor, hostChecks, packFacts, system } from '@bongsu/catalog';
import type { Campaign, CampaignPack, Framework, Host, HostCheck, JudgedBy, Probe } from '@bongsu/core';
import { judgedByOf, packFamily } from '@bongsu/core';
import { packContent } from '@bongsu/engines';
import { CliError } from '../cli-error.ts';
import type { LoadedPack } from './load-pack.ts';

export interface Content {
  readonly checks: readonly HostCheck[];
  readonly system: Probe<Host>;
  /** The catalogue's first, then those of packs. */
  readonly frameworks: readonly Framework[];
  readonly packs: readonly CampaignPack[];
}

/** The catalogue alone, as far as it speaks of the hosts that are judged. */
export const builtIn: Content = { checks: hostChecks, system, frameworks: frameworksFor('linux'), packs: [] };

const packProbes = Object.fromEntries(Object.entries(packFacts).map(([name, fact]) => [name, fact.probe]));

/** The cases of a pack come with its checks, for those who test it. */
export function contentOfPack({ definition }: LoadedPack): ReturnType<typeof packContent> {
  return packContent(definition, packProbes);
}

/** @throws CliError `bad-input` where two packs would speak under one name. */
export function contentWith(packs: readonly LoadedPack[]): Content {
  if (packs.length === 0) return builtIn;
  for (const field of ['name', 'edition'] as const) {
    const twice = packs.find(
      (pack, index) => packs.findIndex((other) => other.kept[field] === pack.kept[field]) !== index,
    );
    if (twice)
      throw new CliError(
        'bad-input',
        `two packs have the ${field} ${twice.kept[field]}: give each its own in pack.yaml`,
      );
  }
  const made = packs.map(contentOfPack);
  return {
    checks: [...hostChecks, ...made.flatMap((one) => one.checks)],
    system,
    frameworks: [...builtIn.frameworks, ...made.map((one) => one.framework)],
    packs: packs.map((pack) => pack.kept),
  };
}

/** By what a campaign was planned, whatever lies in the packs' folders today. */
export async function contentOfCampaign(campaign: Campaign): Promise<Content> {
  if ((campaign.packs ?? []).length === 0) return builtIn;
  const { packKept } = await import('./load-pack.ts');
  return contentWith((campaign.packs ?? []).map(packKept));
}

/** Who judges a unit; of a unit whose check is gone, its pack tells. */
export function judgedByIn(unit: string, content: Content): JudgedBy {
  const check = content.checks.find((one) => one.id === unit);
  if (check) return check.judgedBy ?? 'bongsu';
  const pack = content.packs.find((one) => unit.startsWith(`${packFamily(one.name)}.`));
  return pack ? judgedByOf(pack.kind) : 'bongsu';
}

/** True for the editions that packs bring. */
export function isPackEdition(edition: Framework): boolean {
  return !frameworks.some((one) => one.id === edition.id);
}
