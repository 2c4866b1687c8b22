// The lab's own agents: take messages from the mailbox, run each command once, report steps and end.
import type { CommandMessage, RunDocument } from '../../agent/contract.ts';
import type { Estate } from '../estate.ts';
import { takesMessages } from '../host.ts';
import type { Host } from '../host.ts';
import type { Invocation } from './command.ts';
import type { Delivery } from './delivery.ts';
import type { Mailbox, Message } from './mailbox.ts';

/** The agent runs at most five documents at a time (agent source, CommandWorkersLimit). */
const workersPerHost = 5;
/** How long the lab's agents may keep a message unacknowledged, as the real one asks for. */
const visibleMilliseconds = 10_000;

export interface Desk {
  /** Looks whether something waits for a host that may now be reachable. */
  nudge(host: Host): void;
  /** Stops everything that runs; resolves when it has ended. */
  close(): Promise<void>;
}

function commandMessage(message: Message, invocation: Invocation): CommandMessage {
  const { command, host } = invocation;
  return {
    commandId: command.commandId,
    instanceId: host.instanceId,
    accountId: host.accountId,
    region: host.region,
    documentName: command.documentName,
    documentContent: message.payload.DocumentContent,
    parameters: command.agentParameters,
    expiresAt: command.expiresAt,
  };
}

/** The invocation a message belongs to, by its id. */
export function invocationOf(estate: Estate, host: Host, messageId: string): Invocation | undefined {
  const commandId = messageId.split('.')[2] ?? '';
  return estate.place(host.accountId, host.region).commands.get(commandId)?.invocations.get(host.instanceId);
}

/** Agents for every host without one from outside. */
export function createDesk(estate: Estate, mailbox: Mailbox, delivery: Delivery, run: RunDocument): Desk {
  const running = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();
  /** Messages begun, so that one delivered twice runs once. */
  const begun = new Set<string>();
  const busy = new Map<string, number>();
  let closed = false;

  const execute = async (message: Message, invocation: Invocation, signal: AbortSignal): Promise<void> => {
    const result = await run(commandMessage(message, invocation), {
      onStep: (step) => delivery.step(invocation, step),
      signal,
    });
    for (const step of result.steps) delivery.step(invocation, step);
    delivery.reported(invocation, result.status, result.trace);
  };

  const begin = (message: Message): void => {
    const { host, messageId } = message;
    const invocation = invocationOf(estate, host, messageId);
    if (!invocation || begun.has(messageId)) {
      mailbox.acknowledge(messageId);
      return;
    }
    begun.add(messageId);
    delivery.taken(invocation);
    const stop = new AbortController();
    busy.set(host.instanceId, (busy.get(host.instanceId) ?? 0) + 1);
    const done = execute(message, invocation, stop.signal)
      .catch((error: unknown) => delivery.failed(invocation, `lab agent: ${String(error)}`))
      .finally(() => {
        running.delete(messageId);
        busy.set(host.instanceId, (busy.get(host.instanceId) ?? 1) - 1);
        nudge(host);
      });
    running.set(messageId, { stop, done });
  };

  const nudge = (host: Host): void => {
    if (closed || host.outsideAgent || !takesMessages(host)) return;
    const free = workersPerHost - (busy.get(host.instanceId) ?? 0);
    for (const message of mailbox.take(host.instanceId, free, visibleMilliseconds)) begin(message);
  };

  mailbox.onArrival(nudge);
  delivery.onCancel((invocation) => running.get(invocation.messageId)?.stop.abort());
  return {
    nudge,
    close: async () => {
      closed = true;
      for (const { stop } of running.values()) stop.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
