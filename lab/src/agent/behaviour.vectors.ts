// What the vendor's agent does with documents, row by row: the mini agent is held to it, and a real agent can be.
import type { StepStatus } from './contract.ts';

export interface ExpectedStep {
  readonly name: string;
  readonly status: StepStatus;
  readonly exitCode: number;
  /** The whole standard output. */
  readonly stdout?: string;
  readonly stdoutHas?: readonly string[];
  readonly stderrHas?: readonly string[];
  readonly outputHas?: readonly string[];
  readonly stdoutCharacters?: number;
  readonly outputCharactersMax?: number;
}

export interface BehaviourVector {
  readonly row: string;
  /** `measured` on a real agent, or `read` from its source or documentation only. */
  readonly source: 'measured' | 'read';
  readonly document: unknown;
  readonly parameters?: Readonly<Record<string, string | readonly string[]>>;
  readonly agentVersion?: string;
  /** Cancel the command after so many seconds. */
  readonly cancelAfterSeconds?: number;
  /** True where the row speaks of the instance's own system, which a path prefix cannot imitate. */
  readonly ownSystem?: true;
  readonly status: StepStatus;
  readonly traceHas?: string;
  readonly steps: readonly ExpectedStep[];
  /** How long the document takes. */
  readonly seconds?: { readonly min?: number; readonly max?: number };
}

type Inputs = Readonly<Record<string, unknown>>;

function shell(name: string, commands: readonly string[], inputs: Inputs = {}, more: Inputs = {}): unknown {
  return { action: 'aws:runShellScript', name, ...more, inputs: { ...inputs, runCommand: commands } };
}

function doc(mainSteps: readonly unknown[], parameters: Inputs = {}): unknown {
  return { schemaVersion: '2.2', parameters, mainSteps };
}

const text = { p: { type: 'String' } };
const linux = { precondition: { StringEquals: ['platformType', 'Linux'] } };
const onlyA = { precondition: { StringEquals: ['{{ p }}', 'a'] } };
const skipped = (name: string): ExpectedStep => ({ name, status: 'Skipped', exitCode: 0, stdout: '' });
const ok = (name: string, stdout?: string): ExpectedStep => ({
  name,
  status: 'Success',
  exitCode: 0,
  ...(stdout === undefined ? {} : { stdout }),
});

