// Rows about content from elsewhere: downloads and documents inside documents.
import type { BehaviourVector } from './row.ts';
import { doc, shell } from './row.ts';

const inner = JSON.stringify({
  schemaVersion: '2.2',
  parameters: { who: { type: 'String' } },
  mainSteps: [{ action: 'aws:runShellScript', name: 'in', inputs: { runCommand: ["echo 'inner {{ who }}'"] } }],
});

function download(info: Readonly<Record<string, unknown>>): unknown {
  return {
    action: 'aws:downloadContent',
    name: 'get',
    inputs: { sourceType: 'HTTP', sourceInfo: JSON.stringify(info), destinationPath: '/tmp/got' },
  };
}

export const content: readonly BehaviourVector[] = [
  {
    row: 'aws:downloadContent refuses an http URL',
    source: 'measured',
    document: doc([download({ url: 'http://127.0.0.1:9/x' })]),
    status: 'Failed',
    steps: [
      { name: 'get', status: 'Failed', exitCode: 1, stdout: '', stderrHas: ['insecure download is not allowed'] },
    ],
  },
  {
    row: 'allowInsecureDownload lets it try',
    source: 'measured',
    document: doc([download({ url: 'http://127.0.0.1:9/x', allowInsecureDownload: true })]),
    status: 'Failed',
    steps: [{ name: 'get', status: 'Failed', exitCode: 1, stdout: '', stderrHas: ['Failed to download file'] }],
  },
  {
    row: 'aws:runDocument LocalPath',
    source: 'measured',
    document: doc([
      shell('write', [`cat > "\${BONGSU_ROOT:-}/tmp/inner.json" << 'END'`, inner, 'END']),
      {
        action: 'aws:runDocument',
        name: 'outer',
        inputs: { documentType: 'LocalPath', documentPath: '/tmp/inner.json', documentParameters: '{"who":"x"}' },
      },
    ]),
    status: 'Success',
    steps: [
      { name: 'write', status: 'Success', exitCode: 0, stdout: '' },
      { name: 'outer', status: 'Success', exitCode: 0, stdoutHas: ['inner x'] },
    ],
  },
];
