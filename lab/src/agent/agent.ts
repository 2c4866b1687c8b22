// The mini agent: takes a command for an instance and executes its document there as the vendor's agent would.
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { LabClock } from '../endpoint/contract.ts';
import type { BuiltRoot } from '../world/roots/build.ts';
import type { CommandMessage, DocumentResult, RunDocument, StepResult, StepStatus } from './contract.ts';
import { documentRead } from './document.ts';
import type { Gate } from './gate.ts';
import { gateOf } from './gate.ts';
import type { Isolation } from './isolation.ts';
import { invalidStoreNames, parametersPaste, parametersResolve, storeNames } from './parameters.ts';
import { safeName } from './shell-script.ts';
import type { StepPlace } from './step-run.ts';
import { stepsWalk } from './steps-walk.ts';

/** Documents an instance works on at a time (agent configuration, `Mds.CommandWorkersLimit`). */
const documentsPerInstanceMax = 5;
/** Finished commands remembered, so that a message delivered twice is executed once. */
const rememberedMax = 10_000;

/** The version the lab's agents report unless told otherwise; the first in which ENV_VAR also works with the rest as measured. */
export const labAgentVersion = '3.3.3572.0';

export interface AgentOptions {
  readonly isolation: Isolation;
  /** The built root of an instance, which exists before its first command. */
  readonly rootOf: (instanceId: string) => Promise<BuiltRoot>;
  /** Where an instance finds its metadata service: the lab cannot give each a network of its own. */
  readonly metadataOf?: (instanceId: string) => string;
  /** Dates of steps; the lab's own time. */
  readonly clock: Pick<LabClock, 'now'>;
  readonly agentVersion?: string;
  /** Processes at a time in the whole lab; twice the cores unless given. */
  readonly processesMax?: number;
}

/** `RunDocument` with the way to end it: everything running is killed and reported as cancelled. */
export type Agent = RunDocument & { readonly close: () => Promise<void> };

/** Agents for all instances of a lab. */
export function createAgent(options: AgentOptions): Agent {
  const closing = new AbortController();
  const processes = gateOf(options.processesMax ?? 2 * availableParallelism());
  const workers = new Map<string, Gate>();
  const results = new Map<string, Promise<DocumentResult>>();

  const run: RunDocument = (message, { onStep, signal }) => {
    const key = `${message.accountId}/${message.instanceId}/${message.commandId}`;
    const earlier = results.get(key);
    if (earlier) return earlier;
    const worker = workers.get(message.instanceId) ?? gateOf(documentsPerInstanceMax);
    workers.set(message.instanceId, worker);
    const result = documentRun(message, options, {
      worker,
      processes,
      onStep,
      signal: AbortSignal.any([signal, closing.signal]),
    });
    results.set(key, result);
    const oldest = results.keys().next();
    if (results.size > rememberedMax && !oldest.done) results.delete(oldest.value);
    return result;
  };
  return Object.assign(run, {
    close: async () => {
      closing.abort();
      await Promise.allSettled(results.values());
    },
  });
}

interface Running {
  readonly worker: Gate;
  readonly processes: Gate;
  readonly onStep: (step: StepResult) => void;
  readonly signal: AbortSignal;
}

async function documentRun(message: CommandMessage, options: AgentOptions, running: Running): Promise<DocumentResult> {
  const leave = await running.worker.enter(running.signal);
  if (leave === null) return { status: 'Cancelled', trace: '', steps: [] };
  try {
    const root = await options.rootOf(message.instanceId);
    const orchestration = `/var/lib/amazon/ssm/${message.instanceId}/document/orchestration/${message.commandId}`;
    const version = options.agentVersion ?? labAgentVersion;
    const place = {
      isolation: options.isolation,
      dir: root.dir,
      hostname: message.instanceId,
      env: { ...environmentOf(message, root), ...metadataEnvironment(message, options) },
      signal: running.signal,
      gate: running.processes,
      now: () => new Date(options.clock.now()),
    };
    try {
      return await documentExecute(
        message.documentContent,
        message.parameters,
        version,
        place,
        { orchestration, depth: 1 },
        running.onStep,
      );
    } finally {
      await rm(join(root.dir, orchestration), { recursive: true, force: true });
    }
  } finally {
    leave();
  }
}

/** Executes a document, the command's own or one inside of it. */
async function documentExecute(
  content: unknown,
  parameters: CommandMessage['parameters'],
  version: string,
  place: Omit<StepPlace, 'orchestration' | 'depth' | 'nested'>,
  level: { readonly orchestration: string; readonly depth: number },
  onStep: (step: StepResult) => void,
): Promise<DocumentResult> {
  const document = documentRead(content);
  if ('rejected' in document) return rejected(document.rejected);
  const values = parametersResolve(document.parameters, parameters, version);
  if ('rejected' in values) return rejected(values.rejected);
  const steps = document.steps.map((step) => ({
    ...step,
    properties: parametersPaste(step.properties, values.pasted),
  }));
  const names = storeNames(steps.map((step) => step.properties));
  if (names.length > 0) return rejected(invalidStoreNames(names));
  const here: StepPlace = {
    ...place,
    ...level,
    env: { ...place.env, ...values.variables },
    nested: (inner, given, stepName) => {
      const below = { orchestration: join(level.orchestration, safeName(stepName)), depth: level.depth + 1 };
      return documentExecute(inner, given, version, place, below, () => {});
    },
  };
  const done = await stepsWalk({ ...document, steps, pasted: values.pasted }, here, onStep);
  return { status: documentStatus(done), trace: '', steps: done };
}

function rejected(trace: string): DocumentResult {
  return { status: 'Failed', trace, steps: [] };
}

/** The variables the agent sets for every process. HOME is not among them. */
function environmentOf(message: CommandMessage, root: BuiltRoot): Record<string, string> {
  return {
    AWS_SSM_INSTANCE_ID: message.instanceId,
    AWS_SSM_REGION_NAME: message.region,
    AWS_SSM_PLATFORM_NAME: root.platformName,
    AWS_SSM_PLATFORM_VERSION: root.platformVersion,
    SSM_COMMAND_ID: message.commandId,
  };
}

/** Of no agent: documents take it in place of the metadata service's own address. */
function metadataEnvironment({ instanceId }: CommandMessage, { metadataOf }: AgentOptions): Record<string, string> {
  return metadataOf === undefined ? {} : { BONGSU_METADATA: metadataOf(instanceId) };
}

/** Failed before TimedOut before Cancelled; steps that were all skipped are a success. */
function documentStatus(steps: readonly StepResult[]): StepStatus {
  const order: readonly StepStatus[] = ['Failed', 'TimedOut', 'Cancelled'];
  return order.find((status) => steps.some((step) => step.status === status)) ?? 'Success';
}
