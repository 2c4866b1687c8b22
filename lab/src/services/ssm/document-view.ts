// Documents as Systems Manager shows them.
import type { Shape } from '../../endpoint/contract.ts';
import { latestOf } from './document.ts';
import type { DocumentVersion, SsmDocument } from './document.ts';

const ownerOf = (document: SsmDocument): string => document.ownerId || 'Amazon';

/** DocumentDescription, of one version. */
export function descriptionView(document: SsmDocument, version: DocumentVersion, status = 'Active'): Shape {
  const { content } = version;
  return {
    Name: document.name,
    Owner: ownerOf(document),
    Hash: version.sha256,
    HashType: 'Sha256',
    VersionName: version.versionName,
    CreatedDate: version.createdAt,
    Status: status,
    DocumentVersion: version.version,
    Description: content.description,
    Parameters: content.parameters.map((parameter) => ({
      Name: parameter.name,
      Type: parameter.type,
      Description: parameter.description,
      // The API has one text for both types; lists are shown as JSON.
      DefaultValue:
        parameter.defaultValue === undefined || typeof parameter.defaultValue === 'string'
          ? parameter.defaultValue
          : JSON.stringify(parameter.defaultValue),
    })),
    PlatformTypes: content.platformTypes,
    DocumentType: 'Command',
    SchemaVersion: content.schemaVersion,
    LatestVersion: latestOf(document).version,
    DefaultVersion: document.defaultVersion,
    DocumentFormat: 'JSON',
    TargetType: document.targetType,
    Tags: [],
  };
}

/** DocumentIdentifier, of the default version. */
export function identifierView(document: SsmDocument, version: DocumentVersion): Shape {
  return {
    Name: document.name,
    Owner: ownerOf(document),
    CreatedDate: version.createdAt,
    VersionName: version.versionName,
    PlatformTypes: version.content.platformTypes,
    DocumentVersion: version.version,
    DocumentType: 'Command',
    SchemaVersion: version.content.schemaVersion,
    DocumentFormat: 'JSON',
    TargetType: document.targetType,
    Tags: [],
  };
}
