// Reading one invocation by its step, and cancelling a command.
import { AwsError } from '../../endpoint/contract.ts';
import type { Handlers } from '../../endpoint/contract.ts';
import { requirePattern, requirePresent } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import { stepView } from './command-view.ts';
import { commandIdPattern, commandOf } from './command-list.ts';
import type { Invocation } from './command.ts';
import type { Delivery } from './delivery.ts';
import { invalidInstanceId, requireInstanceIds } from './targets.ts';

/** Which step is asked for; a document of several steps has no default. */
function stepName(invocation: Invocation, asked: string | undefined): string {
  const { steps } = invocation.command.document.content;
  const found = steps.length === 1 && asked === undefined ? steps[0] : steps.find((step) => step.name === asked);
  if (!found) throw new AwsError('InvalidPluginName', 'The plugin name is not valid.');
  return found.name;
}

/** The handlers; an invocation is not yet to be read for `lagMilliseconds` after its send. */
export function commandGetHandlers(estate: Estate, delivery: Delivery, lagMilliseconds: number): Handlers {
  return {
    GetCommandInvocation: (input, call) => {
      requirePresent(input.InstanceId, 'instanceId');
      requirePattern(input.CommandId, 'commandId', commandIdPattern);
      const command = estate.place(call.accountId, call.region).commands.get(input.CommandId);
      const invocation = command?.invocations.get(input.InstanceId);
      const early = command && estate.clock.now() < command.requestedAt + lagMilliseconds;
      if (!invocation || early) throw new AwsError('InvocationDoesNotExist', '');
      return stepView(invocation, stepName(invocation, input.PluginName));
    },

    CancelCommand: (input, call) => {
      const command = commandOf(estate, call, input.CommandId);
      const ids: string[] = input.InstanceIds ?? [];
      requireInstanceIds(ids);
      const unknown = ids.filter((id) => !command.invocations.has(id));
      if (unknown.length > 0) throw invalidInstanceId(unknown, call.accountId);
      const all = [...command.invocations.values()];
      const meant = ids.length === 0 ? all : all.filter((one) => ids.includes(one.host.instanceId));
      delivery.cancel(command, meant);
      return {};
    },
  };
}
