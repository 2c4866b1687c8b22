// Run Command: sends one command to one instance or up to fifty, and reads back what was sent and what became of it.
import type { Command, CommandInvocation, ListCommandInvocationsCommandInput } from '@aws-sdk/client-ssm';
import type {
  Clock,
  Commands,
  Gap,
  Instant,
  Invocation,
  Place,
  Seen,
  SendOrder,
  SendOutcome,
  SentCommand,
} from '@bongsu/core';
import { AwsError } from './aws-error.ts';
import { deniedAction, pages, translated, type Tell, type Where } from './call.ts';
import type { Clients } from './clients.ts';
import { documentKeep } from './document.ts';
import { clockCorrected, faultOf } from './fault.ts';
import type { ServiceTime } from './service-time.ts';
import type { Sessions } from './session.ts';

/** Made in each account whose hosts are checked. */
export const calls = ['ssm:SendCommand', 'ssm:ListCommands', 'ssm:ListCommandInvocations'] as const;

/** Items a page of ListCommands and ListCommandInvocations: the service's maximum. */
const pageSize = 50;

export function openCommands(clients: Clients, sessions: Sessions, clock: Clock, time: ServiceTime): Commands {
  return {
    document: (region, content, shareWith) => documentKeep(clients, sessions, clock, region, content, shareWith),
    send: (order) => send(clients, order),
    sentBefore: (place, since) => sentBefore(clients, place, since, time),
    invocations: (place, asked) => invocations(clients, place, asked, time),
  };
}

/**
 * By default a command stops at its first error (MaxErrors 0: Systems Manager User Guide, "Using targets and rate controls"): one bad host
 * would take the check from the others. Stop conditions are the campaign's own.
 */
const together = { MaxConcurrency: '50', MaxErrors: '100%' } as const;

async function send(clients: Clients, order: SendOrder): Promise<SendOutcome> {
  try {
    const { SendCommandCommand } = await import('@aws-sdk/client-ssm');
    const client = await clients.ssmOnce(order.place);
    const made = () =>
      client.send(
        new SendCommandCommand({
          InstanceIds: [...order.instanceIds],
          DocumentName: order.document.arn,
          DocumentVersion: order.document.version,
          DocumentHash: order.document.sha256,
          DocumentHashType: 'Sha256',
          Comment: order.comment,
          TimeoutSeconds: order.deliverySeconds,
          ...(order.instanceIds.length > 1 ? together : {}),
          Parameters: Object.fromEntries(Object.entries(order.parameters).map(([name, value]) => [name, [value]])),
        }),
      );
    const answer = await made().catch((error: unknown) => {
      // The first call of a machine whose clock is wrong; elsewhere the SDK's further attempts do the same.
      if (clockCorrected(error)) return made();
      throw error;
    });
    const commandId = answer.Command?.CommandId;
    if (commandId !== undefined) return { kind: 'sent', commandId };
    return { kind: 'unclear', code: 'MalformedAnswer', message: 'the answer names no command' };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** What a failed attempt tells of the command. */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof AwsError && error.gap !== null) return neverMade(error.gap, error.cause);
  const fault = faultOf(error);
  if (fault === null) throw error;
  const { code, message } = fault;
  if (code === 'NoCredentials') return { kind: 'unreached', code, message };
  switch (fault.kind) {
    case 'throttled':
    case 'expired':
      return { kind: fault.kind, code };
    case 'limit':
      return { kind: 'limit', code, message };
    case 'denied':
      return { kind: 'refused', code, message, missingPermission: deniedAction(error, 'ssm:SendCommand') };
    case 'refused':
      return { kind: 'refused', code, message, missingPermission: null };
    case 'timeout':
    case 'network':
    case 'server':
    case 'malformed':
      return { kind: 'unclear', code, message };
  }
}

/**
 * Without a session the call was never made, so it is never unclear; only a role that denies us will go on denying. Who is signed in nowhere
 * for a moment (a token of SSO that has ended, a metadata service that does not answer) signs in again.
 */
