// Reads a pack's files into what the engines judge by; everything that is wrong is told at once.
import { caseHosts, frameworks } from '@bongsu/catalog';
import type { CaseCommand, FixLines, HostCase } from '@bongsu/core';
import type { DeclaredItem, LegacyItem, PackDefinition } from '@bongsu/engines';
import { packUnit, sha256Of } from '@bongsu/engines';
import type { z } from 'zod';
import { itemFaults } from './item-faults.ts';
import type { Complain } from './schema-faults.ts';
import type { PackFault } from './pack-fault.ts';
import { knownWords, packError } from './pack-fault.ts';
import type { PackFiles } from './pack-files.ts';
import { declaredHead, declaredPage, legacyHead, legacyPage } from './schema.ts';
import { parsedPage } from './schema-faults.ts';
import type { YamlPage } from './yaml-page.ts';
import { isPage, yamlPage } from './yaml-page.ts';

type DeclaredRaw = z.infer<typeof declaredHead>['items'][number];
type LegacyRaw = z.infer<typeof legacyHead>['items'][number];

interface Placed<Item> {
  readonly page: YamlPage;
  readonly index: number;
  readonly item: Item;
}

/** @throws CliError `bad-input` with a line for each fault. `place` is how its author knows the pack. */
export function readPack(place: string, files: PackFiles): PackDefinition {
  const faults: PackFault[] = [];
  const complain: Complain = (page, path, message) =>
    void faults.push({
      file: `${place}/${page.file}`,
      line: page.line(path),
      field: path.map(String).join('.'),
      message,
    });
  const pages = [...files].filter(([name]) => /\.ya?ml$/.test(name)).map(([name, bytes]) => yamlPage(name, bytes));
  for (const page of pages) if (!isPage(page)) faults.push({ ...page, file: `${place}/${page.file}` });
  const first = pages.find((page) => page.file === 'pack.yaml');
  if (!first)
    throw packError(place, [
      { file: place, line: 1, field: '', message: 'holds no pack.yaml; begin with "bongsu pack new DIR"' },
    ]);
  const read = pages.filter(isPage);
  const main = read.find((page) => page.file === 'pack.yaml');
  const rest = read.filter((page) => page !== main);
  const isLegacy =
    main &&
    typeof main.value === 'object' &&
    main.value !== null &&
    'kind' in main.value &&
    main.value.kind === 'legacy';
  const made = main ? (isLegacy ? legacyOf(main, rest, files, complain) : declaredOf(main, rest, complain)) : null;
  if (faults.length > 0 || made === null) throw packError(place, faults);
  return made;
}

function declaredOf(main: YamlPage, rest: readonly YamlPage[], complain: Complain): PackDefinition | null {
  const head = parsedPage(main, declaredHead, complain);
  const pages = rest.map((page) => ({ page, read: parsedPage(page, declaredPage, complain) }));
  if (!head) return null;
  const placed = placedItems<DeclaredRaw>(main, head.items, pages);
  const items = placed.map(
    ({ page, index, item }): DeclaredItem => ({
      ...textsOf(item),
      question: item.question ?? null,
      applies: item.applies ?? null,
      facts: item.facts,
      pass: item.pass ?? null,
      fail: item.fail ?? null,
      notApplicable: item.notApplicable ?? null,
      manual: item.manual ?? null,
      reasons: defined(item.reasons),
      evidence: item.evidence,
      cases: item.cases.map((one, at) => caseOf(one, page, ['items', index, 'cases', at], complain)),
    }),
  );
  placed.forEach(({ page, index }, at) => {
    const item = items[at];
    if (item) itemFaults(item, (path, message) => complain(page, ['items', index, ...path], message));
  });
  const { name, version, edition, title, publisher } = head;
  const pack: PackDefinition = { kind: 'declarative', name, version, edition, title, publisher, items };
  wholeFaults(pack, main, placed, complain);
  return pack;
}

