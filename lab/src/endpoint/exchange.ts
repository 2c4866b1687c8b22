// One request from arrival to answer: who asks, what for, what a fault rule says, what the handler does.
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeChunkedBody } from '../auth/aws-chunked.ts';
import { checkBodyChecksums } from '../auth/checksum.ts';
import { refusal } from '../auth/refusal.ts';
import { type IdentityOf, type Verified, verifySignature } from '../auth/sigv4.ts';
import { type Answer, requestIdHeaders, writeAnswer } from './answer.ts';
import type { Arrival, Protocol } from './arrival.ts';
import {
  AwsError,
  type Call,
  type CallRecord,
  type FaultEffect,
  type FaultSource,
  type Identity,
  type LabClock,
  type Shape,
} from './contract.ts';
import { protocolOf, type ReadyApi, readOperation } from './decode.ts';
import { writeError } from './error-envelope.ts';
import { quotaCode } from '../fault/quota.ts';
import { isPostObject, readPostObject, writePostAnswer } from './post-object.ts';

/** What an exchange needs of the lab around it. */
export interface Surroundings {
  readonly clock: LabClock;
  readonly identityOf: IdentityOf;
  readonly faults: FaultSource;
  /** Told of mistakes of the lab itself; callers learn only that there was one. */
  readonly onBug: (error: unknown, where: string) => void;
}

export interface Outcome {
  readonly answer: Answer;
  /** How much of the answer the client gets: all, nothing at all, or this many bytes of its body. */
  readonly delivery: 'whole' | 'none' | { readonly bytes: number };
  readonly record: CallRecord;
}

/** A call as far as it is understood; filled on the way, so that refused calls are recorded too. */
interface Progress {
  readonly requestId: string;
  readonly protocol: Protocol;
  operation: string;
  identity?: Identity;
  region?: string;
  faults: readonly FaultEffect[];
  delivery: Outcome['delivery'];
  /** The status of the answer that takes the place of the operation's own. */
  instead?: number;
}

/** Thrown to leave an exchange whose connection a fault rule cuts before anything happens. */
class Dropped extends Error {}

/** Answers one request; `api` is undefined where the lab has no such service. */
export async function exchange(
  arrival: Arrival,
  api: ReadyApi | undefined,
  requestId: string,
  around: Surroundings,
): Promise<Outcome> {
  const protocol = protocolOf(arrival, api);
  const progress: Progress = { requestId, protocol, operation: '', faults: [], delivery: 'whole' };
  let answer: Answer;
  let errorCode: string | undefined;
  try {
    answer = await perform(arrival, api, progress, around);
  } catch (thrown) {
    const error = asAwsError(thrown, progress, around);
    errorCode = thrown instanceof Dropped ? undefined : error.code;
    answer = writeError(api, protocol, error, requestId);
  }
  const { identity, region, faults, operation, delivery } = progress;
  const record: CallRecord = {
    at: around.clock.now(),
    requestId,
    service: api?.name ?? arrival.service ?? '',
    operation,
    ...(identity === undefined ? {} : { arn: identity.arn, accountId: identity.accountId }),
    ...(region === undefined ? {} : { region }),
    status: delivery === 'none' ? 0 : answer.status,
    ...(errorCode === undefined ? {} : { errorCode }),
    faults,
  };
  return { answer, delivery, record };
}

function asAwsError(thrown: unknown, progress: Progress, around: Surroundings): AwsError {
  if (thrown instanceof AwsError) return thrown;
  if (thrown instanceof Dropped) return new AwsError('ConnectionCut', 'Cut by a fault rule', 500);
  around.onBug(thrown, progress.operation || 'a request');
  return new AwsError('InternalFailure', 'The lab failed; its log says how.', 500);
}

