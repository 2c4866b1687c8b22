// A Systems Manager document: its versions, whom it is shared with, and how it is found by name or ARN.
import { createHash } from 'node:crypto';
import { AwsError } from '../../endpoint/contract.ts';
import type { Call } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import { readContent } from './document-content.ts';
import type { DocumentContent } from './document-content.ts';
import { runShellScript } from './public-document.ts';

export interface DocumentVersion {
  readonly version: string;
  readonly versionName: string | undefined;
  readonly text: string;
  readonly content: DocumentContent;
  /** Lower-case hex SHA-256 of the text. */
  readonly sha256: string;
  readonly createdAt: Date;
}

export interface SsmDocument {
  readonly name: string;
  /** Empty for AWS's own documents. */
  readonly ownerId: string;
  /** Oldest first, never empty. */
  versions: DocumentVersion[];
  defaultVersion: string;
  targetType: string;
  /** Account id, or `all`, with the version it may see. */
  readonly sharedWith: Map<string, string>;
}

/** Reads the text and makes a version of it. */
export function documentVersion(text: string, version: string, versionName: string | undefined, at: number) {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { version, versionName, text, content: readContent(text), sha256, createdAt: new Date(at) };
}

export function invalidDocument(message = 'The specified document does not exist.'): AwsError {
  return new AwsError('InvalidDocument', message);
}

export function latestOf(document: SsmDocument): DocumentVersion {
  const latest = document.versions.at(-1);
  if (!latest) throw new Error(`document ${document.name} has no version`);
  return latest;
}

/** The version asked for: a number, `$LATEST`, or the default version where nothing or `$DEFAULT` is said. */
export function versionOf(document: SsmDocument, asked: string | undefined): DocumentVersion {
  const number = asked === undefined || asked === '$DEFAULT' ? document.defaultVersion : asked;
  const found =
    number === '$LATEST' ? latestOf(document) : document.versions.find((version) => version.version === number);
  if (!found) throw new AwsError('InvalidDocumentVersion', 'The document version is not valid or does not exist.');
  return found;
}

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
export function ownDocument(estate: Estate, call: Call, name: unknown): SsmDocument {
  const bare = String(name).replace(`arn:aws:ssm:${call.region}:${call.accountId}:document/`, '');
  const found = estate.place(call.accountId, call.region).documents.get(bare);
  if (!found) throw invalidDocument();
  return found;
}

/**
 * A document the caller may use: own ones by name, AWS's by name, another account's by full ARN, only in the same
 * Region and only while it is shared.
 */
export function usableDocument(estate: Estate, call: Call, name: unknown): SsmDocument {
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
export function usableVersion(document: SsmDocument, call: Call, asked: string | undefined): DocumentVersion {
  const shared = document.sharedWith.get(call.accountId) ?? document.sharedWith.get('all') ?? '$DEFAULT';
  if (document.ownerId === call.accountId || shared === '$ALL') return versionOf(document, asked);
  const visible = versionOf(document, shared);
  const wanted = asked === undefined ? visible : versionOf(document, asked);
  if (wanted !== visible) throw invalidDocument('The version of the document is not shared with this account.');
  return visible;
}
