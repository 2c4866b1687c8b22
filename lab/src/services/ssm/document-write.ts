// Making, changing and deleting Systems Manager documents.
import { AwsError } from '../../endpoint/contract.ts';
import type { Handlers, Shape } from '../../endpoint/contract.ts';
import { refuseUnread, requireOneOf, requirePattern, requirePresent } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import { descriptionView } from './document-view.ts';
import { ownDocument } from './document-find.ts';
import { documentVersion, latestOf, versionOf } from './document.ts';

/** A document may have 1,000 versions (Systems Manager quotas). */
const versionsMax = 1000;
const namePattern = /^[a-zA-Z0-9_\-.]{3,128}$/;

function requireJson(input: Shape): void {
  requirePresent(input.Content, 'content');
  requireOneOf(input.DocumentFormat, 'documentFormat', ['YAML', 'JSON', 'TEXT']);
  if (input.DocumentFormat !== undefined && input.DocumentFormat !== 'JSON') {
    throw new AwsError('NotImplementedInLab', 'The lab reads JSON documents only.', 501);
  }
  refuseUnread(input, ['Attachments', 'Requires', 'DisplayName']);
}

/** The handlers that change documents. */
export function documentWriteHandlers(estate: Estate): Handlers {
  return {
    CreateDocument: (input, call) => {
      requireJson(input);
      requirePattern(input.Name, 'name', namePattern);
      if (/^(aws|amazon|amzn)/i.test(input.Name)) {
        throw new AwsError('ValidationException', 'Document names may not begin with aws, amazon or amzn.');
      }
      if ((input.DocumentType ?? 'Command') !== 'Command') {
        throw new AwsError('NotImplementedInLab', 'The lab knows Command documents only.', 501);
      }
      const { documents } = estate.place(call.accountId, call.region);
      if (documents.has(input.Name)) {
        throw new AwsError('DocumentAlreadyExists', 'The specified document already exists.');
      }
      const version = documentVersion(input.Content, '1', input.VersionName, estate.clock.now());
      const document = {
        name: String(input.Name),
        ownerId: call.accountId,
        versions: [version],
        defaultVersion: '1',
        targetType: input.TargetType ?? '',
        sharedWith: new Map<string, string>(),
      };
      documents.set(document.name, document);
      return { DocumentDescription: descriptionView(document, version, 'Creating') };
    },

    UpdateDocument: (input, call) => {
      requireJson(input);
      const document = ownDocument(estate, call, input.Name);
      const latest = latestOf(document);
      // Only the latest version may be updated, and it must be named (API reference: "(Required)").
      if (input.DocumentVersion !== '$LATEST' && input.DocumentVersion !== latest.version) {
        throw new AwsError('InvalidDocumentVersion', 'The document version is not valid or does not exist.');
      }
      const number = String(Number(latest.version) + 1);
      const version = documentVersion(input.Content, number, input.VersionName, estate.clock.now());
      if (document.versions.some((old) => old.sha256 === version.sha256)) {
        throw new AwsError(
          'DuplicateDocumentContent',
          'The content of the document matches another version. Change the content and try again.',
        );
      }
      if (input.VersionName !== undefined && document.versions.some((old) => old.versionName === input.VersionName)) {
        throw new AwsError('DuplicateDocumentVersionName', 'The version name has already been used in this document.');
      }
      if (document.versions.length >= versionsMax) {
        throw new AwsError('DocumentVersionLimitExceeded', 'The document has too many versions.');
      }
      document.versions.push(version);
      document.targetType = input.TargetType ?? document.targetType;
      return { DocumentDescription: descriptionView(document, version, 'Updating') };
    },

    UpdateDocumentDefaultVersion: (input, call) => {
      requirePattern(input.DocumentVersion, 'documentVersion', /^[1-9][0-9]*$/);
      const document = ownDocument(estate, call, input.Name);
      const version = versionOf(document, input.DocumentVersion);
      document.defaultVersion = version.version;
      return {
        Description: {
          Name: document.name,
          DefaultVersion: version.version,
          DefaultVersionName: version.versionName,
        },
      };
    },

    DeleteDocument: (input, call) => {
      const document = ownDocument(estate, call, input.Name);
      if (input.DocumentVersion !== undefined) {
        const version = versionOf(document, input.DocumentVersion);
        if (version.version === document.defaultVersion) {
          throw new AwsError('InvalidDocumentOperation', 'The default version of a document can not be deleted.');
        }
        document.versions = document.versions.filter((kept) => kept !== version);
        return {};
      }
      if (document.sharedWith.size > 0) {
        throw new AwsError(
          'InvalidDocumentOperation',
          'You attempted to delete a document while it is still shared. You must stop sharing the document before you can delete it.',
        );
      }
      estate.place(call.accountId, call.region).documents.delete(document.name);
      return {};
    },
  };
}
