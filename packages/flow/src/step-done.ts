// What a step of a campaign says when it has done what it could.

export interface StepDone {
  /** When to take the step again, in milliseconds since 1970; null where only what other steps do can give it work. */
  readonly at: number | null;
  /** Whether it did something that may give other steps work. */
  readonly moved: boolean;
}
