// Timestamps on the wire: ISO 8601, HTTP date or epoch seconds, as the schema or the protocol says.
import type { Schema } from './schema.ts';

export type TimestampForm = 'date-time' | 'http-date' | 'epoch-seconds';

/** The SDK's schema sentinels 5, 6 and 7 fix a form; 4 leaves it to the protocol. */
const FORMS: Readonly<Record<number, TimestampForm>> = { 5: 'date-time', 6: 'http-date', 7: 'epoch-seconds' };

/** The form in which this schema travels. */
export function timestampForm(schema: Schema, protocolForm: TimestampForm): TimestampForm {
  const sentinel: unknown = schema.getSchema();
  return (typeof sentinel === 'number' ? FORMS[sentinel] : undefined) ?? protocolForm;
}

/** Text or epoch seconds for a moment. */
export function writeTimestamp(moment: Date, form: TimestampForm): string | number {
  if (form === 'epoch-seconds') return moment.getTime() / 1000;
  if (form === 'http-date') return moment.toUTCString();
  return moment.toISOString().replace('.000Z', 'Z');
}

/** A moment from any of the three forms; undefined where the text is none of them. */
export function readTimestamp(raw: string | number): Date | undefined {
  const isSeconds = typeof raw === 'number' || /^-?\d+(\.\d+)?(e\d+)?$/i.test(raw);
  const moment = isSeconds ? new Date(Math.round(Number(raw) * 1000)) : new Date(raw);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
