// Requests of the query and EC2 query protocols: dotted form keys into the SDK's shapes.
import { membersOf, type Schema, traitsOf, type Value } from './schema.ts';
import { readScalar } from './scalar.ts';

export type QueryDialect = 'query' | 'ec2';

/** One step of the dotted keys: `Filter.1.Value.2=x` is a path of four nodes with text at the end. */
interface FormNode {
  text?: string;
  readonly children: Map<string, FormNode>;
}

function growTree(form: URLSearchParams): FormNode {
  const root: FormNode = { children: new Map() };
  for (const [key, text] of form) {
    let node = root;
    for (const step of key.split('.')) {
      const next: FormNode = node.children.get(step) ?? { children: new Map() };
      node.children.set(step, next);
      node = next;
    }
    node.text = text;
  }
  return root;
}

function numbered(node: FormNode): readonly FormNode[] {
  return [...node.children]
    .filter(([step]) => /^\d+$/.test(step))
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([, child]) => child);
}

function keyOf(name: string, member: Schema, dialect: QueryDialect): string {
  const traits = traitsOf(member);
  if (dialect === 'query') return traits.xmlName ?? name;
  if (traits.ec2QueryName !== undefined) return traits.ec2QueryName;
  const key = traits.xmlName ?? name;
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** The operation's input from its form fields. */
export function readQuery(schema: Schema, form: URLSearchParams, dialect: QueryDialect): Value {
  return readNode(schema, growTree(form), dialect) ?? {};
}

function readNode(schema: Schema, node: FormNode | undefined, dialect: QueryDialect): Value {
  if (node === undefined) return undefined;
  if (schema.isStructSchema()) {
    const result: Value = {};
    for (const [name, member] of membersOf(schema)) {
      const value = readNode(member, node.children.get(keyOf(name, member, dialect)), dialect);
      if (value !== undefined) result[name] = value;
    }
    return result;
  }
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const flat = dialect === 'ec2' || Boolean(traitsOf(schema).xmlFlattened);
    const list = flat ? node : node.children.get(traitsOf(item).xmlName ?? 'member');
    return list === undefined ? [] : numbered(list).map((child) => readNode(item, child, dialect));
  }
  if (schema.isMapSchema()) return readMap(schema, node, dialect);
  return node.text === undefined ? undefined : readScalar(schema, node.text);
}

function readMap(schema: Schema, node: FormNode, dialect: QueryDialect): Value {
  const keyName = traitsOf(schema.getKeySchema()).xmlName ?? 'key';
  const valueName = traitsOf(schema.getValueSchema()).xmlName ?? 'value';
  const entries = traitsOf(schema).xmlFlattened ? node : node.children.get('entry');
  if (entries === undefined) return {};
  return Object.fromEntries(
    numbered(entries).map((entry) => [
      entry.children.get(keyName)?.text ?? '',
      readNode(schema.getValueSchema(), entry.children.get(valueName), dialect),
    ]),
  );
}
