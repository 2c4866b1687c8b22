// The CBOR codec of the rpc-v2 protocol.
import { cbor, dateToTag } from '@smithy/core/cbor';
import { malformed } from './malformed.ts';
import { membersOf, type Schema, type Value } from './schema.ts';

/** The operation's input from a CBOR body; an empty body is an empty structure. */
export function readCbor(schema: Schema, body: Buffer): Value {
  if (body.length === 0) return {};
  let raw: Value;
  try {
    raw = cbor.deserialize(new Uint8Array(body));
  } catch (cause) {
    throw malformed(`The body is not CBOR: ${(cause as Error).message}`);
  }
  return shape(schema, raw) ?? {};
}

/** Gives decoded CBOR the schema's shape: known members only, tag 1 as Date. */
function shape(schema: Schema, raw: Value): Value {
  if (raw === null || raw === undefined) return undefined;
  if (schema.isTimestampSchema()) return raw instanceof Date ? raw : new Date((raw.value ?? raw) * 1000);
  if (schema.isStructSchema()) {
    const result: Value = {};
    for (const [name, member] of membersOf(schema)) {
      const value = shape(member, raw[name]);
      if (value !== undefined) result[name] = value;
    }
    return result;
  }
  if (schema.isListSchema()) return raw.map((entry: Value) => shape(schema.getValueSchema(), entry));
  if (schema.isMapSchema()) {
    return Object.fromEntries(Object.entries(raw).map(([key, entry]) => [key, shape(schema.getValueSchema(), entry)]));
  }
  return raw;
}

/** A CBOR body for a value in the SDK's shape. */
export function writeCbor(schema: Schema, value: Value): Buffer {
  return Buffer.from(cbor.serialize(tagged(schema, value ?? {})));
}

/** A CBOR body for data without a schema. */
export function writeCborPlain(value: Value): Buffer {
  return Buffer.from(cbor.serialize(value));
}

function tagged(schema: Schema, value: Value): Value {
  if (value === null || value === undefined || schema.isDocumentSchema()) return value;
  if (value instanceof Date) return dateToTag(value);
  if (schema.isStructSchema()) {
    const result: Value = {};
    for (const [name, member] of membersOf(schema)) {
      if (value[name] !== undefined && value[name] !== null) result[name] = tagged(member, value[name]);
    }
    return result;
  }
  if (schema.isListSchema()) return value.map((entry: Value) => tagged(schema.getValueSchema(), entry));
  if (schema.isMapSchema()) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, tagged(schema.getValueSchema(), entry)]),
    );
  }
  return value;
}
