// Keeps the command document of a Region: its content, a numbered version to pin, and the accounts it is shared with.
import { createHash } from 'node:crypto';
import type { DocumentDescription, SSMClient } from '@aws-sdk/client-ssm';
import type { AccountId, Clock, DocumentPin, Gap, Region } from '@bongsu/core';
import { gapAt, gapOf, isGap, type Where } from './call.ts';
import type { Clients } from './clients.ts';
import type { Identity } from './session.ts';

export const calls = [
  'ssm:DescribeDocument',
  'ssm:GetDocument',
  'ssm:CreateDocument',
  'ssm:UpdateDocument',
  'ssm:UpdateDocumentDefaultVersion',
  'ssm:ModifyDocumentPermission',
] as const;
type DocumentCall = (typeof calls)[number];

/** The document's name in every Region of the central account. */
export const documentName = 'Bongsu-HostCheck';

/** Accounts a call of ModifyDocumentPermission takes (SSM API reference, AccountIdsToAdd). */
const sharesPerCall = 20;
/** How often, and how many times, a new version is asked whether it is Active; creation takes seconds. */
const waitMilliseconds = 1_000;
const waitsMax = 60;

/** Makes the document's default version equal `content`, shares it, and gives what a send must pin. */
export async function documentKeep(
  clients: Clients,
  clock: Clock,
  identity: Identity,
  region: Region,
  content: string,
  shareWith: readonly AccountId[],
): Promise<DocumentPin | Gap> {
  const accountId = identity.accountId;
  const at = (call: DocumentCall): Where => ({ call, accountId, region });
  const step = { call: 'ssm:DescribeDocument' as DocumentCall };
  try {
    const keeper = await openKeeper(
      await clients.ssm({ accountId, region }),
      content,
      (call) => void (step.call = call),
    );
    const version = await keeper.version();
    if (version === null) return gapAt(at('ssm:GetDocument'), 'DocumentMismatch', 'the document holds other content');
    const active = await activeVersion(keeper, clock, version, at('ssm:DescribeDocument'));
    if (isGap(active)) return active;
    if (active.DefaultVersion !== version) await keeper.makeDefault(version);
    await keeper.share(shareWith.filter((account) => account !== accountId));
    if (active.Hash === undefined || active.HashType !== 'Sha256')
      return gapAt(at('ssm:DescribeDocument'), 'MalformedAnswer', 'the document has no SHA-256');
    const arn = `arn:${identity.partition}:ssm:${region}:${accountId}:document/${documentName}`;
    return { arn, version, sha256: active.Hash };
  } catch (error) {
    return gapOf(error, at(step.call));
  }
}

interface Keeper {
  /** The numbered version that holds the content, made where there is none; null where it cannot be told. */
  version(): Promise<string | null>;
  describe(version: string): Promise<DocumentDescription>;
  makeDefault(version: string): Promise<void>;
  share(accounts: readonly AccountId[]): Promise<void>;
}

async function openKeeper(client: SSMClient, content: string, on: (call: DocumentCall) => void): Promise<Keeper> {
  const sdk = await import('@aws-sdk/client-ssm');
  const Name = documentName;

  const describe = async (version: string): Promise<DocumentDescription> => {
    on('ssm:DescribeDocument');
    const answer = await client.send(new sdk.DescribeDocumentCommand({ Name, DocumentVersion: version }));
    return answer.Document ?? {};
  };
  const create = async (): Promise<string | null> => {
    on('ssm:CreateDocument');
    const request = { Name, Content: content, DocumentType: 'Command', DocumentFormat: 'JSON' } as const;
    const answer = await client.send(new sdk.CreateDocumentCommand(request));
    return answer.DocumentDescription?.DocumentVersion ?? null;
  };
  const update = async (): Promise<string | null> => {
    on('ssm:UpdateDocument');
    const request = { Name, Content: content, DocumentVersion: '$LATEST', DocumentFormat: 'JSON' } as const;
    const answer = await client.send(new sdk.UpdateDocumentCommand(request));
    return answer.DocumentDescription?.DocumentVersion ?? null;
  };
  /** The newest version, after the service said that it holds this content already; read to be sure. */
  const newest = async (): Promise<string | null> => {
    on('ssm:GetDocument');
    const request = { Name, DocumentVersion: '$LATEST', DocumentFormat: 'JSON' } as const;
    const answer = await client.send(new sdk.GetDocumentCommand(request));
    return answer.Content === content ? (answer.DocumentVersion ?? null) : null;
  };

  return {
    describe,
    version: async () => {
      const current = await describe('$DEFAULT').catch((error: unknown) => absentOnly(error, 'InvalidDocument'));
      if (current === null) return create();
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (current.HashType === 'Sha256' && current.Hash === sha256) return current.DocumentVersion ?? null;
      const updated = await update().catch((error: unknown) => absentOnly(error, 'DuplicateDocumentContent'));
      return updated ?? newest();
    },
    makeDefault: async (version) => {
      on('ssm:UpdateDocumentDefaultVersion');
      await client.send(new sdk.UpdateDocumentDefaultVersionCommand({ Name, DocumentVersion: version }));
    },
    share: async (accounts) => {
      on('ssm:ModifyDocumentPermission');
      for (let start = 0; start < accounts.length; start += sharesPerCall) {
        const AccountIdsToAdd = accounts.slice(start, start + sharesPerCall);
        // All versions, because a running campaign pins its own by number while the next one moves the default.
        const request = { Name, PermissionType: 'Share', AccountIdsToAdd, SharedDocumentVersion: '$ALL' } as const;
        await client.send(new sdk.ModifyDocumentPermissionCommand(request));
      }
    },
  };
}

/** null for the one error that is an answer; any other is thrown on. */
function absentOnly(error: unknown, name: string): null {
  if (error instanceof Error && error.name === name) return null;
  throw error;
}

/** Waits until a version can be used. */
async function activeVersion(
  keeper: Keeper,
  clock: Clock,
  version: string,
  where: Where,
): Promise<DocumentDescription | Gap> {
  let status: string | undefined;
  for (let turn = 0; turn < waitsMax; turn++) {
    const described = await keeper.describe(version);
    status = described.Status;
    if (status === 'Active') return described;
    if (status === 'Failed' || status === 'Deleting') break;
    await clock.sleep(waitMilliseconds);
  }
  return gapAt(where, 'DocumentNotActive', `version ${version} of ${documentName} is ${status ?? 'in no known state'}`);
}
