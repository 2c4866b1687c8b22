// Draws the house as it stands: the graph of packages and the table of who may import whom, as Markdown.
import type { House } from './house.ts';
import { type Ban, type Room, rooms } from './room.ts';

const floors = [
  [4, 'floor 4: faces, the only wiring'],
  [3, 'floor 3: the story'],
  [2, 'floor 2: thinking, content, hands'],
  [1, 'floor 1: the ground'],
  ['beside', 'beside the house'],
] as const;

/** The package graph as a Mermaid block. Its arrows are the declared dependencies, which the walls hold equal to the imports. */
export function picture(house: House): string {
  const standing = rooms.filter((room) => house.manifests.has(room.folder));
  const boxes = floors.flatMap(([floor, title]) => [
    `  subgraph floor-${floor} ["${title}"]`,
    ...standing
      .filter((room) => room.floor === floor)
      .map((room) => `    ${word(room.name)}["<b>${word(room.name)}</b><br/>${room.purpose}"]`),
    '  end',
  ]);
  const arrows = standing.flatMap((room) => arrowsOf(room, house));
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n');
}

function arrowsOf(room: Room, house: House): readonly string[] {
  const names = Object.keys(house.manifests.get(room.folder)?.dependencies ?? {}).filter((name) =>
    name.startsWith('@bongsu/'),
  );
  return names
    .toSorted()
    .map((name) => `  ${word(room.name)} ${name === '@bongsu/lab' ? '-. demo .->' : '-->'} ${word(name)}`);
}

/** Who may import whom, with the reason of each ban; bans of several rooms are told once, below the table. */
export function importTable(): string {
  const rows = rooms.map(({ folder, ours, outside, never, because }) => {
    const bans = never.filter((ban) => roomsOf(ban).length === 1).map(told);
    return `| \`${folder}\` | ${quoted(ours.map(word))} | ${quoted(outside)} | ${[...bans, because].join('<br>')} |`;
  });
  const shared = new Set(rooms.flatMap(({ never }) => never).filter((ban) => roomsOf(ban).length > 1));
  const lines = [...shared].map((ban) => `- ${told(ban)} (refused in ${roomsOf(ban).join(', ')})`);
  return [
    '| room | may import (ours) | may import (outside) | never, because |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...lines,
  ].join('\n');
}

function roomsOf(ban: Ban): readonly string[] {
  return rooms.filter(({ never }) => never.includes(ban)).map(({ name }) => word(name));
}

function told(ban: Ban): string {
  return `${quoted(ban.what)}: ${ban.because}`;
}

function quoted(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ');
}

function word(name: string): string {
  return name.replace('@bongsu/', '');
}

/** The text with what stands between `<!-- name -->` and `<!-- /name -->` replaced; throws where the marks are absent. */
export function withBlock(text: string, name: string, block: string): string {
  const between = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!between.test(text)) throw new Error(`the marks of ${name} are missing`);
  return text.replace(between, (_, open: string, close: string) => `${open}${block}\n${close}`);
}

/** ARCHITECTURE.md as it should be, given what it is. */
export function architecturePage(page: string, house: House): string {
  return withBlock(withBlock(page, 'picture', picture(house)), 'walls', importTable());
}
