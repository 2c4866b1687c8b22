// Rows about platforms, preconditions, plugins and schema versions.
import type { BehaviourVector } from './row.ts';
import { doc, linux, ok, onlyA, shell, skipped, text } from './row.ts';

export const platforms: readonly BehaviourVector[] = [
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
