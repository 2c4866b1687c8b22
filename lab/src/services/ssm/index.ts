// Systems Manager in the lab: documents, nodes, commands, and the agents that take them.
import type { RunDocument } from '../../agent/contract.ts';
import type { Handlers } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import type { Host } from '../host.ts';
import { agentSsmHandlers, createCancelPost, messageHandlers } from './agent-door.ts';
import { type AssociationHand, associationHand } from './association/by-hand.ts';
import { associationHandlers } from './association/handlers.ts';
import { createAssociationRunner } from './association/runner.ts';
import { commandGetHandlers } from './command-get.ts';
import { commandListHandlers } from './command-list.ts';
import { createDelivery } from './delivery.ts';
import { createDesk } from './desk.ts';
import { documentPermissionHandlers } from './document-permission.ts';
import { documentReadHandlers } from './document-read.ts';
import { documentWriteHandlers } from './document-write.ts';
import { createMailbox } from './mailbox.ts';
import { describeInstanceInformation } from './nodes.ts';
import { sendCommand } from './send-command.ts';

export interface SsmOptions {
  /** For so long after its send an invocation is not yet found by GetCommandInvocation. */
  readonly invocationLagMilliseconds: number;
  /** For so long after its send a command is in no list. */
  readonly commandLagMilliseconds: number;
  /** Every message is given to its agent twice, as a delivery service may. */
  readonly deliverTwice: boolean;
  /** Open invocations of an account and Region over which a command is refused. */
  readonly pendingInvocationsMax: number;
  readonly run: RunDocument;
}

export interface Ssm {
  readonly ssm: Handlers;
  readonly ec2messages: Handlers;
  readonly associations: AssociationHand;
  /** Gives a host that has become reachable what waits for it. */
  nudge(host: Host): void;
  /** Stops the lab's agents and ends all polls. */
  close(): Promise<void>;
}

/** Systems Manager over an estate. */
export function createSsm(estate: Estate, options: SsmOptions): Ssm {
  const mailbox = createMailbox(estate.clock, options.deliverTwice ? 2 : 1);
  const delivery = createDelivery(mailbox, estate.clock);
  const associations = createAssociationRunner(estate, options.run);
  const desk = createDesk(estate, mailbox, delivery, options.run);
  delivery.onCancel(createCancelPost(estate, mailbox));
  return {
    ssm: {
      ...documentWriteHandlers(estate),
      ...documentReadHandlers(estate),
      ...documentPermissionHandlers(estate),
      ...commandListHandlers(estate, options.commandLagMilliseconds),
      ...commandGetHandlers(estate, delivery, options.invocationLagMilliseconds),
      ...associationHandlers(estate, associations),
      ...agentSsmHandlers(estate),
      DescribeInstanceInformation: describeInstanceInformation(estate),
      SendCommand: sendCommand(estate, delivery, options.pendingInvocationsMax),
    },
    associations: associationHand(estate, associations),
    ec2messages: messageHandlers(estate, mailbox, delivery),
    nudge: (host) => {
      desk.nudge(host);
      associations.nudge(host);
    },
    close: async () => {
      mailbox.close();
      await Promise.all([desk.close(), associations.close()]);
    },
  };
}
