// Decides whether a step is executed, skipped or failed before it runs: platform, preconditions, and how earlier steps ended.
import type { Step } from './document.ts';
import { propertyOf } from './document.ts';
import { parametersPaste } from './parameters.ts';
import type { StepResult } from './contract.ts';

export type Decision =
  | { readonly operation: 'execute' }
  | { readonly operation: 'skip' | 'fail'; readonly reason: string };

/** Exit codes by which a step ends the whole document (agent source, contracts). */
export const exitWithSuccess = 168;
export const exitWithFailure = 169;

/** Plugins that this platform carries out. */
const supported = new Set([
  'aws:runShellScript',
  'aws:runPowerShellScript',
  'aws:downloadContent',
  'aws:runDocument',
  'aws:configurePackage',
  'aws:softwareInventory',
  'aws:configureDocker',
  'aws:runDockerAction',
  'aws:refreshAssociation',
  'aws:domainJoin',
  'aws:updateSsmAgent',
]);
/** Plugins known to the agent but not on Linux. */
const elsewhere = new Set([
  'aws:applications',
  'aws:psModule',
  'aws:cloudWatch',
  'aws:configureDaemon',
  'aws:updateAgent',
]);

/** What the agent does with this step; `before` are the results of the steps before it, in order. */
export function stepDecide(
  step: Step,
  place: { readonly index: number; readonly steps: readonly Step[] },
  before: readonly StepResult[],
  document: { readonly preconditionsEnabled: boolean; readonly pasted: ReadonlyMap<string, unknown> },
): Decision {
  if (endedEarly(step, place, before))
    return skip(`Plugin with name ${step.action} and id ${step.name} skipped due to prior step with an exit condition`);
  const known = supported.has(step.action) || elsewhere.has(step.action);
  const unknownPlugin = fail(
    `Plugin with name ${step.action} is not supported by this version of ssm agent, please update to latest version. Step name: ${step.name}`,
  );
  const conditions = Object.keys(step.preconditions).length;
  if (!document.preconditionsEnabled) {
    if (!known) return unknownPlugin;
    if (!supported.has(step.action))
      return fail(`Plugin with name ${step.action} is not supported in current platform. Step name: ${step.name}`);
    if (conditions > 0)
      return fail(`Precondition is not supported for document schema version prior to 2.2. Step name: ${step.name}`);
    return { operation: 'execute' };
  }
  const { allowed, faults } = preconditionsEvaluate(step.preconditions, document.pasted);
  if (allowed && !known) return unknownPlugin;
  if (!supported.has(step.action))
    return skip(`Step execution skipped due to unsupported plugin: ${step.action}. Step name: ${step.name}`);
  if (!allowed)
    return skip(
      `Step execution skipped due to unsatisfied preconditions: '${faults.join(', ')}'. Step name: ${step.name}`,
    );
  if (faults.length > 0)
    return fail(
      `Unrecognized precondition(s): '${faults.join(', ')}', please update agent to latest version. Step name: ${step.name}`,
    );
  return { operation: 'execute' };
}

/** A modifier such as `onFailure`, given as text or boolean. */
export function modifierOf(step: Step, name: string): string {
  const value = propertyOf(step.properties, name);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

function endedEarly(
  step: Step,
  place: { readonly index: number; readonly steps: readonly Step[] },
  before: readonly StepResult[],
): boolean {
  const last = place.index === place.steps.length - 1;
  if (last && modifierOf(step, 'finallyStep') === 'true') return false;
  return before.some((result, index) => {
    const earlier = place.steps[index];
    if (result.exitCode === exitWithSuccess || result.exitCode === exitWithFailure) return true;
    if (earlier === undefined) return false;
    return (
      (result.status === 'Failed' && modifierOf(earlier, 'onFailure') === 'exit') ||
      (result.status === 'Success' && modifierOf(earlier, 'onSuccess') === 'exit')
    );
  });
}

function preconditionsEvaluate(
  preconditions: Step['preconditions'],
  pasted: ReadonlyMap<string, unknown>,
): { readonly allowed: boolean; readonly faults: readonly string[] } {
  let allowed = true;
  const faults: string[] = [];
  for (const [operator, args] of Object.entries(preconditions)) {
    if (operator !== 'StringEquals') {
      faults.push(`unrecognized operator: "${operator}"`);
      continue;
    }
    const [left, right] = args;
    if (args.length !== 2 || left === undefined || right === undefined) {
      faults.push(`"${operator}": operator accepts exactly 2 arguments`);
      continue;
    }
    const resolved = [left, right].map((arg) => String(parametersPaste(arg, pasted)));
    if (left === right) {
      faults.push(
        left === 'platformType'
          ? `"${operator}": [${left} ${right}]`
          : `"${operator}": operator's arguments can't be identical`,
      );
    } else if (/\{\{ *ssm:/.test(left) || /\{\{ *ssm:/.test(right)) {
      faults.push(`"${operator}": operator's arguments can't contain SSM parameters`);
    } else if (left === 'platformType' || right === 'platformType') {
      const wanted = left === 'platformType' ? right : left;
      const wantedResolved = left === 'platformType' ? resolved[1] : resolved[0];
      if (wanted.toLowerCase() !== wantedResolved?.toLowerCase()) {
        faults.push(
          `"${operator}": the second argument for the platformType variable can't contain document parameters`,
        );
      } else if (wanted.toLowerCase() !== 'linux') {
        allowed = false;
        faults.push(`"${operator}": [${left}, ${right}]`);
      }
    } else if (left === resolved[0] && right === resolved[1]) {
      faults.push(`"${operator}": at least one of operator's arguments must contain a valid document parameter`);
    } else if (resolved[0] !== resolved[1]) {
      allowed = false;
      faults.push(`"${operator}": [${left}, ${right}]`);
    }
  }
  return { allowed, faults };
}

function skip(reason: string): Decision {
  return { operation: 'skip', reason };
}

function fail(reason: string): Decision {
  return { operation: 'fail', reason };
}