async function perform(
  arrival: Arrival,
  api: ReadyApi | undefined,
  progress: Progress,
  around: Surroundings,
): Promise<Answer> {
  if (api?.name === 's3' && isPostObject(arrival)) return performPost(arrival, api, progress, around);
  const service = api?.name ?? arrival.service ?? '';
  const verified = verifySignature(arrival, around.identityOf, around.clock.now());
  if (verified === undefined) throw refusal(unsignedFamily(service, arrival), 'missing');
  progress.identity = verified.identity;
  progress.region = verified.scope.region;
  if (api === undefined) throw new AwsError('NotImplementedInLab', `The lab has no service ${service}`, 501);
  const asked = readOperation(arrival, api);
  progress.operation = asked.operation;
  const { body, headers } = api.name === 's3' ? plainBody(arrival, verified) : arrival;
  const input = asked.input(body, headers);
  const early = await misfortune(input, api, progress, around);
  if (early !== undefined) return early;
  const output = await handle(api, progress, input, { body, headers, presigned: verified.presigned });
  if (progress.instead !== undefined) return emptyAnswer(progress.instead, progress);
  return writeAnswer(api, progress.protocol, asked, output, progress.requestId);
}

/** An unsigned form names no service; all that take forms but EC2 refuse in the words of STS. */
function unsignedFamily(service: string, arrival: Arrival): string {
  return service === '' && arrival.manner === 'form' ? 'sts' : service;
}

async function performPost(arrival: Arrival, api: ReadyApi, progress: Progress, around: Surroundings): Promise<Answer> {
  progress.operation = 'PostObject';
  const { input, identity, region } = readPostObject(arrival, around.identityOf, around.clock.now());
  progress.identity = identity;
  progress.region = region;
  const early = await misfortune(input, api, progress, around);
  if (early !== undefined) return early;
  const output = await handle(api, progress, input, { body: input.Body, headers: arrival.headers, presigned: true });
  return writePostAnswer(input, output, arrival.headers.host ?? '', progress.requestId);
}

/** S3 bodies: chunks taken apart, checksums compared, and `aws-chunked` no longer told to the handler. */
function plainBody(arrival: Arrival, verified: Verified): { body: Buffer; headers: Readonly<Record<string, string>> } {
  if (!verified.payloadHash.startsWith('STREAMING-')) {
    checkBodyChecksums(arrival.headers, arrival.body);
    return arrival;
  }
  const { body, trailers } = decodeChunkedBody(arrival.body, verified, arrival.headers);
  const { 'content-encoding': encoding = '', ...others } = arrival.headers;
  const headers: Record<string, string> = { ...others, ...trailers, 'content-length': String(body.length) };
  const rest = encoding.split(/\s*,\s*/).filter((name) => name !== 'aws-chunked' && name !== '');
  if (rest.length > 0) headers['content-encoding'] = rest.join(',');
  checkBodyChecksums(headers, body);
  return { body, headers };
}

/** Applies the rules that fire: waits, throws, or gives the answer that takes the handler's place. */
async function misfortune(
  input: Shape,
  api: ReadyApi,
  progress: Progress,
  around: Surroundings,
): Promise<Answer | undefined> {
  const { operation, identity, region = '' } = progress;
  const subject = { service: api.name, operation, accountId: identity?.accountId ?? '', region, input };
  progress.faults = around.faults.decide(subject);
  for (const effect of progress.faults) {
    if ('latencyMs' in effect) await sleep(effect.latencyMs);
    else if ('error' in effect)
      throw new AwsError(effect.error, effect.message ?? 'Set by a fault rule', effect.status);
    else if ('quota' in effect)
      throw new AwsError(quotaCode(api.name, operation), 'The quota of this account is used up.');
    else if ('drop' in effect) {
      progress.delivery = 'none';
      if (effect.drop === 'before') throw new Dropped();
    } else if ('truncate' in effect) progress.delivery = { bytes: effect.truncate };
    else if (effect.after) progress.instead = effect.status;
    else return emptyAnswer(effect.status, progress);
  }
  return undefined;
}

function emptyAnswer(status: number, { protocol, requestId }: Progress): Answer {
  return { status, headers: requestIdHeaders(protocol, requestId), body: Buffer.alloc(0) };
}

async function handle(
  api: ReadyApi,
  progress: Progress,
  input: Shape,
  request: Pick<Call, 'body' | 'headers' | 'presigned'>,
): Promise<Shape> {
  const { operation, identity, region = '', requestId } = progress;
  const handler = Object.hasOwn(api.handlers, operation) ? api.handlers[operation] : undefined;
  if (handler === undefined || identity === undefined) {
    throw new AwsError('NotImplementedInLab', `The lab does not play ${api.name}:${operation}`, 501);
  }
  const { accountId } = identity;
  const call: Call = { identity, accountId, region, service: api.name, operation, requestId, ...request };
  return (await handler(input, call)) ?? {};
}
