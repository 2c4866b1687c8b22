// Finding a document by name or ARN: one's own, AWS's, or another account's that is shared.
import type { Call } from '../../endpoint/contract.ts';

import type { Estate } from '../estate.ts';
import { documentVersion, invalidDocument, versionOf } from './document.ts';
import type { DocumentVersion, SsmDocument } from './document.ts';
import { runShellScript } from './public-document.ts';

/** Who uses a document, and where. */
type Place = Pick<Call, 'accountId' | 'region'>;

const publicDocuments: ReadonlyMap<string, SsmDocument> = new Map([
  [
    'AWS-RunShellScript',
    {
      name: 'AWS-RunShellScript',
      ownerId: '',
      versions: [documentVersion(JSON.stringify(runShellScript), '1', undefined, Date.UTC(2017, 7, 31))],
      defaultVersion: '1',
      targetType: '',
      sharedWith: new Map([['all', '$ALL']]),
    },
  ],
]);

/** AWS's own documents. */
export const amazonDocuments = (): readonly SsmDocument[] => [...publicDocuments.values()];

/** The caller's own document, by its bare name or own ARN; refuses every other. */
export function ownDocument(estate: Estate, call: Place, name: unknown): SsmDocument {
  const bare = String(name).replace(`arn:aws:ssm:${call.region}:${call.accountId}:document/`, '');
  const found = estate.place(call.accountId, call.region).documents.get(bare);
  if (!found) throw invalidDocument();
  return found;
}

/**
 * A document the caller may use: own ones by name, AWS's by name, another account's by full ARN, only in the same
 * Region and only while it is shared.
 */
export function usableDocument(estate: Estate, call: Place, name: unknown): SsmDocument {
  const [, region, ownerId, bare] = /^arn:aws:ssm:([^:]+):(\d{12}|):document\/(.+)$/.exec(String(name)) ?? [];
  const named = bare ?? String(name);
  const amazon = publicDocuments.get(named);
  if (amazon && !ownerId) return amazon;
  if (bare === undefined || ownerId === undefined || ownerId === call.accountId) return ownDocument(estate, call, name);
  if (region !== call.region) throw invalidDocument('The document is in another Region.');
  const found = estate.place(ownerId, call.region).documents.get(named);
  if (!found || !(found.sharedWith.has(call.accountId) || found.sharedWith.has('all'))) throw invalidDocument();
  return found;
}

/** The version a caller may use; other accounts see the one version that is shared, or all. */
export function usableVersion(document: SsmDocument, call: Place, asked: string | undefined): DocumentVersion {
  const shared = document.sharedWith.get(call.accountId) ?? document.sharedWith.get('all') ?? '$DEFAULT';
  if (document.ownerId === call.accountId || shared === '$ALL') return versionOf(document, asked);
  const visible = versionOf(document, shared);
  const wanted = asked === undefined ? visible : versionOf(document, asked);
  if (wanted !== visible) throw invalidDocument('The version of the document is not shared with this account.');
  return visible;
}
