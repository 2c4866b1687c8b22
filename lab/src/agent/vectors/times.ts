// Rows about time: limits, background children, cancelling.
import type { BehaviourVector } from './row.ts';
import { doc, ok, shell } from './row.ts';

export const times: readonly BehaviourVector[] = [
  {
    row: 'timeoutSeconds exceeded: killed without a chance to trap, later steps run',
    source: 'measured',
    document: doc([
      shell('a', ["trap 'echo trapped; exit 0' TERM", 'echo begun', 'sleep 30 & wait'], { timeoutSeconds: 6 }),
      shell('b', ['echo ran']),
    ]),
    status: 'TimedOut',
    steps: [{ name: 'a', status: 'TimedOut', exitCode: 137, stdout: 'begun\n' }, ok('b', 'ran\n')],
    seconds: { min: 5.5, max: 9 },
  },
  {
    row: 'timeoutSeconds below 5 is ignored',
    source: 'measured',
    document: doc([shell('a', ['sleep 3', 'echo end'], { timeoutSeconds: '2' })]),
    status: 'Success',
    steps: [ok('a', 'end\n')],
    seconds: { min: 2.9 },
  },
  {
    row: 'timeoutSeconds that is no number is ignored',
    source: 'read',
    document: doc([shell('a', ['echo end'], { timeoutSeconds: 'soon' })]),
    status: 'Success',
    steps: [ok('a', 'end\n')],
  },
  {
    row: 'a background child that holds stdout is waited for',
    source: 'measured',
    document: doc([shell('a', ['(sleep 2; echo child) &', 'echo parent'])]),
    status: 'Success',
    steps: [ok('a', 'parent\nchild\n')],
    seconds: { min: 1.9 },
  },
  {
    row: 'a background child that closed its output is not waited for',
    source: 'read',
    document: doc([shell('a', ['sleep 30 > /dev/null 2>&1 &', 'echo parent'])]),
    status: 'Success',
    steps: [ok('a', 'parent\n')],
    seconds: { max: 5 },
  },
  {
    row: 'cancel while running: code 1, output lost',
    source: 'measured',
    document: doc([shell('a', ['echo begun', 'sleep 30']), shell('b', ['echo never'])]),
    cancelAfterSeconds: 1,
    status: 'Cancelled',
    steps: [
      { name: 'a', status: 'Cancelled', exitCode: 1, stdout: '' },
      { name: 'b', status: 'Cancelled', exitCode: 1, stdout: '' },
    ],
    seconds: { max: 5 },
  },
];
