// What packs may ask, as Markdown: made from the catalogue and the list of commands, so that the documentation cannot say another thing.
import { caseHosts, packFacts } from '@bongsu/catalog';
import type { FactShape } from '@bongsu/catalog';
import { globFolders, legacyWords, packCommands } from '@bongsu/engines';

/** The tables of docs/packs.md; `bongsu pack reference` prints them. */
export function packReference(): string {
  const probes = Object.entries(packFacts).map(
    ([name, { about, shape, probe }]) =>
      `| \`${name}\` | ${about.en}${probe.live ? ' (running systems only)' : ''} | ${Object.entries(shape)
        .map(([field, of]) => `\`${field}: ${shown(of)}\``)
        .join('<br>')} |`,
  );
  const commands = Object.entries(packCommands).map(
    ([name, { words, argument, lines }]) =>
      `| \`${name}\` | ${argument ? `\`${argument.field}\`, such as \`${argument.example}\`` : ''} | \`${escaped(words.join(' '))}\` | ${escaped(lines)} |`,
  );
  const statuses = Object.entries(legacyWords).map(
    ([status, words]) => `| \`${status}\` | ${words.map((word) => `\`${word}\``).join(', ')} |`,
  );
  return [
    '**Probes** (`probe: NAME`)\n',
    table(['probe', 'what it tells', 'fact'], probes),
    '\n`int?` and the like may be null. A field whose name ends in `?` is absent where the host did not tell: ask `has(fact.field)` first.',
    '\n**Commands** (`command: {name: NAME, …}`)\n',
    table(['name', 'argument', 'what runs', 'lines'], commands),
    '\n**Folders for `files`**\n',
    globFolders.map((folder) => `\`${folder}\``).join(', '),
    '\n**Hosts for cases**\n',
    Object.keys(caseHosts)
      .map((name) => `\`${name}\``)
      .join(', '),
    '\n**Status words of a script**\n',
    table(['becomes', 'words, in any case'], statuses),
  ].join('\n');
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...rows].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '\\n');
}

/** `[{name: string, uid: int?}]` */
function shown(shape: FactShape): string {
  if (typeof shape === 'string') return shape;
  if (isList(shape)) return `[${shown(shape[0])}]`;
  const fields = Object.entries(shape).map(([field, of]) => `${field}: ${shown(of)}`);
  return `{${fields.join(', ')}}`;
}

function isList(shape: Exclude<FactShape, string>): shape is readonly [FactShape] {
  return Array.isArray(shape);
}