const exits: readonly BehaviourVector[] = [
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

const times: readonly BehaviourVector[] = [
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

const platforms: readonly BehaviourVector[] = [
  {
    row: 'precondition platformType Windows',
    source: 'measured',
    document: doc([shell('a', ['echo never'], {}, { precondition: { StringEquals: ['platformType', 'Windows'] } })]),
    status: 'Success',
    steps: [{ ...skipped('a'), outputHas: ['unsatisfied preconditions'] }],
  },
  {
    row: 'precondition platformType Linux',
    source: 'measured',
    document: doc([shell('a', ['echo ran'], {}, linux)]),
    status: 'Success',
    steps: [ok('a', 'ran\n')],
  },
  {
    row: 'precondition on a parameter that equals',
    source: 'measured',
    document: doc([shell('a', ['echo ran'], {}, onlyA)], text),
    parameters: { p: 'a' },
    status: 'Success',
    steps: [ok('a', 'ran\n')],
  },
  {
    row: 'precondition on a parameter that differs',
    source: 'measured',
    document: doc([shell('a', ['echo never'], {}, onlyA)], text),
    parameters: { p: 'b' },
    status: 'Success',
    steps: [skipped('a')],
  },
  {
    row: 'unknown precondition operator',
    source: 'measured',
    document: doc([shell('a', ['echo never'], {}, { precondition: { StringLike: ['platformType', 'Linux'] } })]),
    status: 'Failed',
    steps: [
      { name: 'a', status: 'Failed', exitCode: 1, stdout: '', outputHas: ['unrecognized operator: "StringLike"'] },
    ],
  },
  {
    row: 'unknown plugin',
    source: 'measured',
    document: doc([{ action: 'aws:makeCoffee', name: 'a', inputs: {} }, shell('b', ['echo ran'])]),
    status: 'Failed',
    steps: [
      {
        name: 'a',
        status: 'Failed',
        exitCode: 1,
        stdout: '',
        outputHas: ['aws:makeCoffee is not supported by this version'],
      },
      ok('b', 'ran\n'),
    ],
  },
  {
    row: 'PowerShell step without pwsh and without precondition',
    source: 'measured',
    document: doc([{ action: 'aws:runPowerShellScript', name: 'a', inputs: { runCommand: ['Write-Output 1'] } }]),
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 1, stderrHas: ['pwsh'] }],
  },
  {
    row: 'a plugin of another platform is skipped in schema 2.2',
    source: 'read',
    document: doc([{ action: 'aws:applications', name: 'a', inputs: {} }]),
    status: 'Success',
    steps: [skipped('a')],
  },
  {
    row: 'a plugin of another platform fails in schema 2.0',
    source: 'read',
    document: { schemaVersion: '2.0', mainSteps: [{ action: 'aws:applications', name: 'a', inputs: {} }] },
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 1, outputHas: ['not supported in current platform'] }],
  },
  {
    row: 'schema 2.0',
    source: 'measured',
    document: { schemaVersion: '2.0', mainSteps: [shell('a', ['echo ran'])] },
    status: 'Success',
    steps: [ok('a', 'ran\n')],
  },
  {
    row: 'schema 2.0 does not know preconditions',
    source: 'read',
    document: { schemaVersion: '2.0', mainSteps: [shell('a', ['echo never'], {}, linux)] },
    status: 'Failed',
    steps: [{ name: 'a', status: 'Failed', exitCode: 1, outputHas: ['Precondition is not supported'] }],
  },
  {
    row: 'schema 1.2: the key of the step is its plugin',
    source: 'measured',
    document: {
      schemaVersion: '1.2',
      parameters: { commands: { type: 'StringList' } },
      runtimeConfig: {
        'aws:runShellScript': { properties: [{ id: '0.aws:runShellScript', runCommand: '{{ commands }}' }] },
      },
    },
    parameters: { commands: ['echo one', 'echo two'] },
    status: 'Success',
    steps: [ok('aws:runShellScript', 'one\ntwo\n')],
  },
  {
    row: 'unknown schema version',
    source: 'measured',
    document: { schemaVersion: '9.9', mainSteps: [shell('a', ['echo never'])] },
    status: 'Failed',
    traceHas: 'Document with schema version 9.9 is not supported',
    steps: [],
  },
];

