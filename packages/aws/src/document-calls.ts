// The calls on one Region's command document, each with its fault as a gap.
import type { DocumentDescription } from '@aws-sdk/client-ssm';
import type { AccountId, Place } from '@bongsu/core';
import { ask } from './call.ts';
import type { Clients } from './clients.ts';

export const calls = [
  'ssm:DescribeDocument',
  'ssm:GetDocument',
  'ssm:CreateDocument',
  'ssm:UpdateDocument',
  'ssm:UpdateDocumentDefaultVersion',
  'ssm:ModifyDocumentPermission',
] as const;

/** The name of the document that commands run, in every Region of the central account. */
export const documentName = 'Bongsu-HostCheck';
/** The one that associations run: of a document that another account shares they always run the default version, which campaigns move. */
export const recurringDocumentName = 'Bongsu-HostCheck-Recurring';

/** Each rejects with AwsError and a gap; versions are numbers as text, `$LATEST` or `$DEFAULT`. */
export interface DocumentCalls {
  describe(version: string): Promise<DocumentDescription>;
  content(version: string): Promise<string | undefined>;
  /** Gives the number of the version it made. */
  create(content: string): Promise<string | undefined>;
  /** Gives the number of the version it made. */
  update(content: string): Promise<string | undefined>;
  makeDefault(version: string): Promise<void>;
  /** At most 20 accounts (SSM API reference, AccountIdsToAdd). */
  share(accountIds: readonly AccountId[]): Promise<void>;
}

export async function openDocumentCalls(clients: Clients, place: Place, Name: string): Promise<DocumentCalls> {
  const sdk = await import('@aws-sdk/client-ssm');
  const client = await clients.ssm(place);
  const form = { Name, DocumentFormat: 'JSON' } as const;
  const made = <T>(call: (typeof calls)[number], make: () => Promise<T>) => ask({ call, ...place }, make);

  return {
    describe: async (version) => {
      const command = new sdk.DescribeDocumentCommand({ Name, DocumentVersion: version });
      return (await made('ssm:DescribeDocument', () => client.send(command))).Document ?? {};
    },
    content: async (version) => {
      const command = new sdk.GetDocumentCommand({ ...form, DocumentVersion: version });
      return (await made('ssm:GetDocument', () => client.send(command))).Content;
    },
    create: async (content) => {
      const command = new sdk.CreateDocumentCommand({ ...form, Content: content, DocumentType: 'Command' });
      return (await made('ssm:CreateDocument', () => client.send(command))).DocumentDescription?.DocumentVersion;
    },
    update: async (content) => {
      const command = new sdk.UpdateDocumentCommand({ ...form, Content: content, DocumentVersion: '$LATEST' });
      return (await made('ssm:UpdateDocument', () => client.send(command))).DocumentDescription?.DocumentVersion;
    },
    makeDefault: async (version) => {
      const command = new sdk.UpdateDocumentDefaultVersionCommand({ Name, DocumentVersion: version });
      await made('ssm:UpdateDocumentDefaultVersion', () => client.send(command));
    },
    share: async (accountIds) => {
      // All versions, because a running campaign pins its own by number while the next one moves the default.
      const request = { Name, PermissionType: 'Share', SharedDocumentVersion: '$ALL' } as const;
      const command = new sdk.ModifyDocumentPermissionCommand({ ...request, AccountIdsToAdd: [...accountIds] });
      await made('ssm:ModifyDocumentPermission', () => client.send(command));
    },
  };
}
