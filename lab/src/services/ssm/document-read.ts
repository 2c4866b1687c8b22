// Reading Systems Manager documents: content, description, versions and lists.
import { AwsError } from '../../endpoint/contract.ts';
import type { Handlers, Shape } from '../../endpoint/contract.ts';
import { requireRange } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import { invalidNextToken, page } from '../paging.ts';
import { descriptionView, identifierView } from './document-view.ts';
import { amazonDocuments, ownDocument, usableDocument, usableVersion } from './document-find.ts';
import { versionOf } from './document.ts';
import type { SsmDocument } from './document.ts';

/** ListDocuments and ListDocumentVersions: 1 to 50 a page (Systems Manager API reference). */
const pageSizeMax = 50;

interface ListFilter {
  readonly key: string;
  readonly values: readonly string[];
}

/** Filters in their newer form, and the older `DocumentFilterList` brought to it. */
function listFilters(input: Shape): ListFilter[] {
  const newer: Shape[] = input.Filters ?? [];
  const older: Shape[] = input.DocumentFilterList ?? [];
  return [
    ...newer.map((filter) => ({ key: String(filter.Key), values: filter.Values ?? [] })),
    ...older.map((filter) => ({ key: String(filter.key), values: [String(filter.value)] })),
  ];
}

function isListed(document: SsmDocument, filter: ListFilter, accountId: string): boolean {
  const { content } = versionOf(document, undefined);
  const owner: Record<string, boolean> = {
    Self: document.ownerId === accountId,
    Private: document.ownerId === accountId,
    Amazon: document.ownerId === '',
    Public: document.sharedWith.has('all'),
    ThirdParty: document.ownerId !== '' && document.ownerId !== accountId,
    All: true,
  };
  switch (filter.key) {
    case 'Owner':
      return filter.values.some((value) => owner[value] === true);
    case 'Name':
      return filter.values.some((value) => document.name.startsWith(value));
    case 'PlatformTypes':
      return filter.values.some((value) => content.platformTypes.includes(value));
    case 'DocumentType':
      return filter.values.includes('Command');
    default:
      throw new AwsError('InvalidFilterKey', 'The specified key is not valid.');
  }
}

/** The handlers that read documents. */
export function documentReadHandlers(estate: Estate): Handlers {
  return {
    GetDocument: (input, call) => {
      const document = usableDocument(estate, call, input.Name);
      const version = usableVersion(document, call, input.DocumentVersion);
      return {
        Name: document.name,
        CreatedDate: version.createdAt,
        VersionName: version.versionName,
        DocumentVersion: version.version,
        Status: 'Active',
        Content: version.text,
        DocumentType: 'Command',
        DocumentFormat: 'JSON',
      };
    },

    DescribeDocument: (input, call) => {
      const document = usableDocument(estate, call, input.Name);
      return { Document: descriptionView(document, usableVersion(document, call, input.DocumentVersion)) };
    },

    ListDocuments: (input, call) => {
      requireRange(input.MaxResults, 'maxResults', 1, pageSizeMax);
      const filters = listFilters(input);
      const own = [...estate.place(call.accountId, call.region).documents.values()];
      const listed = [...own, ...amazonDocuments()].filter((document) =>
        filters.every((filter) => isListed(document, filter, call.accountId)),
      );
      const documents = page(listed, (document) => document.name, {
        call,
        input,
        token: input.NextToken,
        size: input.MaxResults ?? pageSizeMax,
        refuse: invalidNextToken('InvalidNextToken'),
      });
      return {
        DocumentIdentifiers: documents.items.map((document) =>
          identifierView(document, versionOf(document, undefined)),
        ),
        NextToken: documents.next,
      };
    },

    ListDocumentVersions: (input, call) => {
      requireRange(input.MaxResults, 'maxResults', 1, pageSizeMax);
      const document = ownDocument(estate, call, input.Name);
      const versions = page(document.versions, (version) => version.version.padStart(6, '0'), {
        call,
        input,
        token: input.NextToken,
        size: input.MaxResults ?? pageSizeMax,
        refuse: invalidNextToken('InvalidNextToken'),
      });
      return {
        DocumentVersions: versions.items.map((version) => ({
          Name: document.name,
          DocumentVersion: version.version,
          VersionName: version.versionName,
          CreatedDate: version.createdAt,
          IsDefaultVersion: version.version === document.defaultVersion,
          DocumentFormat: 'JSON',
          Status: 'Active',
        })),
        NextToken: versions.next,
      };
    },
  };
}
