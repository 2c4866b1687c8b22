// How the codec looks at the SDK's runtime schemas: one view of a shape, its traits and its members.
import { NormalizedSchema } from '@smithy/core/schema';

export type Schema = NormalizedSchema;

/** A decoded value in the SDK's own shape; which one is known only from the schema at run time. */
// biome-ignore lint: the codec handles every shape of every service
export type Value = any;

/** Traits of a shape merged with those of the member that refers to it. */
export interface Traits {
  readonly jsonName?: string;
  readonly xmlName?: string;
  readonly xmlFlattened?: number;
  readonly xmlAttribute?: number;
  readonly xmlNamespace?: readonly [prefix: string, uri: string];
  readonly ec2QueryName?: string;
  readonly httpLabel?: number;
  readonly httpHeader?: string;
  readonly httpQuery?: string;
  readonly httpQueryParams?: number;
  readonly httpPrefixHeaders?: string;
  readonly httpPayload?: number;
  readonly httpResponseCode?: number;
  readonly mediaType?: string;
  readonly streaming?: number;
}

/** The normalised view of what a client package exports or an operation refers to. */
export function schemaOf(reference: Value): Schema {
  return NormalizedSchema.of(reference);
}

/** Traits in force where this schema is used. */
export function traitsOf(schema: Schema): Traits {
  return schema.getMergedTraits() as Traits;
}

/** Members of a structure with their names; none for any other shape. */
export function membersOf(schema: Schema): readonly (readonly [name: string, member: Schema])[] {
  return schema.isStructSchema() ? [...schema.structIterator()] : [];
}

/** How many of a structure's first members are required (7th element of the SDK's structure schemas). */
export function requiredCount(schema: Schema): number {
  const raw: Value = schema.getSchema();
  return Array.isArray(raw) && typeof raw[6] === 'number' ? raw[6] : 0;
}
