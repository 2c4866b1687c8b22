// An order for an association in the words of State Manager.
import type { AssociationOrder } from '@bongsu/core';
import { recurringDocumentName } from './document-calls.ts';

/** Nodes that appear are checked at once (no ApplyOnlyAtCronInterval), and one that fails takes the check from no other. */
export function requestOf({ name, document, expression, tag, parameters }: AssociationOrder) {
  const Targets =
    tag === null
      ? [{ Key: 'InstanceIds', Values: ['*'] }]
      : tag.value === undefined
        ? [{ Key: 'tag-key', Values: [tag.key] }]
        : [{ Key: `tag:${tag.key}`, Values: [tag.value] }];
  return {
    ...{ AssociationName: name, Name: document, DocumentVersion: '$DEFAULT', ScheduleExpression: expression, Targets },
    Parameters: Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, [value]])),
    ...{ MaxConcurrency: '100%', MaxErrors: '100%' },
  };
}
export type AssociationRequest = ReturnType<typeof requestOf>;

/** The service may leave out what stands before the name of an account's own document. */
export function isOurs(name: string | undefined): boolean {
  return name === recurringDocumentName || name?.endsWith(`:document/${recurringDocumentName}`) === true;
}