function legacyOf(
  main: YamlPage,
  rest: readonly YamlPage[],
  files: PackFiles,
  complain: Complain,
): PackDefinition | null {
  const head = parsedPage(main, legacyHead, complain);
  const pages = rest.map((page) => ({ page, read: parsedPage(page, legacyPage, complain) }));
  if (!head) return null;
  const { name, version, edition, title, publisher, script } = head;
  const bytes = files.get(script.file);
  if (!bytes) {
    complain(main, ['script', 'file'], `there is no ${script.file} beside pack.yaml`);
    return null;
  }
  const sha256 = sha256Of(bytes);
  if (sha256 !== script.sha256)
    complain(
      main,
      ['script', 'sha256'],
      `${script.file} has the SHA-256 ${sha256}: write it here if this is the script that you have read`,
    );
  const placed = placedItems<LegacyRaw>(main, head.items, pages);
  const items = placed.map(
    ({ page, index, item }): LegacyItem => ({
      ...textsOf(item),
      cases: item.cases.map(({ output, exitCode, ...one }, at) =>
        caseOf(
          { ...one, commands: { script: { stdout: output, exitCode } } },
          page,
          ['items', index, 'cases', at],
          complain,
        ),
      ),
    }),
  );
  const { shell, timeoutSeconds } = script;
  const base64 = Buffer.from(bytes).toString('base64');
  const pack: PackDefinition = {
    kind: 'legacy',
    name,
    version,
    edition,
    title,
    publisher,
    items,
    script: { shell, timeoutSeconds, sha256, base64, sizeBytes: bytes.byteLength },
  };
  wholeFaults(pack, main, placed, complain);
  return pack;
}

function placedItems<Item>(
  main: YamlPage,
  own: readonly Item[],
  pages: readonly { page: YamlPage; read: { items: readonly Item[] } | null }[],
): Placed<Item>[] {
  const of = (page: YamlPage, items: readonly Item[]): Placed<Item>[] =>
    items.map((item, index) => ({ page, index, item }));
  return [...of(main, own), ...pages.flatMap(({ page, read }) => of(page, read?.items ?? []))];
}

function textsOf({ code, title, importance, why, expects, remedy, fix }: DeclaredRaw | LegacyRaw) {
  return { code, title, importance, why, expects, remedy, fix: (fix ?? null) as FixLines | null };
}

type CaseRaw = Omit<DeclaredRaw['cases'][number], 'commands'> & {
  readonly commands?: Readonly<Record<string, unknown>> | undefined;
};

function caseOf(raw: CaseRaw, page: YamlPage, path: readonly PropertyKey[], complain: Complain): HostCase {
  const { like = 'debian-12', ...change } = typeof raw.host === 'string' ? { like: raw.host } : raw.host;
  const host = Object.hasOwn(caseHosts, like) ? caseHosts[like] : undefined;
  if (!host)
    complain(page, [...path, 'host'], `no host ${JSON.stringify(like)}: ${knownWords(like, Object.keys(caseHosts))}`);
  const [fallback] = Object.values(caseHosts);
  return defined({
    name: raw.name,
    host: { ...((host ?? fallback) as HostCase['host']), ...defined(change) },
    expect: raw.expect,
    because: raw.because,
    // The schema has seen to their shapes.
    files:
      raw.files &&
      (Object.fromEntries(
        Object.entries(raw.files).map(([name, file]) => [name, typeof file === 'string' ? file : defined(file)]),
      ) as HostCase['files']),
    commands:
      raw.commands &&
      (Object.fromEntries(
        Object.entries(raw.commands).map(([name, said]) => [name, defined(said as object)]),
      ) as Record<string, CaseCommand>),
    notes: raw.notes as HostCase['notes'] | undefined,
  }) as HostCase;
}

/** What no item can see of itself: codes that meet, editions that are taken, nothing to judge. */
function wholeFaults(
  pack: PackDefinition,
  main: YamlPage,
  placed: readonly Placed<unknown>[],
  complain: Complain,
): void {
  if (frameworks.some((framework) => framework.id === pack.edition))
    complain(
      main,
      ['edition'],
      `${pack.edition} is an edition of this program: give the pack's codes an edition of their own, such as ${pack.name}-1`,
    );
  if (pack.items.length === 0) complain(main, ['items'], 'a pack has at least one item');
  if (pack.items.length > 300) complain(main, ['items'], `${pack.items.length} items; 300 is the most for one pack`);
  const seen = new Map<string, string>();
  pack.items.forEach(({ code }, at) => {
    const unit = packUnit(pack, code);
    const before = seen.get(unit);
    const place = placed[at];
    if (before !== undefined && place)
      complain(
        place.page,
        ['items', place.index, 'code'],
        `${code} makes the same unit id as ${before}, ${unit}: give it another code`,
      );
    seen.set(unit, code);
  });
}

/** Without the fields that are undefined. */
function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
