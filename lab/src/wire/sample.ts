// Generated values of any schema, for the tests that send every operation there and back.
import { chance } from '../fault/prng.ts';
import { membersOf, requiredCount, type Schema, traitsOf, type Value } from './schema.ts';

/** Text that every protocol must carry unchanged: markup, quotes, spaces, signs of query strings, beyond Latin-1. */
const TEXTS = [
  'a&b<c>"d\'',
  'plain',
  'ünï→x 봉수',
  'two words',
  'x-1_2',
  'true',
  '42',
  'a+b=c&d%20?#/',
  ' end ',
  'line\nend',
];

/** Deeper structures are left out: shapes may contain themselves. */
const DEPTH_MAX = 4;
/** 2026-01-01T00:00:00Z, from which generated moments count. */
const EPOCH_MILLISECONDS = 1_767_225_600_000;

export interface Sampler {
  /** A value of this schema; undefined where nothing that every protocol can carry fits. */
  value(schema: Schema): Value;
}

/** Draws from one seed: the same seed gives the same values. */
export function createSampler(seed: number): Sampler {
  let position = 0;
  const draw = (): number => {
    position += 1;
    return chance(seed, 0, position);
  };
  const whole = (below: number): number => Math.floor(draw() * below);

  const structure = (schema: Schema, depth: number): Value => {
    if (depth > DEPTH_MAX) return undefined;
    const members = membersOf(schema);
    const share = members.length > 12 ? 0.5 : 0.8;
    const chosen = schema.isUnionSchema()
      ? members.slice(0, 1)
      : members.filter(([, member], index) => isNeeded(schema, member, index) || draw() < share);
    const pairs = chosen.map(([name, member]) => [name, any(member, depth + 1)] as const);
    const present = pairs.filter(([, value]) => value !== undefined);
    // The query protocols cannot write an empty structure.
    return depth > 0 && present.length === 0 ? undefined : Object.fromEntries(present);
  };
  const list = (schema: Schema, depth: number): Value => {
    const item = schema.getValueSchema();
    const inHeader = traitsOf(schema).httpHeader !== undefined && item.isStringSchema();
    const values = [0, 1].map(() => (inHeader ? narrow() : any(item, depth + 1)));
    const present = values.filter((value) => value !== undefined);
    return present.length === 0 ? undefined : present;
  };
  const map = (schema: Schema, depth: number): Value => {
    const inHeaders = traitsOf(schema).httpPrefixHeaders !== undefined;
    const item = schema.getValueSchema();
    const values = ['k1', 'k2'].map((key) => [key, inHeaders ? narrow() : any(item, depth + 1)] as const);
    const present = values.filter(([, value]) => value !== undefined);
    return present.length === 0 ? undefined : Object.fromEntries(present);
  };
  const narrow = (): string => `v${whole(1_000_000)}`;
  const text = (schema: Schema): string => {
    const traits = traitsOf(schema);
    if (traits.mediaType !== undefined) return '{"a":1}';
    // Headers carry visible ASCII only; labels must not be empty or change the path's shape.
    const isNarrow = traits.httpHeader !== undefined || traits.httpPrefixHeaders !== undefined || traits.httpLabel;
    return isNarrow ? narrow() : (TEXTS[whole(TEXTS.length)] ?? '');
  };
  const any = (schema: Schema, depth: number): Value => {
    if (schema.isDocumentSchema()) return { k: [1, 'x'] };
    if (schema.isStructSchema()) return structure(schema, depth);
    if (schema.isListSchema()) return list(schema, depth);
    if (schema.isMapSchema()) return map(schema, depth);
    if (schema.isBlobSchema()) return new Uint8Array([1, 2, 250, whole(256)]);
    if (schema.isTimestampSchema()) return new Date(EPOCH_MILLISECONDS + whole(1_000_000) * 1000);
    if (schema.isBooleanSchema()) return draw() < 0.5;
    if (schema.isNumericSchema()) return whole(1000);
    if (schema.isBigIntegerSchema()) return BigInt(whole(1000));
    return text(schema);
  };
  return { value: (schema) => any(schema, 0) };
}

/** Required members, and those whose absence looks the same as emptiness: payloads, prefixed headers, content type. */
function isNeeded(schema: Schema, member: Schema, index: number): boolean {
  const { httpPayload, httpPrefixHeaders, httpHeader } = traitsOf(member);
  const isAlwaysThere = httpPayload !== undefined || httpPrefixHeaders !== undefined || httpHeader === 'Content-Type';
  return isAlwaysThere || index < requiredCount(schema);
}

/** One form for equal values: Dates, bytes and absent members look the same whoever decoded them. */
export function comparable(value: Value): Value {
  if (value instanceof Date) return { moment: value.getTime() };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? Number(value) : value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, comparable(member)]));
}
