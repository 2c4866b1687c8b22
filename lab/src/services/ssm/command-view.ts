// Commands and invocations as Systems Manager shows them, with its cuts of the output.
import type { StepResult, StepStatus } from '../../agent/contract.ts';
import type { Shape } from '../../endpoint/contract.ts';
import { isEnded } from './command.ts';
import type { Command, Invocation } from './command.ts';
import { rollup } from './rollup.ts';

/** Characters kept of each stream, and of both together in a list (API reference; agent source). */
const cut = { standardOutput: 24_000, standardError: 8000, output: 2500 } as const;
const truncated = '--output truncated--';

/** Cuts a text to `length` characters, saying so at its end. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length - truncated.length) + truncated;
}

/** Command, as SendCommand and ListCommands answer it. */
export function commandView(command: Command): Shape {
  const sum = rollup(command);
  return {
    CommandId: command.commandId,
    DocumentName: command.documentName,
    DocumentVersion: command.document.version,
    Comment: command.comment,
    ExpiresAfter: new Date(command.expiresAt),
    Parameters: command.parameters,
    InstanceIds: command.instanceIds,
    Targets: command.targets,
    RequestedDateTime: new Date(command.requestedAt),
    Status: sum.status,
    StatusDetails: sum.details,
    OutputS3BucketName: '',
    OutputS3KeyPrefix: '',
    MaxConcurrency: command.maxConcurrency,
    MaxErrors: command.maxErrors,
    TargetCount: sum.targetCount,
    CompletedCount: sum.completedCount,
    ErrorCount: sum.errorCount,
    DeliveryTimedOutCount: sum.deliveryTimedOutCount,
    ServiceRole: '',
    NotificationConfig: { NotificationArn: '', NotificationEvents: [], NotificationType: '' },
    CloudWatchOutputConfig: { CloudWatchLogGroupName: '', CloudWatchOutputEnabled: false },
    TimeoutSeconds: command.timeoutSeconds,
    AlarmConfiguration: undefined,
  };
}

/** CommandPluginStatus has no Skipped: such a step is a Success whose details say Skipped. */
const stepStatus = (status: StepStatus): string => (status === 'Skipped' ? 'Success' : status);
const stepDetails = (status: StepStatus): string => (status === 'TimedOut' ? 'ExecutionTimedOut' : status);

/** A step that has not ended stands as its invocation does. */
function openPlugin(name: string, invocation: Invocation): Shape {
  return { Name: name, Status: invocation.status, StatusDetails: invocation.details, ResponseCode: -1, Output: '' };
}

function endedPlugin(step: StepResult): Shape {
  return {
    Name: step.name,
    Status: stepStatus(step.status),
    StatusDetails: stepDetails(step.status),
    ResponseCode: step.exitCode,
    ResponseStartDateTime: step.startedAt,
    ResponseFinishDateTime: step.endedAt,
    Output: cutText(step.output, cut.output),
    StandardOutputUrl: '',
    StandardErrorUrl: '',
    OutputS3Region: '',
    OutputS3BucketName: '',
    OutputS3KeyPrefix: '',
  };
}

/** CommandInvocation, with its plugins where details were asked for. */
export function invocationView(invocation: Invocation, details: boolean): Shape {
  const { command, host } = invocation;
  const plugins = command.document.content.steps.map(({ name }) => {
    const step = invocation.steps.get(name);
    return step ? endedPlugin(step) : openPlugin(name, invocation);
  });
  return {
    CommandId: command.commandId,
    InstanceId: host.instanceId,
    InstanceName: host.node?.computerName ?? '',
    Comment: command.comment,
    DocumentName: command.documentName,
    DocumentVersion: command.document.version,
    RequestedDateTime: new Date(command.requestedAt),
    Status: invocation.status,
    StatusDetails: invocation.details,
    TraceOutput: cutText(invocation.trace, cut.output),
    StandardOutputUrl: '',
    StandardErrorUrl: '',
    CommandPlugins: details ? plugins : [],
    ServiceRole: '',
    NotificationConfig: { NotificationArn: '', NotificationEvents: [], NotificationType: '' },
    CloudWatchOutputConfig: { CloudWatchLogGroupName: '', CloudWatchOutputEnabled: false },
  };
}

/** What GetCommandInvocation answers of one step. */
export function stepView(invocation: Invocation, name: string): Shape {
  const { command, host } = invocation;
  const step = invocation.steps.get(name);
  const alone = command.document.content.steps.length === 1;
  const known = step !== undefined && !alone;
  return {
    CommandId: command.commandId,
    InstanceId: host.instanceId,
    Comment: command.comment,
    DocumentName: command.documentName,
    DocumentVersion: command.document.version,
    PluginName: name,
    ResponseCode: step?.exitCode ?? -1,
    ExecutionStartDateTime: step?.startedAt.toISOString() ?? '',
    ExecutionElapsedTime: step ? `PT${(step.endedAt.getTime() - step.startedAt.getTime()) / 1000}S` : '',
    ExecutionEndDateTime: step && isEnded(invocation) ? step.endedAt.toISOString() : '',
    Status: known ? stepStatus(step.status) : invocation.status,
    StatusDetails: known ? stepDetails(step.status) : invocation.details,
    StandardOutputContent: cutText(step?.standardOutput ?? '', cut.standardOutput),
    StandardOutputUrl: '',
    StandardErrorContent: cutText(step?.standardError ?? '', cut.standardError),
    StandardErrorUrl: '',
    CloudWatchOutputConfig: { CloudWatchLogGroupName: '', CloudWatchOutputEnabled: false },
  };
}
