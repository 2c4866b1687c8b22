// The switch of the instrumented program: which mutant is on, how often it was met, and which mutants a piece of work met.
import { type InstrumenterContext, INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';

const met: MutantCoverage = { static: {}, perTest: {} };
const stage: InstrumenterContext = { mutantCoverage: met };
/** The instrumented text reads this object whenever it comes by a mutant. */
Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: stage });

/** Turns a mutant on, or all off; one that is met more often than `hitsMax` throws, because its loop will not end. */
export function turnOn(mutant: string | null, hitsMax = Infinity): void {
  if (mutant === null) delete stage.activeMutant;
  else stage.activeMutant = mutant;
  stage.hitLimit = hitsMax;
  stage.hitCount = 0;
}

/** Whether the mutant that is on was met more often than it may be. */
export function overLimit(): boolean {
  return (stage.hitCount ?? 0) > (stage.hitLimit ?? Infinity);
}

/** Runs a piece of work and says which mutants it came by, and how often. */
export async function metDuring(work: () => unknown): Promise<ReadonlyMap<string, number>> {
  stage.currentTestId = 'work';
  await work();
  delete stage.currentTestId;
  const counts = met.perTest['work'] ?? {};
  delete met.perTest['work'];
  return new Map(Object.entries(counts));
}
