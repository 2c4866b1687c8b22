// The XML codec: request and response bodies of rest-xml, responses of the query protocols.
import { membersOf, type Schema, traitsOf, type Value } from './schema.ts';
import { readScalar, writeScalar } from './scalar.ts';
import { escapeXml, type XmlElement } from './xml-tree.ts';

const tagOf = (name: string, member: Schema): string => traitsOf(member).xmlName ?? name;

const writeText = (schema: Schema, value: Value): string => escapeXml(writeScalar(schema, value, 'date-time'));

function writeAttributes(schema: Schema, value: Value): string {
  const [prefix, uri] = traitsOf(schema).xmlNamespace ?? [];
  let text = uri === undefined ? '' : ` xmlns${prefix ? `:${prefix}` : ''}="${escapeXml(uri)}"`;
  for (const [name, member] of membersOf(schema)) {
    if (!traitsOf(member).xmlAttribute || value?.[name] === undefined || value[name] === null) continue;
    text += ` ${tagOf(name, member)}="${writeText(member, value[name])}"`;
  }
  return text;
}

/** One value as an element; a flattened list or map becomes several. */
export function writeXml(schema: Schema, value: Value, tag: string): string {
  if (value === undefined || value === null) return '';
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const flat = Boolean(traitsOf(schema).xmlFlattened);
    const itemTag = flat ? tag : (traitsOf(item).xmlName ?? 'member');
    const items = value.map((entry: Value) => writeXml(item, entry, itemTag)).join('');
    return flat ? items : `<${tag}${writeAttributes(schema, undefined)}>${items}</${tag}>`;
  }
  if (schema.isMapSchema()) {
    const flat = Boolean(traitsOf(schema).xmlFlattened);
    const entryTag = flat ? tag : 'entry';
    const items = Object.entries(value)
      .map(([key, entry]) => {
        const keyXml = writeXml(schema.getKeySchema(), key, traitsOf(schema.getKeySchema()).xmlName ?? 'key');
        const valueXml = writeXml(schema.getValueSchema(), entry, traitsOf(schema.getValueSchema()).xmlName ?? 'value');
        return `<${entryTag}>${keyXml}${valueXml}</${entryTag}>`;
      })
      .join('');
    return flat ? items : `<${tag}>${items}</${tag}>`;
  }
  const content = schema.isStructSchema() ? writeXmlMembers(schema, value) : writeText(schema, value);
  return `<${tag}${writeAttributes(schema, value)}>${content}</${tag}>`;
}

/** The members of a structure as elements, without the structure's own; `only` picks which. */
export function writeXmlMembers(schema: Schema, value: Value, only: (member: Schema) => boolean = () => true): string {
  return membersOf(schema)
    .filter(([, member]) => !traitsOf(member).xmlAttribute && only(member))
    .map(([name, member]) => writeXml(member, value?.[name], tagOf(name, member)))
    .join('');
}

/** A value from the elements that carry it: one, or several for flattened lists and maps. */
export function readXml(schema: Schema, elements: readonly XmlElement[]): Value {
  const [element] = elements;
  if (element === undefined) return undefined;
  if (schema.isStructSchema()) {
    const result: Value = {};
    for (const [name, member] of membersOf(schema)) {
      const value = readMember(member, tagOf(name, member), element);
      if (value !== undefined) result[name] = value;
    }
    return result;
  }
  const entries = traitsOf(schema).xmlFlattened ? elements : element.children;
  if (schema.isListSchema()) return entries.map((entry) => readXml(schema.getValueSchema(), [entry]));
  if (schema.isMapSchema()) {
    const keyTag = traitsOf(schema.getKeySchema()).xmlName ?? 'key';
    const valueTag = traitsOf(schema.getValueSchema()).xmlName ?? 'value';
    return Object.fromEntries(
      entries.map((entry) => [
        entry.children.find((child) => child.tag === keyTag)?.text ?? '',
        readXml(
          schema.getValueSchema(),
          entry.children.filter((child) => child.tag === valueTag),
        ),
      ]),
    );
  }
  return readScalar(schema, element.text);
}

function readMember(member: Schema, tag: string, element: XmlElement): Value {
  if (traitsOf(member).xmlAttribute) {
    const text = element.attributes.get(tag);
    return text === undefined ? undefined : readScalar(member, text);
  }
  return readXml(
    member,
    element.children.filter((child) => child.tag === tag),
  );
}
