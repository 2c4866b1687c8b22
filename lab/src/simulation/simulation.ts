// Simulated hosts: each takes a command as its agent would, and does what the document's steps do, in the lab's time.
import type { DocumentResult, RunDocument, StepResult, StepStatus } from '../agent/contract.ts';
import { isRecord } from '../agent/document.ts';
import type { Activity } from '../endpoint/activity.ts';
import type { Identity, LabClock } from '../endpoint/contract.ts';
import type { InstanceIdentity } from '../identity/document.ts';
import type { Seeded } from '../world/seeded.ts';
import { acts } from './acts.ts';
import type { Scene, SimulationSettings } from './scene.ts';
import type { Templates } from './templates.ts';
import type { Transfer } from './transfer.ts';
import type { HostDiary, HostTruth } from './truth.ts';

export interface SimulationGround {
  readonly diaries: ReadonlyMap<string, HostDiary>;
  readonly settings: SimulationSettings;
  readonly clock: LabClock;
  readonly activity: Activity;
  readonly seeded: Seeded;
  readonly templates: Templates;
  readonly transfer: Transfer;
  readonly identityOf: (instanceId: string) => InstanceIdentity;
  readonly roleOf: (instanceId: string) => Identity | null;
}

export interface Simulation {
  /** True for the hosts that are simulated. */
  plays(instanceId: string): boolean;
  readonly run: RunDocument;
  truth(): readonly HostTruth[];
}

interface PlannedStep {
  readonly name: string;
  readonly action: string;
  readonly last: boolean;
}

function stepsOf(content: unknown): PlannedStep[] {
  const steps = isRecord(content) ? content['mainSteps'] : undefined;
  if (!Array.isArray(steps)) return [];
  return steps.filter(isRecord).map((step) => {
    const inputs = step['inputs'];
    const last = isRecord(inputs) && String(inputs['finallyStep']) === 'true';
    return { name: String(step['name']), action: String(step['action']), last };
  });
}

/** Every host of the diaries, none of which runs anything of its own. */
export function createSimulation(ground: SimulationGround): Simulation {
  const { clock, diaries, identityOf, roleOf } = ground;
  const table = { ...acts, ...ground.settings.acts };

  const perform = async (step: PlannedStep, ended: boolean, scene: Scene): Promise<StepResult> => {
    const startedAt = new Date(clock.now());
    const result = (status: StepStatus, exitCode: number, output = ''): StepResult => ({
      ...{ name: step.name, action: step.action, status, exitCode, startedAt, endedAt: new Date(clock.now()) },
      ...{ standardOutput: '', standardError: output, output },
    });
    if (scene.signal.aborted) return result('Cancelled', 1);
    // Every step of the document but its last says `onFailure: exit`.
    if (ended && !step.last) return result('Skipped', 0);
    const end = await (Object.hasOwn(table, step.name) ? table[step.name]?.(scene) : undefined);
    if (scene.signal.aborted) return result('Cancelled', 1);
    return result(end?.status ?? 'Success', end?.exitCode ?? 0, end?.output);
  };

  const run: RunDocument = async (message, { onStep, signal }): Promise<DocumentResult> => {
    const diary = diaries.get(message.instanceId);
    if (!diary) throw new Error(`${message.instanceId} is not simulated`);
    diary.commands.push(message.commandId);
    const scene: Scene = {
      ...ground,
      message,
      diary,
      signal,
      name: null,
      script: null,
      parts: [],
      proof: null,
      identity: () => identityOf(message.instanceId),
      role: () => roleOf(message.instanceId),
    };
    const steps: StepResult[] = [];
    for (const planned of stepsOf(message.documentContent)) {
      const ended = steps.some((step) => step.status === 'Failed' || step.status === 'TimedOut');
      const step = await perform(planned, ended, scene);
      steps.push(step);
      onStep(step);
    }
    return { status: documentStatus(steps), trace: '', steps };
  };

  return {
    plays: (instanceId) => diaries.has(instanceId),
    run,
    truth: () =>
      [...diaries.values()].map(({ accountId, region, instanceId, fate, commands, runs, uploads }) => ({
        ...{ accountId, region, instanceId, fate },
        commands: [...commands],
        runs: [...runs],
        uploads: [...uploads],
      })),
  };
}

function documentStatus(steps: readonly StepResult[]): StepStatus {
  const order: readonly StepStatus[] = ['Failed', 'TimedOut', 'Cancelled'];
  return order.find((status) => steps.some((step) => step.status === status)) ?? 'Success';
}