const parameters: readonly BehaviourVector[] = [
  {
    row: 'allowedPattern violated',
    source: 'measured',
    document: doc([shell('a', ['echo never'])], { p: { type: 'String', allowedPattern: '^[a-z]+$' } }),
    parameters: { p: 'A1' },
    status: 'Failed',
    traceHas: 'does not match the allowed pattern',
    steps: [],
  },
  {
    row: 'allowedPattern is not anchored',
    source: 'read',
    document: doc([shell('a', ["echo '{{ p }}'"])], { p: { type: 'String', allowedPattern: '[a-z]+' } }),
    parameters: { p: '12;ab' },
    status: 'Success',
    steps: [ok('a', '12;ab\n')],
  },
  {
    row: 'allowedPattern with look-ahead cannot be compiled',
    source: 'read',
    document: doc([shell('a', ['echo never'])], { p: { type: 'String', allowedPattern: '^(?=a).*$' } }),
    parameters: { p: 'a' },
    status: 'Failed',
    traceHas: 'internal error',
    steps: [],
  },
  {
    row: 'allowedValues is not checked by the agent',
    source: 'measured',
    document: doc([shell('a', ['echo {{ p }}'])], { p: { type: 'String', allowedValues: ['a'] } }),
    parameters: { p: 'b' },
    status: 'Success',
    steps: [ok('a', 'b\n')],
  },
  {
    row: 'a required parameter that is missing is pasted as null',
    source: 'measured',
    document: doc([shell('a', ['echo {{ p }}'])], text),
    status: 'Success',
    steps: [ok('a', 'null\n')],
  },
  {
    row: 'defaults are filled in by the agent',
    source: 'measured',
    document: doc([shell('a', ['echo {{p}}'])], { p: { type: 'String', default: 'given' } }),
    status: 'Success',
    steps: [ok('a', 'given\n')],
  },
  {
    row: 'undeclared and global references are left as they are',
    source: 'measured',
    document: doc([shell('a', ["echo '{{ x }} {{global:REGION}}'"])]),
    status: 'Success',
    steps: [ok('a', '{{ x }} {{global:REGION}}\n')],
  },
  {
    row: 'a Parameter Store name that does not exist',
    source: 'read',
    document: doc([shell('a', ['echo {{ssm:absent}}'])]),
    status: 'Failed',
    traceHas: 'absent',
    steps: [],
  },
  {
    row: 'StringList as the whole runCommand',
    source: 'measured',
    document: doc([{ action: 'aws:runShellScript', name: 'a', inputs: { runCommand: '{{ list }}' } }], {
      list: { type: 'StringList' },
    }),
    parameters: { list: ['echo one', 'echo two'] },
    status: 'Success',
    steps: [ok('a', 'one\ntwo\n')],
  },
  {
    row: 'StringList inside text is JSON',
    source: 'measured',
    document: doc([shell('a', ["echo '{{ list }}'"])], { list: { type: 'StringList' } }),
    parameters: { list: ['a', 'b c'] },
    status: 'Success',
    steps: [ok('a', '["a","b c"]\n')],
  },
  {
    row: 'integer, boolean and map defaults inside text',
    source: 'measured',
    document: doc([shell('a', ["echo '{{ n }} {{ b }} {{ m }}'"])], {
      n: { type: 'Integer', default: 7 },
      b: { type: 'Boolean', default: true },
      m: { type: 'StringMap', default: { k: 'v' } },
    }),
    status: 'Success',
    steps: [ok('a', '7 true {"k":"v"}\n')],
  },
  {
    row: 'a string is pasted raw: a single quote breaks out',
    source: 'measured',
    document: doc([shell('a', ["echo '{{ p }}'"])], text),
    parameters: { p: "x'; echo injected; echo 'y" },
    status: 'Success',
    steps: [ok('a', 'x\ninjected\ny\n')],
  },
  {
    row: 'command substitution and line ends are pasted raw',
    source: 'measured',
    document: doc([shell('a', ['echo {{ p }}'])], text),
    parameters: { p: '$(echo substituted)\necho second' },
    status: 'Success',
    steps: [ok('a', 'substituted\nsecond\n')],
  },
  {
    row: 'two dollars in a value become one',
    source: 'read',
    document: doc([shell('a', ["echo 'v={{ p }}'"])], text),
    parameters: { p: 'a$$b' },
    status: 'Success',
    steps: [ok('a', 'v=a$b\n')],
  },
  {
    row: 'values are not looked through again',
    source: 'read',
    document: doc([shell('a', ["echo '{{ p }} {{ q }}'"])], { ...text, q: { type: 'String' } }),
    parameters: { p: '{{ q }}', q: 'x' },
    status: 'Success',
    steps: [ok('a', '{{ q }} x\n')],
  },
  {
    row: 'ENV_VAR parameter on an agent that knows it',
    source: 'read',
    document: doc([shell('a', ['printf "%s\\n" "$SSM_p"'])], { p: { type: 'String', interpolationType: 'ENV_VAR' } }),
    parameters: { p: "x'; $(echo no) $$" },
    agentVersion: '3.3.2746.0',
    status: 'Success',
    steps: [ok('a', "x'; $(echo no) $$\n")],
  },
  {
    row: 'ENV_VAR parameter on an older agent: the fallback pastes',
    source: 'read',
    document: doc([shell('a', ['if [ -z "${SSM_p+x}" ]; then export SSM_p="{{p}}"; fi', 'echo "$SSM_p"'])], {
      p: { type: 'String', interpolationType: 'ENV_VAR' },
    }),
    parameters: { p: '$(echo injected)' },
    agentVersion: '3.3.2745.9',
    status: 'Success',
    steps: [ok('a', 'injected\n')],
  },
];

const outputs: readonly BehaviourVector[] = [
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

/** Every row of the behaviour table. */
export const behaviourVectors: readonly BehaviourVector[] = [
  ...exits,
  ...times,
  ...platforms,
  ...parameters,
  ...outputs,
];
