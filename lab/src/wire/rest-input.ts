// Requests of rest-json and rest-xml: labels, query string, headers and body into one input.
import { parseJson, readJson } from './json.ts';
import { membersOf, type Schema, type Traits, traitsOf, type Value } from './schema.ts';
import { readScalar } from './scalar.ts';
import { readXml } from './xml.ts';
import { parseXml } from './xml-tree.ts';

export type RestFormat = 'rest-json' | 'rest-xml';

/** What a matched route leaves to be read. */
export interface RestParts {
  readonly labels: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** True for members that travel in the body, not in a binding of their own. */
export function isBodyMember(member: Schema): boolean {
  const traits = traitsOf(member);
  const bound: readonly unknown[] = [
    traits.httpLabel,
    traits.httpHeader,
    traits.httpQuery,
    traits.httpQueryParams,
    traits.httpPrefixHeaders,
    traits.httpPayload,
    traits.httpResponseCode,
  ];
  return bound.every((binding) => binding === undefined);
}

/** The operation's input. */
export function readRest(schema: Schema, format: RestFormat, parts: RestParts): Value {
  const input: Value = {};
  const members = membersOf(schema);
  const ownQueryKeys = new Set(members.map(([, member]) => traitsOf(member).httpQuery));
  for (const [name, member] of members) {
    const value = readBinding(name, member, format, parts, ownQueryKeys);
    if (value !== undefined) input[name] = value;
  }
  const hasPayload = members.some(([, member]) => traitsOf(member).httpPayload);
  if (!hasPayload && parts.body.length > 0 && members.some(([, member]) => isBodyMember(member))) {
    const body = readBody(schema, format, parts.body);
    for (const [name, member] of members) {
      if (isBodyMember(member) && body?.[name] !== undefined) input[name] = body[name];
    }
  }
  return input;
}

function readBody(schema: Schema, format: RestFormat, body: Buffer): Value {
  const text = body.toString();
  return format === 'rest-json' ? readJson(schema, parseJson(text), 'model') : readXml(schema, [parseXml(text)]);
}

function readBinding(
  name: string,
  member: Schema,
  format: RestFormat,
  parts: RestParts,
  ownQueryKeys: ReadonlySet<string | undefined>,
): Value {
  const traits = traitsOf(member);
  if (traits.httpLabel) {
    const text = parts.labels[name];
    return text === undefined ? undefined : readScalar(member, text);
  }
  if (traits.httpQuery !== undefined) return readQueryKey(member, traits.httpQuery, parts.query);
  if (traits.httpQueryParams) return readOtherQueryKeys(member, parts.query, ownQueryKeys);
  if (traits.httpHeader !== undefined)
    return readHeader(member, traits, parts.headers[traits.httpHeader.toLowerCase()]);
  if (traits.httpPrefixHeaders !== undefined)
    return readPrefixed(traits.httpPrefixHeaders.toLowerCase(), parts.headers);
  if (!traits.httpPayload) return undefined;
  if (member.isBlobSchema()) return parts.body;
  if (parts.body.length === 0) return undefined;
  return member.isStringSchema() ? parts.body.toString() : readBody(member, format, parts.body);
}

function readQueryKey(member: Schema, key: string, query: URLSearchParams): Value {
  if (!query.has(key)) return undefined;
  if (member.isListSchema()) return query.getAll(key).map((text) => readScalar(member.getValueSchema(), text));
  return readScalar(member, query.get(key) ?? '');
}

function readOtherQueryKeys(member: Schema, query: URLSearchParams, own: ReadonlySet<string | undefined>): Value {
  const listed = member.getValueSchema().isListSchema();
  const keys = [...new Set(query.keys())].filter((key) => !own.has(key));
  return Object.fromEntries(keys.map((key) => [key, listed ? query.getAll(key) : (query.get(key) ?? '')]));
}

function readHeader(member: Schema, traits: Traits, text: string | undefined): Value {
  if (text === undefined) return undefined;
  if (traits.mediaType !== undefined) return Buffer.from(text, 'base64').toString();
  if (!member.isListSchema()) return readScalar(member, text);
  const item = member.getValueSchema();
  // HTTP dates hold a comma of their own, so a list of them is cut only after GMT.
  const separator = item.isTimestampSchema() ? /(?<=GMT)\s*,\s*/ : /\s*,\s*/;
  return text.split(separator).map((entry) => readScalar(item, entry.replace(/^"|"$/g, '')));
}

function readPrefixed(prefix: string, headers: Readonly<Record<string, string>>): Value {
  const found = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return found.length === 0
    ? undefined
    : Object.fromEntries(found.map(([name, text]) => [name.slice(prefix.length), text]));
}
