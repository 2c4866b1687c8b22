// What a report says, before any format: hosts, items of the editions, coverage, scores and exceptions, each with ids that lead to its proof.
import type { Campaign, Framework, Instant, Target, VerdictStatus } from '@bongsu/core';
import { familyNamed, hostKey } from '@bongsu/core';
import type { Family } from '@bongsu/core';
import type { Coverage, Score, ScoreRules } from '@bongsu/engines';
import { scoreOf } from '@bongsu/engines';
import type { EditionItem } from '../commands/editions.ts';
import { editionItems } from '../commands/editions.ts';
import { countOf } from '../commands/items.ts';
import type { HostItem } from '../commands/judged.ts';
import { itemsByHost } from '../commands/judged.ts';
import { exceptionsOf } from './exceptions.ts';
import type { ReportException } from './exceptions.ts';
import type { ReportMatter } from './matter.ts';

export type StatusCounts = Readonly<Record<VerdictStatus, number>>;

export interface HostView {
  /** `S-0001`, in the order of account, Region and instance. */
  readonly number: string;
  readonly target: Target;
  readonly platform: string;
  readonly family: Family;
  readonly address: string;
  /** Items of every edition; empty where the host was not judged. */
  readonly rows: readonly EditionItem<HostItem>[];
  readonly counts: StatusCounts;
  readonly score: Score;
}

export interface ItemView {
  readonly row: EditionItem<HostItem>;
  readonly counts: StatusCounts;
  /** Numbers of the hosts on which it fails. */
  readonly failing: readonly string[];
}

export interface EditionView {
  readonly edition: Framework;
  readonly items: readonly ItemView[];
  readonly counts: StatusCounts;
  readonly score: Score;
}

export interface ReportView {
  readonly organization: string;
  readonly campaign: Campaign;
  readonly madeAt: Instant;
  readonly coverage: Coverage;
  readonly hosts: readonly HostView[];
  readonly editions: readonly EditionView[];
  readonly score: Score;
  readonly rules: ScoreRules;
  readonly exceptions: readonly ReportException[];
}

/** Pure: the same matter gives the same view, in the same order. */
export function reportView(matter: ReportMatter): ReportView {
  const { organization, campaign, madeAt, coverage, rules } = matter;
  const hosts = hostViews(matter);
  const editions = matter.editions.map((edition) => editionView(edition, hosts, rules));
  const score = scoreOf(
    hosts.flatMap((host) => countedRows(host.rows, matter)),
    rules,
  );
  return { organization, campaign, madeAt, coverage, hosts, editions, score, rules, exceptions: exceptionsOf(matter) };
}

function hostViews(matter: ReportMatter): HostView[] {
  const { targets, items, instances, editions, rules } = matter;
  const byHost = itemsByHost(items);
  const known = new Map(instances.map((one) => [hostKey(one), one]));
  const sorted = targets.toSorted((a, b) => (hostKey(a) < hostKey(b) ? -1 : 1));
  return sorted.map((target, index) => {
    const own = byHost.get(hostKey(target));
    const instance = known.get(hostKey(target));
    const rows = own ? editions.flatMap((edition) => editionItems(edition, own)) : [];
    const node = instance?.node;
    return {
      number: `S-${String(index + 1).padStart(4, '0')}`,
      target,
      platform: node ? `${node.platformName} ${node.platformVersion}` : (instance?.platformDetails ?? ''),
      family: familyNamed(node?.platformName ?? ''),
      address: node?.ipAddress || (instance?.privateIp ?? ''),
      rows,
      counts: countOf(rows),
      score: scoreOf(countedRows(rows, matter), rules),
    };
  });
}

function countedRows<Row extends EditionItem>(rows: readonly Row[], { scored, editions }: ReportMatter): Row[] {
  const counted = new Set((scored ?? editions).map((edition) => edition.id));
  return rows.filter((row) => counted.has(row.edition));
}

function editionView(edition: Framework, hosts: readonly HostView[], rules: ScoreRules): EditionView {
  const seen = hosts.flatMap((host) =>
    host.rows.filter((row) => row.edition === edition.id).map((row) => ({ row, number: host.number })),
  );
  const byCode = Map.groupBy(seen, ({ row }) => row.code);
  const items = edition.items.flatMap(({ code }): ItemView[] => {
    const all = byCode.get(code) ?? [];
    const [first] = all;
    if (!first) return [];
    const failing = all.filter(({ row }) => row.status === 'fail').map(({ number }) => number);
    return [{ row: first.row, counts: countOf(all.map(({ row }) => row)), failing }];
  });
  const rows = seen.map(({ row }) => row);
  return { edition, items, counts: countOf(rows), score: scoreOf(rows, rules) };
}

/**
 * The id under which the proof of a unit on a host is found: its archive and the unit. The same evidence has the same id in every
 * report, and `bongsu evidence show` opens it.
 */
export function evidenceId(target: Pick<Target, 'evidenceSha256'>, unit: string): string {
  return `E-${(target.evidenceSha256 ?? '').slice(0, 12)}-${unit}`;
}
