// The story: the steps of one cycle, each of which reads, does one bounded piece of work, and writes.
export * from './assess.ts';
export * from './campaign-keys.ts';
export * from './collect.ts';
export * from './cycle.ts';
export * from './delivery/mode-of.ts';
export * from './flow-error.ts';
export * from './follow.ts';
export * from './plan.ts';
export * from './reconcile.ts';
export * from './record.ts';
export * from './rejudge.ts';
export * from './retry.ts';
export * from './route.ts';
export * from './schedule.ts';
export * from './send.ts';
export * from './settle.ts';
