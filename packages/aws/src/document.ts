// Keeps the command document of a Region: its content, a numbered version to pin, and the accounts it is shared with.
import { createHash } from 'node:crypto';
import type { DocumentDescription } from '@aws-sdk/client-ssm';
import type { AccountId, Clock, DocumentPin, Gap, Place, Region } from '@bongsu/core';
import { AwsError } from './aws-error.ts';
import { gapAt, gapOf, isGap } from './call.ts';
import type { Clients } from './clients.ts';
import { documentName, openDocumentCalls, type DocumentCalls } from './document-calls.ts';
import type { Sessions } from './session.ts';

/** Accounts that one call shares with. */
const sharesPerCall = 20;
/** A new version is Active within seconds; after a minute something is wrong. */
const waitMilliseconds = 1_000;
const waitsMax = 60;

/** Makes the document's default version equal `content`, shares it with other accounts, and gives what a send must pin. */
export async function documentKeep(
  clients: Clients,
  sessions: Sessions,
  clock: Clock,
  region: Region,
  content: string,
  shareWith: readonly AccountId[],
  name: string = documentName,
): Promise<DocumentPin | Gap> {
  try {
    const { accountId, partition } = await sessions.identity();
    const place: Place = { accountId, region };
    const calls = await openDocumentCalls(clients, place, name);
    const current = await calls.describe('$DEFAULT').catch(answeredBy('InvalidDocument'));
    const version = await versionOf(calls, content, current);
    if (version === undefined) return lost(place, 'the service names no version that holds the content');
    const ready = current?.Status === 'Active' && current.DocumentVersion === version;
    const active = ready ? current : await activeVersion(calls, clock, version, place, name);
    if (isGap(active)) return active;
    if (active.HashType !== 'Sha256' || active.Hash === undefined) return lost(place, 'the document has no SHA-256');
    if (active.DefaultVersion !== version) await calls.makeDefault(version);
    const others = [...new Set(shareWith)].filter((other) => other !== accountId);
    for (let start = 0; start < others.length; start += sharesPerCall)
      await calls.share(others.slice(start, start + sharesPerCall));
    return {
      arn: `arn:${partition}:ssm:${region}:${accountId}:document/${name}`,
      version,
      sha256: active.Hash,
    };
  } catch (error) {
    return gapOf(error, { call: 'ssm:DescribeDocument', accountId: null, region });
  }
}

/** The numbered version that holds the content, made where there is none. */
async function versionOf(
  calls: DocumentCalls,
  content: string,
  current: DocumentDescription | null,
): Promise<string | undefined> {
  if (current === null) return calls.create(content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (current.HashType === 'Sha256' && current.Hash === sha256) return current.DocumentVersion;
  const updated = await calls.update(content).catch(answeredBy('DuplicateDocumentContent'));
  return updated === null ? versionHolding(calls, content) : updated;
}

/** The service refuses to store the same content twice, without saying where it has it: read newest first. */
async function versionHolding(calls: DocumentCalls, content: string): Promise<string | undefined> {
  const { DocumentVersion } = await calls.describe('$LATEST');
  for (let version = Number(DocumentVersion ?? 0); version > 0; version--) {
    const held = await calls.content(String(version)).catch(answeredBy('InvalidDocumentVersion'));
    if (held === content) return String(version);
  }
  return undefined;
}

/** Turns the one error code that is an answer into null; any other error is thrown on. */
function answeredBy(code: string): (error: unknown) => null {
  return (error) => {
    if (error instanceof AwsError && error.gap?.code === code) return null;
    throw error;
  };
}

/** Waits until a version can be used. */
async function activeVersion(
  calls: DocumentCalls,
  clock: Clock,
  version: string,
  place: Place,
  name: string,
): Promise<DocumentDescription | Gap> {
  let status = 'Creating';
  for (let turn = 0; turn < waitsMax && (status === 'Creating' || status === 'Updating'); turn++) {
    if (turn > 0) await clock.sleep(waitMilliseconds);
    const described = await calls.describe(version);
    if (described.Status === 'Active') return described;
    status = described.Status ?? 'in no state';
  }
  const where = { call: 'ssm:DescribeDocument', ...place };
  return gapAt(where, 'DocumentNotActive', `version ${version} of ${name} is ${status}`);
}

function lost(place: Place, message: string): Gap {
  return gapAt({ call: 'ssm:DescribeDocument', ...place }, 'MalformedAnswer', message);
}
