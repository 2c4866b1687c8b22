// A Systems Manager document: its versions, and whom it is shared with.
import { createHash } from 'node:crypto';
import { AwsError } from '../../endpoint/contract.ts';
import { readContent } from './document-content.ts';
import type { DocumentContent } from './document-content.ts';

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
