// What the vendor's agent does with documents, row by row: the mini agent is held to it, and a real agent can be.
import { content } from './vectors/content.ts';
import { exits } from './vectors/exits.ts';
import { outputs } from './vectors/outputs.ts';
import { parameters } from './vectors/parameters.ts';
import { platforms } from './vectors/platforms.ts';
import { times } from './vectors/times.ts';
import type { BehaviourVector } from './vectors/row.ts';

export type { BehaviourVector, ExpectedStep } from './vectors/row.ts';

/** Every row of the behaviour table. */
export const behaviourVectors: readonly BehaviourVector[] = [
  ...exits,
  ...times,
  ...platforms,
  ...parameters,
  ...outputs,
  ...content,
];
