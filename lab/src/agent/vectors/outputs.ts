// Rows about output, scripts and the environment a step runs in.
import type { BehaviourVector } from './row.ts';
import { doc, ok, shell } from './row.ts';

export const outputs: readonly BehaviourVector[] = [
  {
    row: '30,000 bytes of stdout',
    source: 'measured',
    document: doc([shell('a', ["head -c 30000 /dev/zero | tr '\\000' x"])]),
    status: 'Success',
    steps: [
      {
        name: 'a',
        status: 'Success',
        exitCode: 0,
        stdoutCharacters: 24_000,
        stdoutHas: ['x--output truncated--'],
        outputCharactersMax: 2_500,
      },
    ],
  },
  {
    row: '12,000 bytes of stderr are all sent',
    source: 'measured',
    document: doc([shell('a', ["head -c 12000 /dev/zero | tr '\\000' e >&2"])]),
    status: 'Success',
    steps: [
      {
        name: 'a',
        status: 'Success',
        exitCode: 0,
        stdout: '',
        stderrHas: ['e'.repeat(12_000)],
        outputHas: ['---Error truncated----'],
      },
    ],
  },
  {
    row: 'invalid UTF-8',
    source: 'measured',
    document: doc([shell('a', ["printf 'a\\377b\\342\\202c'"])]),
    status: 'Success',
    steps: [ok('a', 'a\uFFFDb\uFFFD\uFFFDc')],
  },
  {
    row: 'output is a pipe: /dev/stdout and /dev/stderr can be opened',
    source: 'read',
    document: doc([shell('a', ['echo out > /dev/stdout', 'echo err > /dev/stderr'])]),
    status: 'Success',
    steps: [{ name: 'a', status: 'Success', exitCode: 0, stdout: 'out\n', stderrHas: ['err\n'] }],
  },
  {
    row: 'combined output',
    source: 'measured',
    document: doc([shell('a', ['echo out', 'echo err >&2'])]),
    status: 'Success',
    steps: [{ name: 'a', status: 'Success', exitCode: 0, outputHas: ['out\n\n----------ERROR-------\nerr\n'] }],
  },
  {
    row: 'missing workingDirectory',
    source: 'measured',
    document: doc([shell('a', ['echo never'], { workingDirectory: '/no/such/folder' })]),
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 1, stdout: '', stderrHas: ['/no/such/folder'] }],
  },
  {
    row: 'two steps with the same name',
    source: 'measured',
    document: doc([shell('a', ['echo one']), shell('a', ['echo two'])]),
    status: 'Success',
    steps: [ok('a', 'one\ntwo\n')],
  },
  {
    row: 'a first line #! is honoured',
    source: 'measured',
    document: doc([shell('a', ['#!/bin/bash', 'x=(1 2 3)', 'echo "${#x[@]}"'])]),
    status: 'Success',
    steps: [ok('a', '3\n')],
  },
  {
    row: 'without #! it is sh, from a file named _script.sh',
    source: 'measured',
    document: doc([shell('a', ['echo "${0##*/}"'])]),
    status: 'Success',
    steps: [ok('a', '_script.sh\n')],
  },
  {
    row: 'a script of 600 kB',
    source: 'measured',
    document: doc([shell('a', [`: '${'x'.repeat(600_000)}'`, 'echo end'])]),
    status: 'Success',
    steps: [ok('a', 'end\n')],
  },
  {
    row: 'umask, no terminal, no input',
    source: 'measured',
    document: doc([shell('a', ['umask', '[ -t 0 ] && echo tty', 'cat', 'echo end'])]),
    status: 'Success',
    steps: [ok('a', '0022\nend\n')],
  },
  {
    row: 'root in /, as its own system',
    source: 'measured',
    ownSystem: true,
    document: doc([shell('a', ['id -u', 'pwd'])]),
    status: 'Success',
    steps: [ok('a', '0\n/\n')],
  },
  {
    row: 'variables of the agent',
    source: 'measured',
    document: doc([
      shell('a', [
        'echo "$AWS_SSM_INSTANCE_ID $AWS_SSM_REGION_NAME $SSM_COMMAND_ID $AWS_SSM_PLATFORM_NAME $AWS_SSM_PLATFORM_VERSION"',
      ]),
    ]),
    status: 'Success',
    steps: [ok('a', 'i-0a1b2c3d4e5f60718 ap-northeast-2 vector Vector Linux 1\n')],
  },
];
