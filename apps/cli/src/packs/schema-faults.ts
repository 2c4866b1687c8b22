// Holds a page against a schema and says of each fault where it stands, and of each unknown field which one was meant.
import { z } from 'zod';
import { knownWords } from './pack-fault.ts';
import type { YamlPage } from './yaml-page.ts';

/** Tells what is wrong at a field of a page. */
export type Complain = (page: YamlPage, path: readonly PropertyKey[], message: string) => void;

/** The page's values; null where the schema refuses it and the faults were told. */
export function parsedPage<Schema extends z.ZodType>(
  page: YamlPage,
  schema: Schema,
  complain: Complain,
): z.infer<Schema> | null {
  const parsed = schema.safeParse(page.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) issueTell(issue, [], schema, page, complain);
  return null;
}

function issueTell(
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[],
  schema: z.ZodType,
  page: YamlPage,
  complain: Complain,
): void {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      complain(page, [...path, key], `unknown field: ${knownWords(key, fieldsAt(schema, path))}`);
    return;
  }
  // Of a choice of forms, the faults of the one that was meant say more than "invalid".
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find(
      (faults) => !faults.some((fault) => fault.path.length === 0 && fault.code === 'invalid_type'),
    );
    if (meant && meant.length > 0) {
      for (const inner of meant) issueTell(inner, path, schema, page, complain);
      return;
    }
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined && absent(page.value, path);
  complain(
    page,
    path,
    missing ? `is missing${issue.message.startsWith('Invalid') ? '' : `: ${issue.message}`}` : issue.message,
  );
}

function absent(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return true;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at === undefined;
}

/** The fields that stand at this place, of every form that it may have. */
function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const [first, ...rest] = path;
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => fieldsAt(option, path)))];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return fieldsAt(schema.in, path);
  if (schema instanceof z.ZodArray) return first === undefined ? [] : fieldsAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return first === undefined ? [] : fieldsAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape = schema.shape as Readonly<Record<string, unknown>>;
  return first === undefined ? Object.keys(shape) : fieldsAt(shape[String(first)], rest);
}
