// Walks through a document's steps: what is skipped, what runs, and what the agent adds to the result of each.
import type { StepResult, StepStatus } from './contract.ts';
import type { Step } from './document.ts';
import { contentDownload } from './download-content.ts';
import { combinedText, streamText } from './output.ts';
import { documentStep } from './run-document.ts';
import { scriptRun } from './shell-script.ts';
import { exitWithFailure, exitWithSuccess, modifierOf, stepDecide } from './step-decision.ts';
import type { Plugin, PluginOutput, StepPlace } from './step-run.ts';
import { pluginCancelled, pluginFailed, pluginMerge } from './step-run.ts';

/** A document whose properties are already pasted into. */
export interface ReadyDocument {
  readonly preconditionsEnabled: boolean;
  readonly steps: readonly Step[];
  readonly pasted: ReadonlyMap<string, unknown>;
}

/** Reboots the lab grants to one step that keeps asking; the vendor's agent has no such limit. */
const rebootsMax = 10;

const plugins: Readonly<Record<string, Plugin>> = {
  'aws:runShellScript': scriptRun,
  'aws:runPowerShellScript': scriptRun,
  'aws:downloadContent': contentDownload,
  'aws:runDocument': documentStep,
};

/** Results by step name, in order; a name that comes twice has one result, which the later step ends. */
export async function stepsWalk(
  document: ReadyDocument,
  place: StepPlace,
  onStep: (step: StepResult) => void,
): Promise<StepResult[]> {
  const all: StepResult[] = [];
  const byName = new Map<string, { readonly result: StepResult; readonly raw: PluginOutput | null }>();
  for (const [index, step] of document.steps.entries()) {
    const startedAt = place.now();
    const decision = stepDecide(step, { index, steps: document.steps }, all, document);
    const earlier = byName.get(step.name)?.raw ?? null;
    let raw = earlier;
    let result: StepResult;
    if (decision.operation === 'execute') {
      const ran = await stepExecute(step, place);
      // Both steps wrote to the same files of the orchestration folder, so the second reports the first one's text too.
      raw =
        earlier === null
          ? ran
          : {
              ...ran,
              stdout: Buffer.concat([earlier.stdout, ran.stdout]),
              stderr: Buffer.concat([earlier.stderr, ran.stderr]),
            };
      result = { name: step.name, action: step.action, startedAt, endedAt: place.now(), ...reported(step, raw) };
    } else {
      const failed = decision.operation === 'fail';
      result = {
        name: step.name,
        action: step.action,
        status: failed ? 'Failed' : 'Skipped',
        exitCode: failed ? 1 : 0,
        standardOutput: '',
        standardError: '',
        output: decision.reason,
        startedAt,
        endedAt: place.now(),
      };
    }
    all.push(result);
    byName.set(step.name, { result, raw });
    onStep(result);
  }
  return [...byName.values()].map((entry) => entry.result);
}

async function stepExecute(step: Step, place: StepPlace): Promise<PluginOutput> {
  if (place.signal.aborted) return pluginCancelled;
  const plugin = plugins[step.action];
  if (plugin === undefined) return pluginFailed(`the lab does not carry out ${step.action}`);
  const sets = Array.isArray(step.properties) ? step.properties : [step.properties];
  let joined: PluginOutput | null = null;
  for (const properties of sets) {
    let output = await plugin(step, properties, place);
    for (let reboots = 0; output.status === 'Reboot' && reboots < rebootsMax; reboots++) {
      const again = await plugin(step, properties, place);
      output = {
        ...again,
        stdout: Buffer.concat([output.stdout, again.stdout]),
        stderr: Buffer.concat([output.stderr, again.stderr]),
      };
    }
    joined = joined === null ? output : pluginMerge(joined, output);
  }
  return joined ?? pluginFailed('Execution failed because agent is unable to parse plugin configuration');
}

/** The agent's additions for exit codes 168 and 169 and for `onFailure`, then its cuts. */
function reported(step: Step, raw: PluginOutput): Omit<StepResult, 'name' | 'action' | 'startedAt' | 'endedAt'> {
  const status: StepStatus = raw.status === 'Reboot' ? 'Failed' : raw.status;
  const output = combinedText(raw.stdout, raw.stderr);
  const plain = { status, exitCode: raw.exitCode, output };
  const onFailure = modifierOf(step, 'onFailure');
  if (raw.exitCode === exitWithSuccess) {
    const added = `\nStep exited with code 168. Therefore, marking step as succeeded. Further document steps will be skipped.`;
    return { ...plain, status: 'Success', standardOutput: withText(raw.stdout, added), standardError: '' };
  }
  if (raw.exitCode === exitWithFailure) {
    const added = `\nStep exited with code 169. Therefore, marking step as Failed. Further document steps will be skipped.`;
    return { ...plain, standardOutput: withText(raw.stdout, added), standardError: withText(raw.stderr, added) };
  }
  if (status === 'Failed' && (onFailure === 'exit' || onFailure === 'successAndExit')) {
    const added = '\nStep was found to have onFailure property. Further document steps will be skipped.';
    const ended = onFailure === 'exit' ? plain : { ...plain, status: 'Success' as const, exitCode: exitWithSuccess };
    return { ...ended, standardOutput: withText(raw.stdout, added), standardError: withText(raw.stderr, added) };
  }
  return { ...plain, standardOutput: streamText(raw.stdout), standardError: streamText(raw.stderr) };
}

function withText(stream: Buffer, text: string): string {
  return streamText(Buffer.concat([stream, Buffer.from(text)]));
}