function neverMade({ code, message, missingPermission }: Gap, cause: unknown): SendOutcome {
  const kind = faultOf(cause)?.kind;
  return code !== 'NoCredentials' && (kind === 'denied' || kind === 'refused')
    ? { kind: 'refused', code, message, missingPermission }
    : { kind: 'unreached', code, message };
}

async function sentBefore(
  clients: Clients,
  place: Place,
  since: Instant,
  time: ServiceTime,
): Promise<Seen<SentCommand>> {
  const where: Where = { call: 'ssm:ListCommands', ...place };
  const { ListCommandsCommand } = await import('@aws-sdk/client-ssm');
  const raw = await pages<Command>(where, async (token) => {
    const client = await clients.ssm(place);
    const page = await client.send(new ListCommandsCommand(request(since, token, time)));
    return { items: page.Commands, next: page.NextToken };
  });
  return translated(raw, where, ({ CommandId, Comment, InstanceIds, RequestedDateTime }, tell) => {
    if (CommandId === undefined) tell('MalformedItem', 'a command without an id');
    return CommandId === undefined
      ? null
      : {
          ...{ comment: Comment ?? '', commandId: CommandId, instanceIds: InstanceIds ?? [] },
          sentAt: RequestedDateTime === undefined ? since : time.ours(RequestedDateTime),
        };
  });
}

async function invocations(
  clients: Clients,
  place: Place,
  asked: Parameters<Commands['invocations']>[1],
  time: ServiceTime,
): Promise<Seen<Invocation>> {
  const where: Where = { call: 'ssm:ListCommandInvocations', ...place };
  const raw =
    'since' in asked
      ? await invocationPages(clients, place, (token) => request(asked.since, token, time))
      : await invocationsEach(clients, place, asked.commandIds);
  return translated(raw, where, invocationOf);
}

async function invocationPages(
  clients: Clients,
  place: Place,
  requestOf: (token: string | undefined) => ListCommandInvocationsCommandInput,
): Promise<Seen<CommandInvocation>> {
  const { ListCommandInvocationsCommand } = await import('@aws-sdk/client-ssm');
  return pages<CommandInvocation>({ call: 'ssm:ListCommandInvocations', ...place }, async (token) => {
    const client = await clients.ssm(place);
    const page = await client.send(new ListCommandInvocationsCommand({ ...requestOf(token), Details: true }));
    return { items: page.CommandInvocations, next: page.NextToken };
  });
}

/** One call a command: cheaper than a sweep where few are missing. The first that fails ends it, with what came before. */
async function invocationsEach(
  clients: Clients,
  place: Place,
  commandIds: readonly string[],
): Promise<Seen<CommandInvocation>> {
  const items: CommandInvocation[] = [];
  for (const CommandId of commandIds) {
    const seen = await invocationPages(clients, place, (token) => ({
      CommandId,
      MaxResults: pageSize,
      ...(token === undefined ? {} : { NextToken: token }),
    }));
    items.push(...seen.items);
    if (seen.gaps.length > 0) return { items, gaps: seen.gaps };
  }
  return { items, gaps: [] };
}

/** The filter takes whole seconds; cutting the fraction off asks for a little more and never for less. */
function request(since: Instant, token: string | undefined, time: ServiceTime) {
  const value = `${time.theirs(new Date(since)).toISOString().slice(0, 19)}Z`;
  return {
    MaxResults: pageSize,
    Filters: [{ key: 'InvokedAfter' as const, value }],
    ...(token === undefined ? {} : { NextToken: token }),
  };
}

function invocationOf(raw: CommandInvocation, tell: Tell): Invocation | null {
  const { CommandId, InstanceId, Status } = raw;
  if (CommandId === undefined || InstanceId === undefined || Status === undefined) {
    tell('MalformedItem', 'an invocation without command, instance or status');
    return null;
  }
  return {
    commandId: CommandId,
    instanceId: InstanceId,
    comment: raw.Comment ?? '',
    status: Status,
    statusDetails: raw.StatusDetails ?? '',
    steps: (raw.CommandPlugins ?? []).map((step) => ({
      name: step.Name ?? '',
      status: step.Status ?? '',
      exitCode: step.ResponseCode ?? -1,
      output: step.Output ?? '',
    })),
  };
}
