// Rows about how steps end and what that means for the steps after them.
import type { BehaviourVector } from './row.ts';
import { doc, ok, shell, skipped } from './row.ts';

export const exits: readonly BehaviourVector[] = [
  {
    row: 'step exits with a code other than 0',
    source: 'measured',
    document: doc([shell('a', ['echo out', 'echo err >&2', 'exit 3'])]),
    status: 'Failed',
    steps: [
      {
        name: 'a',
        status: 'Failed',
        exitCode: 3,
        stdout: 'out\n',
        stderrHas: ['err\n', 'failed to run commands: exit status 3'],
      },
    ],
  },
  {
    row: 'a middle command fails without set -e',
    source: 'measured',
    document: doc([shell('a', ['false', 'echo later'])]),
    status: 'Success',
    steps: [ok('a', 'later\n')],
  },
  {
    row: 'first step fails, default: later steps run',
    source: 'measured',
    document: doc([shell('a', ['exit 1']), shell('b', ['echo ran'])]),
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 1 }, ok('b', 'ran\n')],
  },
  {
    row: 'onFailure exit: later steps skipped, the last finallyStep runs',
    source: 'measured',
    document: doc([
      shell('a', ['echo x', 'exit 2'], { onFailure: 'exit' }),
      shell('b', ['echo never']),
      shell('c', ['echo always'], { finallyStep: true }),
    ]),
    status: 'Failed',
    steps: [
      {
        name: 'a',
        status: 'Failed',
        exitCode: 2,
        stdoutHas: ['x\n', 'Further document steps will be skipped.'],
        stderrHas: ['Further document steps will be skipped.'],
      },
      { ...skipped('b'), outputHas: ['skipped due to prior step with an exit condition'] },
      ok('c', 'always\n'),
    ],
  },
  {
    row: 'finallyStep that is not the last is ignored',
    source: 'read',
    document: doc([
      shell('a', ['exit 2'], { onFailure: 'exit' }),
      shell('b', ['echo never'], { finallyStep: true }),
      shell('c', ['echo never']),
    ]),
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 2 }, skipped('b'), skipped('c')],
  },
  {
    row: 'onFailure successAndExit turns a failure green',
    source: 'measured',
    document: doc([shell('a', ['exit 2'], { onFailure: 'successAndExit' }), shell('b', ['echo never'])]),
    status: 'Success',
    steps: [{ name: 'a', status: 'Success', exitCode: 168 }, skipped('b')],
  },
  {
    row: 'exit code 168',
    source: 'measured',
    document: doc([shell('a', ['exit 168']), shell('b', ['echo never'])]),
    status: 'Success',
    steps: [{ name: 'a', status: 'Success', exitCode: 168, stdoutHas: ['marking step as succeeded'] }, skipped('b')],
  },
  {
    row: 'exit code 169',
    source: 'read',
    document: doc([shell('a', ['exit 169']), shell('b', ['echo never'])]),
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 169, stderrHas: ['marking step as Failed'] }, skipped('b')],
  },
  {
    row: 'onSuccess exit skips the rest of a success',
    source: 'read',
    document: doc([shell('a', ['echo done'], { onSuccess: 'exit' }), shell('b', ['echo never'])]),
    status: 'Success',
    steps: [ok('a', 'done\n'), skipped('b')],
  },
  {
    row: 'onSuccess exit does not touch a failure',
    source: 'read',
    document: doc([shell('a', ['exit 5'], { onSuccess: 'exit' }), shell('b', ['echo ran'])]),
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 5 }, ok('b', 'ran\n')],
  },
  {
    row: 'exit code 194: the step runs again after the reboot',
    source: 'read',
    document: doc([
      shell('a', [
        'mark="${BONGSU_ROOT:-}/var/lib/rebooted"',
        'if [ -e "$mark" ]; then echo second; else echo first; : > "$mark"; exit 194; fi',
      ]),
    ]),
    status: 'Success',
    steps: [ok('a', 'first\nsecond\n')],
  },
  {
    row: 'exit code 137',
    source: 'measured',
    document: doc([shell('a', ['echo out; exit 137'])]),
    status: 'TimedOut',
    steps: [{ name: 'a', status: 'TimedOut', exitCode: 137, stdout: 'out\n' }],
  },
  {
    row: 'kill -9 of the shell',
    source: 'measured',
    document: doc([shell('a', ['echo out', 'kill -9 $$'])]),
    status: 'TimedOut',
    steps: [{ name: 'a', status: 'TimedOut', exitCode: 137 }],
  },
  {
    row: 'kill -15 of the shell',
    source: 'measured',
    document: doc([shell('a', ['kill -15 $$'])]),
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 143, stderrHas: ['exit status 143'] }],
  },
];
