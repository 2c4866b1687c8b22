// One YAML file of a pack as plain values, with the line of every field; what could hold a reader up is refused.
import type { Document, Node } from 'yaml';
import { isAlias, isCollection, isNode, isPair, LineCounter, parseDocument, visit } from 'yaml';
import type { PackFault } from './pack-fault.ts';

export interface YamlPage {
  readonly file: string;
  readonly value: unknown;
  /** Line of the deepest part of the path that stands in the file. */
  line(path: readonly PropertyKey[]): number;
}

export const yamlLimits = { bytesMax: 262_144, depthMax: 24 } as const;

/** The page, or why it is none. */
export function yamlPage(file: string, bytes: Uint8Array): YamlPage | PackFault {
  const fault = (line: number, message: string): PackFault => ({ file, line, field: '', message });
  if (bytes.byteLength > yamlLimits.bytesMax)
    return fault(
      1,
      `has ${bytes.byteLength} bytes; ${yamlLimits.bytesMax} is the most: divide the items over several files`,
    );
  const text = new TextDecoder().decode(bytes);
  if (text.includes('\u{fffd}')) return fault(1, 'is not UTF-8: save it in UTF-8');
  // A reader that goes down with the text would run out of stack before the depth could be measured.
  if (/[[{]{30}/.test(text.replace(/\s+/g, ''))) return fault(1, 'is nested too deeply');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const broken = document.errors[0];
    // The parser tells of its own stack as of a fault of the text.
    if (broken && /call stack/.test(broken.message)) return fault(1, 'is nested too deeply');
    if (broken) return fault(lines.linePos(broken.pos[0]).line, broken.message);
    const deep = refusedNode(document);
    if (deep) return fault(lineOfNode(deep.node, lines), deep.why);
    return { file, value: document.toJS({ maxAliasCount: 0 }), line: (path) => lineOf(document, lines, path) };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return fault(1, thrown instanceof RangeError ? 'is nested too deeply' : thrown.message);
  }
}

export function isPage(made: YamlPage | PackFault): made is YamlPage {
  return 'value' in made;
}

function refusedNode(document: Document): { node: Node; why: string } | null {
  let found: { node: Node; why: string } | null = null;
  visit(document, {
    Node(_key, node, path) {
      const depth = path.filter((one) => isCollection(one)).length;
      if (isAlias(node)) found = { node, why: 'aliases (*name) are not read: write the value out' };
      else if (depth > yamlLimits.depthMax) found = { node, why: 'is nested too deeply' };
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isCollection(parent)
      ? parent.items.find((item) => isPair(item) && keyOf(item.key) === part.at(-1))
      : undefined;
    // The line of a field is the line of its name.
    if (isPair(pair) && isNode(pair.key)) return lineOfNode(pair.key, lines);
    const node: unknown = document.getIn(part, true);
    if (isNode(node) && node.range) return lineOfNode(node, lines);
  }
  return 1;
}

function keyOf(key: unknown): unknown {
  return typeof key === 'object' && key !== null && 'value' in key ? key.value : key;
}

function lineOfNode(node: Node, lines: LineCounter): number {
  return node.range ? lines.linePos(node.range[0]).line : 1;
}
