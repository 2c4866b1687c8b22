// The command by which an association runs on one node: its steps can be asked for by its id (user guide, association histories).
import { freshUuid } from '../../../world/seeded.ts';
import type { Estate } from '../../estate.ts';
import type { Host } from '../../host.ts';
import type { Command, Invocation } from '../command.ts';
import type { DocumentVersion } from '../document.ts';
import type { Association } from './association.ts';

/** A command of one node that has just begun there; it stands in no list of commands. */
export function commandOfRun(
  estate: Estate,
  { accountId, region, definition }: Association,
  host: Host,
  document: DocumentVersion,
  agentParameters: Command['agentParameters'],
): Invocation {
  const { associationCommands } = estate.place(accountId, region);
  const now = estate.clock.now();
  const command: Command = {
    ...{ commandId: freshUuid(estate.seeded, 'association command'), serial: associationCommands.size + 1 },
    ...{ accountId, region, documentName: definition.name, document, agentParameters },
    ...{ parameters: definition.parameters, comment: '', timeoutSeconds: 3600, instanceIds: [host.instanceId] },
    ...{ targets: [], maxConcurrency: '1', maxErrors: '0', requestedAt: now, expiresAt: now + 7_200_000 },
    ...{ invocations: new Map(), window: 1, cancelled: false, rateExceeded: false },
  };
  const invocation: Invocation = {
    ...{ command, host, messageId: `aws.ssm.${command.commandId}.${host.instanceId}` },
    ...{ status: 'InProgress', details: 'InProgress', delivering: false, trace: '', steps: new Map() },
  };
  command.invocations.set(host.instanceId, invocation);
  associationCommands.set(command.commandId, command);
  return invocation;
}
