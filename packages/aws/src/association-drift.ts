// What of an association is not as it must be, in words that a person can act on.
import type { AssociationDescription } from '@aws-sdk/client-ssm';
import type { AssociationRequest } from './association-request.ts';
import { clean } from './fault.ts';

/** Fields that change where, when or whether it runs, and that ours never has. */
const foreign = [
  'ApplyOnlyAtCronInterval',
  'AutomationTargetParameterName',
  'CalendarNames',
  'Duration',
  'OutputLocation',
  'ScheduleOffset',
  'TargetLocations',
  'TargetMaps',
  'AlarmConfiguration',
] as const satisfies readonly (keyof AssociationDescription)[];

const single = [
  'AssociationName',
  'Name',
  'DocumentVersion',
  'ScheduleExpression',
  'MaxConcurrency',
  'MaxErrors',
] as const;

/** Each field that differs, as it is now; parameters by name alone. Empty where nothing does. */
export function associationDrift(is: AssociationDescription, must: AssociationRequest): string[] {
  const told: string[] = [];
  for (const field of single)
    if (is[field] !== must[field] && !(field === 'Name' && must.Name.endsWith(`:document/${is.Name}`)))
      told.push(clean(`${field} is ${is[field] ?? 'not set'}`).slice(0, 120));
  const targets = targetWords(is.Targets);
  if (targets !== targetWords(must.Targets)) told.push(clean(`Targets are ${targets || 'not set'}`).slice(0, 120));
  const names = new Set([...Object.keys(must.Parameters), ...Object.keys(is.Parameters ?? {})]);
  for (const name of [...names].sort()) {
    const [value, held] = [must.Parameters[name], is.Parameters?.[name]];
    if (JSON.stringify(value) !== JSON.stringify(held)) told.push(clean(`parameter ${name} differs`).slice(0, 120));
  }
  for (const field of foreign) if (isSet(is[field])) told.push(`${field} is set`);
  return told;
}

function targetWords(targets: AssociationDescription['Targets']): string {
  return (targets ?? []).map(({ Key, Values }) => `${Key}=${(Values ?? []).join(',')}`).join(' ');
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
