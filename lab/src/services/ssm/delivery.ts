// Delivers commands to hosts: the ramp up to MaxConcurrency, delays, time-outs, cancelling and what agents answer.
import type { StepResult, StepStatus } from '../../agent/contract.ts';
import type { LabClock } from '../../endpoint/contract.ts';
import { isDeliverable, isReachable } from '../host.ts';
import { countOf, isEnded, isError } from './command.ts';
import type { Command, Invocation, InvocationDetails, InvocationStatus } from './command.ts';
import type { Mailbox } from './mailbox.ts';

/** The lab's own choice: how long a message may lie before its invocation is called Delayed; AWS names no time. */
const delayedMilliseconds = 20_000;

export interface Delivery {
  /** Begins to deliver a command just made. */
  start(command: Command): void;
  /** The agent has taken the message. */
  taken(invocation: Invocation): void;
  /** A step has ended; kept even when the invocation has already ended otherwise. */
  step(invocation: Invocation, step: StepResult): void;
  /** The agent has reported the document's end. */
  reported(invocation: Invocation, status: StepStatus, trace: string): void;
  /** The agent could not read the message at all. */
  failed(invocation: Invocation, why: string): void;
  cancel(command: Command, invocations: readonly Invocation[]): void;
  /** Calls back when a running invocation is to be stopped. */
  onCancel(listener: (invocation: Invocation) => void): void;
}

/** What the agent's word for the document becomes at the service. */
const endOf: Readonly<Record<StepStatus, readonly [InvocationStatus, InvocationDetails]>> = {
  Success: ['Success', 'Success'],
  // A document whose every step was skipped is a Success to the agent.
  Skipped: ['Success', 'Success'],
  Failed: ['Failed', 'Failed'],
  TimedOut: ['TimedOut', 'ExecutionTimedOut'],
  Cancelled: ['Cancelled', 'Cancelled'],
};

/** Delivers through `mailbox`, on the lab's clock. */
export function createDelivery(mailbox: Mailbox, clock: LabClock): Delivery {
  const cancelListeners: ((invocation: Invocation) => void)[] = [];
  const timers = new Map<Command | Invocation, () => void>();
  const forget = (subject: Command | Invocation): void => {
    timers.get(subject)?.();
    timers.delete(subject);
  };

  const waitingOf = (command: Command): Invocation[] =>
    [...command.invocations.values()].filter((one) => one.status === 'Pending' && !one.delivering);

  const end = (invocation: Invocation, status: InvocationStatus, details: InvocationDetails): void => {
    if (isEnded(invocation)) return;
    invocation.status = status;
    invocation.details = details;
    invocation.delivering = false;
    mailbox.acknowledge(invocation.messageId);
    forget(invocation);
    const { command } = invocation;
    const all = [...command.invocations.values()];
    if (isError(invocation) && all.filter(isError).length > countOf(command.maxErrors, all.length, 0)) {
      for (const one of waitingOf(command)) end(one, 'Cancelled', 'Terminated');
    }
    if (all.every(isEnded)) forget(command);
    else pump(command);
  };

  const deliver = (invocation: Invocation): void => {
    const { command, host } = invocation;
    if (!isDeliverable(host)) {
      end(invocation, 'Failed', 'Undeliverable');
      return;
    }
    invocation.delivering = true;
    mailbox.put({
      messageId: invocation.messageId,
      host,
      topic: `aws.ssm.sendCommand.${command.region.replaceAll('-', '.')}.1`,
      createdAt: new Date(clock.now()),
      payload: {
        Parameters: command.agentParameters,
        DocumentContent: command.document.content.raw,
        CommandId: command.commandId,
        DocumentName: command.documentName,
        OutputS3BucketName: '',
        OutputS3KeyPrefix: '',
        CloudWatchLogGroupName: '',
        CloudWatchOutputEnabled: 'false',
      },
    });
    const delay = isReachable(host) ? delayedMilliseconds : 0;
    const late = (): void => {
      if (invocation.status !== 'Pending') return;
      invocation.status = 'Delayed';
      invocation.details = 'Delayed';
      // One silent host must not hold up the others.
      invocation.delivering = false;
      pump(command);
    };
    timers.set(invocation, clock.at(clock.now() + delay, late));
  };

  /** Gives out as many as the window allows. */
  const pump = (command: Command): void => {
    for (const invocation of waitingOf(command)) {
      const running = [...command.invocations.values()].filter((one) => one.delivering).length;
      if (running >= command.window) return;
      deliver(invocation);
    }
  };

  return {
    start: (command) => {
      const expire = (): void => {
        // Without the agent's report the service cannot tell a late run from a lost message.
        for (const invocation of command.invocations.values()) end(invocation, 'TimedOut', 'DeliveryTimedOut');
      };
      timers.set(command, clock.at(command.expiresAt, expire));
      // Delivery begins after the answer to SendCommand.
      clock.at(clock.now(), () => pump(command));
    },
    taken: (invocation) => {
      mailbox.acknowledge(invocation.messageId);
      forget(invocation);
      if (invocation.status !== 'Pending' && invocation.status !== 'Delayed') return;
      invocation.status = 'InProgress';
      invocation.details = 'InProgress';
      invocation.delivering = true;
      const { command } = invocation;
      const most = countOf(command.maxConcurrency, command.invocations.size, 1);
      command.window = Math.min(most, command.window * 2);
      pump(command);
    },
    step: (invocation, step) => {
      invocation.steps.set(step.name, step);
    },
    reported: (invocation, status, trace) => {
      if (isEnded(invocation)) return;
      invocation.trace = trace;
      end(invocation, ...endOf[status]);
    },
    failed: (invocation, why) => {
      if (isEnded(invocation)) return;
      invocation.trace = why;
      end(invocation, 'Failed', 'Failed');
    },
    cancel: (command, invocations) => {
      const open = invocations.filter((invocation) => !isEnded(invocation));
      command.cancelled ||= open.length > 0 && invocations.length === command.invocations.size;
      for (const invocation of open) {
        if (invocation.status !== 'InProgress' && invocation.status !== 'Cancelling') {
          end(invocation, 'Cancelled', 'Cancelled');
          continue;
        }
        invocation.status = 'Cancelling';
        invocation.details = 'Cancelling';
        for (const listener of cancelListeners) listener(invocation);
      }
    },
    onCancel: (listener) => {
      cancelListeners.push(listener);
    },
  };
}
