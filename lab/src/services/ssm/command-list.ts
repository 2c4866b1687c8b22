// ListCommands and ListCommandInvocations: newest first, filtered, paged.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { requireLength, requirePattern, requireRange } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import { invalidNextToken, page } from '../paging.ts';
import type { PageRequest } from '../paging.ts';
import type { Command, Invocation } from './command.ts';
import { commandView, invocationView } from './command-view.ts';
import { rollup } from './rollup.ts';

/** 1 to 50 a page, at most 5 filters (Systems Manager API reference). */
const limits = { pageSize: 50, filters: 5 } as const;
const ongoing = new Set(['Pending', 'InProgress', 'Delayed', 'Cancelling']);

export const commandIdPattern = /^[0-9a-f-]{36}$/;

/** The command of an id, in the caller's account and Region. */
export function commandOf(estate: Estate, call: Call, commandId: unknown): Command {
  requirePattern(commandId, 'commandId', commandIdPattern);
  const { commands, associationCommands } = estate.place(call.accountId, call.region);
  const found = commands.get(String(commandId)) ?? associationCommands.get(String(commandId));
  if (!found) throw new AwsError('InvalidCommandId', 'The specified command ID is not valid.');
  return found;
}

type Wanted = (command: Command, status: string, details: string) => boolean;

/** One filter, read once for all it is asked about. */
function wantedBy({ key, value }: Shape): Wanted {
  const moment = Date.parse(value);
  switch (key) {
    case 'InvokedAfter':
      return (command) => command.requestedAt > moment;
    case 'InvokedBefore':
      return (command) => command.requestedAt < moment;
    case 'Status':
      return (_, status, details) => status === value || details === value;
    case 'ExecutionStage':
      return (_, status) => value === (ongoing.has(status) ? 'Executing' : 'Complete');
    case 'DocumentName':
      return (command) => command.documentName === value;
    default:
      throw new AwsError('InvalidFilterKey', 'The specified key is not valid.');
  }
}

function wantedByAll(input: Shape): Wanted {
  const filters: readonly Wanted[] = (input.Filters ?? []).map(wantedBy);
  return (command, status, details) => filters.every((filter) => filter(command, status, details));
}

function requestOf(input: Shape, call: Call): PageRequest {
  requireRange(input.MaxResults, 'maxResults', 1, limits.pageSize);
  requireLength(input.Filters, 'filters', limits.filters);
  return {
    call,
    input,
    token: input.NextToken,
    size: input.MaxResults ?? limits.pageSize,
    refuse: invalidNextToken('InvalidNextToken'),
  };
}

/** A key that sorts newer commands first. */
const newestFirst = (command: Command): string => String(1e12 - command.serial);

/** The handlers that list; a command is in no list for `lagMilliseconds` after its send. */
export function commandListHandlers(estate: Estate, lagMilliseconds: number): Handlers {
  const wanted = (input: Shape, call: Call): readonly Command[] => {
    const listed = ({ requestedAt }: Command): boolean => estate.clock.now() >= requestedAt + lagMilliseconds;
    if (input.CommandId !== undefined) return [commandOf(estate, call, input.CommandId)].filter(listed);
    return [...estate.place(call.accountId, call.region).commands.values()].filter(listed);
  };
  return {
    ListCommands: (input, call) => {
      const isWanted = wantedByAll(input);
      const found = wanted(input, call).filter((command) => {
        const { status, details } = rollup(command);
        const meant = input.InstanceId === undefined || command.invocations.has(input.InstanceId);
        return meant && isWanted(command, status, details);
      });
      const commands = page(found, newestFirst, requestOf(input, call));
      return { Commands: commands.items.map(commandView), NextToken: commands.next };
    },

    ListCommandInvocations: (input, call) => {
      const isWanted = wantedByAll(input);
      const found = wanted(input, call)
        .flatMap((command) => [...command.invocations.values()])
        .filter(({ command, host, status, details }: Invocation) => {
          const meant = input.InstanceId === undefined || input.InstanceId === host.instanceId;
          return meant && isWanted(command, status, details);
        });
      const keyOf = ({ command, host }: Invocation): string => `${newestFirst(command)} ${host.instanceId}`;
      const invocations = page(found, keyOf, requestOf(input, call));
      return {
        CommandInvocations: invocations.items.map((one) => invocationView(one, input.Details === true)),
        NextToken: invocations.next,
      };
    },
  };
}
