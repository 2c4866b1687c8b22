// The JSON codec: JSON 1.0 and 1.1 by member name, rest-json by the model's JSON name.
import { NumericValue } from '@smithy/core/serde';
import { malformed } from './malformed.ts';
import { membersOf, type Schema, traitsOf, type Value } from './schema.ts';
import { readNumber } from './scalar.ts';
import { readTimestamp, timestampForm, writeTimestamp } from './timestamp.ts';

/** Whether members go by their own name (JSON 1.x) or by the model's `jsonName` (rest-json). */
export type JsonNames = 'member' | 'model';

const keyOf = (name: string, member: Schema, names: JsonNames): string =>
  names === 'model' ? (traitsOf(member).jsonName ?? name) : name;

/** Parses text; an empty body counts as an empty object, as AWS takes it. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed(`The body is not JSON: ${(cause as Error).message}`);
  }
}

/** A value in the SDK's shape from parsed JSON. */
export function readJson(schema: Schema, raw: Value, names: JsonNames): Value {
  if (raw === null || raw === undefined) return undefined;
  if (schema.isDocumentSchema()) return raw;
  if (schema.isUnitSchema()) return {};
  if (schema.isStructSchema()) return readStructure(schema, raw, names);
  if (schema.isListSchema()) {
    if (!Array.isArray(raw)) throw malformed('Expected a list');
    const item = schema.getValueSchema();
    return raw.map((entry) => (entry === null ? null : readJson(item, entry, names)));
  }
  if (schema.isMapSchema()) {
    if (typeof raw !== 'object' || Array.isArray(raw)) throw malformed('Expected a map');
    const item = schema.getValueSchema();
    return Object.fromEntries(
      Object.entries(raw).map(([key, entry]) => [key, entry === null ? null : readJson(item, entry, names)]),
    );
  }
  return readLeaf(schema, raw);
}

function readStructure(schema: Schema, raw: Value, names: JsonNames): Value {
  if (typeof raw !== 'object' || Array.isArray(raw)) throw malformed('Expected a structure');
  const result: Value = {};
  for (const [name, member] of membersOf(schema)) {
    const value = readJson(member, raw[keyOf(name, member, names)], names);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function readLeaf(schema: Schema, raw: Value): Value {
  if (schema.isTimestampSchema()) {
    const moment = typeof raw === 'number' || typeof raw === 'string' ? readTimestamp(raw) : undefined;
    if (moment === undefined) throw malformed('Expected a timestamp');
    return moment;
  }
  if (schema.isNumericSchema()) return readNumber(raw);
  if (schema.isBigIntegerSchema()) return BigInt(readNumber(raw));
  if (schema.isBooleanSchema()) {
    if (typeof raw !== 'boolean') throw malformed('Expected a boolean');
    return raw;
  }
  if (typeof raw !== 'string') throw malformed('Expected a string');
  return schema.isBlobSchema() ? Buffer.from(raw, 'base64') : raw;
}

/** JSON-ready data from a value in the SDK's shape; members the schema does not know are left out. */
export function writeJson(schema: Schema, value: Value, names: JsonNames): Value {
  if (value === null || value === undefined || schema.isDocumentSchema()) return value;
  if (schema.isStructSchema()) {
    const result: Value = {};
    for (const [name, member] of membersOf(schema)) {
      if (value[name] === undefined || value[name] === null) continue;
      result[keyOf(name, member, names)] = writeJson(member, value[name], names);
    }
    return result;
  }
  if (schema.isListSchema()) return value.map((entry: Value) => writeJson(schema.getValueSchema(), entry, names));
  if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, writeJson(item, entry, names)]));
  }
  if (schema.isBlobSchema()) return Buffer.from(value).toString('base64');
  if (schema.isTimestampSchema()) return writeTimestamp(value, timestampForm(schema, 'epoch-seconds'));
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof NumericValue) return Number(value.string);
  return value;
}
