// The door for real agents: registration, associations, and the message delivery service they poll.
import type { StepStatus } from '../../agent/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import type { Host } from '../host.ts';
import { readReply } from './agent-reply.ts';
import type { Invocation } from './command.ts';
import type { Delivery } from './delivery.ts';
import { invocationOf } from './desk.ts';
import { callingHost } from './instance-identity.ts';
import type { Mailbox } from './mailbox.ts';

/** The agent sleeps after a quick empty answer, so the poll is held this long (measured with the real agent). */
const pollMilliseconds = 15_000;
const messagesPerPoll = 10;
const visibleSecondsUsual = 10;

function registered(host: Host, input: Shape, now: number): void {
  const { node } = host;
  host.outsideAgent = true;
  host.agent = 'online';
  host.lastPingAt = now;
  // The first call at the agent's start names only its version; what it does not say stays as it was.
  host.node = {
    agentVersion: input.AgentVersion ?? node?.agentVersion ?? '',
    platformType: input.PlatformType ?? node?.platformType ?? 'Linux',
    platformName: input.PlatformName ?? node?.platformName ?? '',
    platformVersion: input.PlatformVersion ?? node?.platformVersion ?? '',
    computerName: input.ComputerName ?? node?.computerName ?? '',
    ipAddress: input.IPAddress ?? node?.ipAddress ?? '',
  };
}

/** The agent's operations of Systems Manager, which have no public model. */
export function agentSsmHandlers(estate: Estate): Handlers {
  return {
    UpdateInstanceInformation: (input, call) => {
      registered(callingHost(estate, call, input.InstanceId), input, estate.clock.now());
      return {};
    },
    ListInstanceAssociations: (input, call) => {
      callingHost(estate, call, input.InstanceId);
      return { Associations: [] };
    },
  };
}

/** The handlers of the message delivery service (`ec2messages`). */
export function messageHandlers(estate: Estate, mailbox: Mailbox, delivery: Delivery): Handlers {
  /** Host and invocation of a message the caller's agent holds; a cancel message has no invocation of its own. */
  const held = (input: Shape, call: Call): Invocation | undefined => {
    const messageId = String(input.MessageId);
    const host = callingHost(estate, call, messageId.slice(messageId.lastIndexOf('.') + 1));
    return invocationOf(estate, host, messageId);
  };
  return {
    GetMessages: async (input, call) => {
      const host = callingHost(estate, call, input.Destination);
      host.outsideAgent = true;
      await estate.activity.parked(mailbox.wait(host.instanceId, pollMilliseconds));
      const visible = 1000 * (input.VisibilityTimeoutInSeconds ?? visibleSecondsUsual);
      const messages = mailbox.take(host.instanceId, messagesPerPoll, visible);
      return {
        Destination: host.instanceId,
        MessagesRequestId: input.MessagesRequestId,
        Messages: messages.map((message) => ({
          CreatedDate: message.createdAt.toISOString(),
          Destination: host.instanceId,
          MessageId: message.messageId,
          Topic: message.topic,
          Payload: JSON.stringify(message.payload),
        })),
      };
    },

    SendReply: (input, call) => {
      const invocation = held(input, call);
      const reply = readReply(input.Payload);
      if (!invocation) return {};
      delivery.taken(invocation);
      for (const step of reply.steps) delivery.step(invocation, step);
      if (reply.status !== 'InProgress') delivery.reported(invocation, reply.status as StepStatus, reply.trace);
      return {};
    },

    AcknowledgeMessage: (input, call) => {
      const invocation = held(input, call);
      mailbox.acknowledge(String(input.MessageId));
      if (invocation) delivery.taken(invocation);
      return {};
    },

    FailMessage: (input, call) => {
      const invocation = held(input, call);
      mailbox.acknowledge(String(input.MessageId));
      if (invocation) delivery.failed(invocation, `The agent could not handle the message: ${input.FailureType}`);
      return {};
    },

    DeleteMessage: (input, call) => {
      held(input, call);
      mailbox.acknowledge(String(input.MessageId));
      return {};
    },
  };
}

/** Tells an agent from outside to stop a running invocation; the lab's own agents are told directly. */
export function createCancelPost(estate: Estate, mailbox: Mailbox): (invocation: Invocation) => void {
  return ({ host, messageId }) => {
    if (!host.outsideAgent) return;
    const cancelId = estate.seeded.hex(estate.seeded.fresh('cancel'), 32);
    mailbox.put({
      messageId: `aws.ssm.${cancelId}.${host.instanceId}`,
      host,
      topic: `aws.ssm.cancelCommand.${host.region.replaceAll('-', '.')}.1`,
      createdAt: new Date(estate.clock.now()),
      payload: { CancelMessageId: messageId },
    });
  };
}
