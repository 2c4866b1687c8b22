// Why hosts stand where they stand, as the engine and the story write it, read in Korean.
import type { AssociationRun, Instance, Invocation, Snapshot } from '@bongsu/core';
import { associationEnd, invocationEnd, targetsFreeze } from '@bongsu/engines';
import { expect, it } from 'vitest';
import { detailIn } from './said-in.ts';
import { voiceOf } from './say.ts';

const [korean, english] = [voiceOf('ko'), voiceOf('en')];

it.each([
  ['no result and no end of the command', '결과도 명령의 종료도 확인되지 않음'],
  ['step upload, exit code 22', 'upload 단계 실패, 종료 코드 22'],
  ['step run, exit code 7: words of another', 'run 단계 실패, 종료 코드 7: words of another'],
  ['the association: Undeliverable2', '연결: Undeliverable2'],
  [
    'the outcome of the send is not known; ssm:ListCommands: AccessDeniedException',
    '명령이 전송되었는지 알 수 없음(ssm:ListCommands: AccessDeniedException)',
  ],
  ['not proven: larger than 262144 bytes', '증명되지 않음: 262144바이트보다 큼'],
  [
    'no result; ssm:ListCommandInvocations: AccessDeniedException; missing permission: ssm:ListCommandInvocations',
    '결과 없음(ssm:ListCommandInvocations: AccessDeniedException. 필요한 권한: ssm:ListCommandInvocations)',
  ],
  [
    'ConnectionLost, last ping 2031-04-30T22:00:00.000Z; did not come back in time',
    'ConnectionLost, 마지막 응답 2031-04-30T22:00:00.000Z. 시간 안에 돌아오지 않음',
  ],
  ['ThrottlingException, 20 times', 'ThrottlingException, 20회'],
  ['oversized: 1049947 bytes, the slot has 262144', '너무 큼: 1049947바이트, 허용 262144바이트'],
  ["not a readable gzip'd tar (Z_DATA_ERROR)", '읽을 수 없는 압축 파일 (Z_DATA_ERROR)'],
  ['by kim: 결제 서버, no change until May', 'kim 제외: 결제 서버, no change until May'],
  ['UnrecognizedClientException', 'UnrecognizedClientException'],
  ['unexpected entry "../../etc/cron.d/x"', 'unexpected entry "../../etc/cron.d/x"'],
  ['', ''],
])('%s', (detail, expected) => {
  expect(detailIn(detail, korean)).toBe(expected);
  expect(detailIn(detail, english)).toBe(detail);
});

it('knows what ended invocations and frozen targets are said to be', () => {
  const invocation = (status: string, statusDetails: string, failed: string): Invocation => ({
    ...{ commandId: 'c', instanceId: 'i', comment: '', status, statusDetails },
    steps: [{ name: 'run', status: failed, exitCode: 1, output: '' }],
  });
  const ends = [
    invocation('Success', 'Success', 'Success'),
    invocation('Success', 'Success', 'Skipped'),
    invocation('TimedOut', 'Delivery Timed Out', ''),
    invocation('TimedOut', 'Execution Timed Out', 'TimedOut'),
    invocation('Cancelled', 'Terminated', ''),
    invocation('Cancelled', 'Cancelled', ''),
    invocation('Failed', 'Failed', 'Failed'),
    invocation('Failed', 'Failed', ''),
  ].map((one) => invocationEnd(one)?.detail ?? '');
  const instance = { accountId: '1', region: 'r', state: 'running', tags: {}, nodeKnown: true, node: null } as const;
  const snapshot = { instances: [instance as unknown as Instance], gaps: [] } as unknown as Snapshot;
  const frozen = targetsFreeze(snapshot, []).map(({ detail }) => detail);
  for (const detail of [...ends, ...frozen]) expect(detailIn(detail, korean)).toMatch(/[가-힣]/);
});

it('knows what every exit code of our own steps means', () => {
  const said = ['verify', 'identity', 'role', 'get', 'put'].flatMap((name) =>
    Array.from({ length: 256 }, (_, exitCode) => {
      const steps = [{ name, status: 'Failed', exitCode, output: '' }];
      return invocationEnd({ status: 'Failed', statusDetails: 'Failed', steps } as unknown as Invocation)?.detail ?? '';
    }).filter((detail) => detail.includes(': ')),
  );
  expect(said.length).toBeGreaterThan(25);
  for (const detail of said) expect(detailIn(detail, korean)).toMatch(/: .*[가-힣]/);
});

it('knows what ended runs of an association are said to be', () => {
  const ends = ['Success', 'Skipped', 'TimedOut', 'Failed'].map((status) =>
    associationEnd({ status, statusDetails: '' } as AssociationRun),
  );
  for (const end of ends) expect(detailIn(end?.detail ?? '', korean)).toMatch(/[가-힣]/);
});
