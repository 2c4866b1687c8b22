// SendCommand: every limit of the request held, then the command made and handed to delivery.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handler, Shape } from '../../endpoint/contract.ts';
import { freshUuid } from '../../world/seeded.ts';
import { refuseUnread, requireLength, requireOneOf, requirePattern, requireRange } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import type { Host } from '../host.ts';
import { isEnded } from './command.ts';
import type { Command, Invocation } from './command.ts';
import { commandView } from './command-view.ts';
import type { Delivery } from './delivery.ts';
import { documentBytesMax, executionTimeoutSeconds } from './document-content.ts';
import { usableDocument, usableVersion } from './document-find.ts';
import { invalidDocument } from './document.ts';
import type { DocumentVersion } from './document.ts';
import { checkedParameters, withDefaults } from './parameters.ts';
import { hostsMeant } from './targets.ts';

/** Limits and defaults of SendCommand (Systems Manager API reference). */
const limits = { comment: 100, timeoutSeconds: { min: 30, max: 2_592_000, usual: 3600 }, hash: 256 } as const;
const defaults = { maxConcurrency: '50', maxErrors: '0' } as const;
const concurrencyPattern = /^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$/;
const errorsPattern = /^([1-9][0-9]*|0|[1-9][0-9]%|[0-9]%|100%)$/;
const versionPattern = /^(\$LATEST|\$DEFAULT|[1-9][0-9]*)$/;

function requireLimits(input: Shape): void {
  requireLength(input.Comment, 'comment', limits.comment);
  requireRange(input.TimeoutSeconds, 'timeoutSeconds', limits.timeoutSeconds.min, limits.timeoutSeconds.max);
  requireLength(input.MaxConcurrency, 'maxConcurrency', 7, 1);
  requirePattern(input.MaxConcurrency, 'maxConcurrency', concurrencyPattern);
  requireLength(input.MaxErrors, 'maxErrors', 7, 1);
  requirePattern(input.MaxErrors, 'maxErrors', errorsPattern);
  requirePattern(input.DocumentVersion, 'documentVersion', versionPattern);
  requireLength(input.DocumentHash, 'documentHash', limits.hash);
  requireOneOf(input.DocumentHashType, 'documentHashType', ['Sha256', 'Sha1']);
  refuseUnread(input, [
    ...['OutputS3BucketName', 'OutputS3KeyPrefix', 'ServiceRoleArn', 'NotificationConfig'],
    ...['CloudWatchOutputConfig', 'AlarmConfiguration'],
  ]);
}

function requireHash(input: Shape, version: DocumentVersion): void {
  if (input.DocumentHash === undefined || input.DocumentHash === version.sha256) return;
  throw invalidDocument('The document hash does not match the hash of the document version.');
}

function requirePlatform(hosts: readonly Host[], version: DocumentVersion): void {
  const strangers = hosts.filter((host) => !version.content.platformTypes.includes(host.node?.platformType ?? ''));
  if (strangers.length === 0) return;
  throw new AwsError(
    'UnsupportedPlatformType',
    `The document does not support the platform of ${strangers.map((host) => host.instanceId).join(', ')}.`,
  );
}

function invocationOf(command: Command, host: Host): Invocation {
  return {
    command,
    host,
    messageId: `aws.ssm.${command.commandId}.${host.instanceId}`,
    status: 'Pending',
    details: 'Pending',
    delivering: false,
    trace: '',
    steps: new Map(),
  };
}

function commandOf(estate: Estate, call: Call, input: Shape, version: DocumentVersion, rateExceeded: boolean): Command {
  const given: Record<string, string[]> = input.Parameters ?? {};
  const { content } = version;
  const agentParameters = checkedParameters(content, given);
  if (Buffer.byteLength(version.text) + Buffer.byteLength(JSON.stringify(given)) > documentBytesMax) {
    throw new AwsError('MaxDocumentSizeExceeded', 'The size limit of a document and its parameters is 64 KB.');
  }
  const timeoutSeconds: number = input.TimeoutSeconds ?? limits.timeoutSeconds.usual;
  const executionSeconds = executionTimeoutSeconds(content, withDefaults(content, agentParameters));
  const requestedAt = estate.clock.now();
  const commandId = freshUuid(estate.seeded, 'command');
  return {
    commandId,
    serial: estate.place(call.accountId, call.region).commands.size + 1,
    accountId: call.accountId,
    region: call.region,
    documentName: input.DocumentName,
    document: version,
    parameters: given,
    agentParameters,
    comment: input.Comment ?? '',
    timeoutSeconds,
    instanceIds: input.InstanceIds ?? [],
    targets: input.Targets ?? [],
    maxConcurrency: input.MaxConcurrency ?? defaults.maxConcurrency,
    maxErrors: input.MaxErrors ?? defaults.maxErrors,
    requestedAt,
    // The service waits for delivery and execution together (user guide, command time-outs).
    expiresAt: requestedAt + (timeoutSeconds + executionSeconds) * 1000,
    invocations: new Map(),
    window: 1,
    cancelled: false,
    rateExceeded,
  };
}

/** Invocations that have not ended; not counted where there is no limit to them. */
function openCount(commands: ReadonlyMap<string, Command>, pendingMax: number): number {
  if (pendingMax === Number.POSITIVE_INFINITY) return 0;
  const all = [...commands.values()].flatMap((command) => [...command.invocations.values()]);
  return all.filter((one) => !isEnded(one)).length;
}

/** The handler. There is no idempotency token: the same request twice is two commands. */
export function sendCommand(estate: Estate, delivery: Delivery, pendingMax: number): Handler {
  return (input, call) => {
    requireLimits(input);
    const { hosts, commands } = estate.place(call.accountId, call.region);
    const version = usableVersion(usableDocument(estate, call, input.DocumentName), call, input.DocumentVersion);
    requireHash(input, version);
    const meant = hostsMeant(input, hosts, call.accountId);
    if (input.InstanceIds?.length) requirePlatform(meant, version);
    const rateExceeded = openCount(commands, pendingMax) + meant.length > pendingMax;
    const command = commandOf(estate, call, input, version, rateExceeded);
    for (const host of rateExceeded ? [] : meant) command.invocations.set(host.instanceId, invocationOf(command, host));
    commands.set(command.commandId, command);
    delivery.start(command);
    return { Command: commandView(command) };
  };
}
