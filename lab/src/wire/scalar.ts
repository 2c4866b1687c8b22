// Scalars as text: in forms, XML, headers, labels and query strings.
import { NumericValue } from '@smithy/core/serde';
import { malformed } from './malformed.ts';
import type { Schema, Value } from './schema.ts';
import { readTimestamp, type TimestampForm, timestampForm, writeTimestamp } from './timestamp.ts';

/** A number, or one of the three words that JSON and XML cannot write as one. */
export function readNumber(raw: unknown): number {
  if (raw === 'NaN') return Number.NaN;
  if (raw === 'Infinity') return Number.POSITIVE_INFINITY;
  if (raw === '-Infinity') return Number.NEGATIVE_INFINITY;
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof value !== 'number' || Number.isNaN(value)) throw malformed(`${JSON.stringify(raw)} is not a number`);
  return value;
}

/** A value of the schema's kind from text. */
export function readScalar(schema: Schema, text: string): Value {
  if (schema.isBlobSchema()) return Buffer.from(text, 'base64');
  if (schema.isTimestampSchema()) {
    const moment = readTimestamp(text);
    if (moment === undefined) throw malformed(`${JSON.stringify(text)} is not a timestamp`);
    return moment;
  }
  if (schema.isNumericSchema()) return readNumber(text);
  if (schema.isBigIntegerSchema()) {
    if (!/^-?\d+$/.test(text)) throw malformed(`${JSON.stringify(text)} is not an integer`);
    return BigInt(text);
  }
  if (schema.isBooleanSchema()) {
    if (text !== 'true' && text !== 'false') throw malformed(`${JSON.stringify(text)} is not a boolean`);
    return text === 'true';
  }
  return text;
}

/** Text for a value of the schema's kind. */
export function writeScalar(schema: Schema, value: Value, protocolForm: TimestampForm): string {
  if (schema.isBlobSchema()) return Buffer.from(value).toString('base64');
  if (schema.isTimestampSchema()) return String(writeTimestamp(value, timestampForm(schema, protocolForm)));
  if (value instanceof NumericValue) return value.string;
  return String(value);
}
