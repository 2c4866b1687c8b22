// Names of files, folders and types: kebab-case on disk, and none of the words under which anything could hide.
import type { House, Violation } from '../house.ts';
import type { Source } from '../source.ts';

/** Refused wherever they stand in a name: `string-utils.ts`, `CampaignManager`. */
const anywhere = 'utils? helpers? commons? shared misc managers?';
/** Refused as the whole name. */
const alone = 'base services? data infos? informations? types?';

const because = 'a cellar word: name the thing for the one idea it holds';
const cellarPart = new RegExp(`^(?:${anywhere.replaceAll(' ', '|')})$`);
const cellarName = new RegExp(`^(?:${`${anywhere} ${alone}`.replaceAll(' ', '|')})$`);
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/**
 * Where a cellar word has a meaning of its own: AWS's services in the lab, one folder each; and the services of a host, which are
 * a chapter of KISA's guide (서비스 관리).
 */
const allowedPaths = [
  'lab/src/services',
  'packages/catalog/src/host-checks/service',
  'packages/catalog/src/probes/services.ts',
];

/** Judges the names of the house. */
export function names(house: House): readonly Violation[] {
  const inPaths = house.sources.flatMap((source) =>
    pathTrouble(source.path).map((message) => complaint(source, 0, message)),
  );
  return [...inPaths, ...house.sources.flatMap(typeTrouble)];
}

function pathTrouble(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.flatMap((segment, depth) => {
    if (!kebab.test(segment)) return [`${segment} is not kebab-case`];
    if (allowedPaths.includes(segments.slice(0, depth + 1).join('/'))) return [];
    const [stem = ''] = segment.split('.');
    return isCellar(stem, stem.split('-')) ? [`${segment} is ${because}`] : [];
  });
}

function typeTrouble(source: Source): readonly Violation[] {
  const found: Violation[] = [];
  const judge = (node: { readonly id: { readonly name: string; readonly start: number } | null }): void => {
    if (node.id === null) return;
    const words = node.id.name.split(/(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase());
    if (isCellar(node.id.name.toLowerCase(), words))
      found.push(complaint(source, source.lineAt(node.id.start), `type ${node.id.name} is ${because}`));
  };
  source.visit({ TSInterfaceDeclaration: judge, TSTypeAliasDeclaration: judge, ClassDeclaration: judge });
  return found;
}

function isCellar(name: string, words: readonly string[]): boolean {
  return cellarName.test(name) || words.some((word) => cellarPart.test(word));
}

function complaint(source: Source, line: number, message: string): Violation {
  return { rule: 'names', path: source.path, line, message };
}
