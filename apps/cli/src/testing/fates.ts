// What a ledger must say of simulated hosts, whatever way their work was delivered.
import type { SimulatedFate } from '@bongsu/lab';

/** What the ledger must say of each fate. */
export const fateStates: Readonly<Record<SimulatedFate, RegExp>> = {
  well: /^(partly-)?assessed$/,
  offline: /^agent-offline$/,
  'never-delivered': /^timed-out$/,
  undeliverable: /^undeliverable$/,
  'step-fails': /^failed$/,
  killed: /^timed-out$/,
  'uploads-nothing': /^no-result$/,
  // The result stands, whatever the command says of itself.
  'uploads-then-fails': /^(partly-)?assessed$/,
  'uploads-half': /^result-refused$/,
  'uploads-garbage': /^result-refused$/,
  'uploads-foreign': /^result-refused$/,
  // The signed length, or the form's size, keeps it out of the bucket, and the host's upload fails.
  'uploads-too-much': /^failed$/,
  'uploads-late': /^(timed-out|result-refused)$/,
  'uploads-twice': /^(partly-)?assessed$/,
};
