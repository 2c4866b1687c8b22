// What is known of a send after each kind of answer, and that it is never made twice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AwsError } from './aws-error.ts';
import { outcomeOf } from './commands.ts';
import {
  cannedEndpoint,
  json,
  jsonError,
  member,
  openCanned,
  region,
  sessionAnswer,
  xmlError,
} from './testing/canned-endpoint.ts';
import type { Canned, CannedEndpoint } from './testing/canned-endpoint.ts';

let endpoint: CannedEndpoint;
beforeEach(async () => {
  endpoint = await cannedEndpoint(process.env);
});
afterEach(() => endpoint.close());

const place = { accountId: member, region };
const order = {
  place,
  instanceIds: ['i-0123456789abcdef0'],
  document: { arn: 'arn:aws:ssm:ap-northeast-2:999900001111:document/Bongsu-HostCheck', version: '3', sha256: 'ab' },
  comment: 'bongsu abc',
  parameters: { runId: 'abc' },
  deliverySeconds: 600,
};
const sends = () => endpoint.asked.filter((one) => one.operation === 'SendCommand');

describe('send', () => {
  test('pins version and hash, and gives the command id', async () => {
    const { commands } = await openCanned(endpoint);
    endpoint.on('SendCommand', json({ Command: { CommandId: 'c-1' } }));
    expect(await commands.send(order)).toEqual({ kind: 'sent', commandId: 'c-1' });
    expect(JSON.parse(sends()[0]?.body ?? '')).toEqual({
      InstanceIds: ['i-0123456789abcdef0'],
      DocumentName: order.document.arn,
      DocumentVersion: '3',
      DocumentHash: 'ab',
      DocumentHashType: 'Sha256',
      Comment: 'bongsu abc',
      TimeoutSeconds: 600,
      Parameters: { runId: ['abc'] },
    });
  });

  test('goes on to all of a batch whatever becomes of one', async () => {
    const { commands } = await openCanned(endpoint);
    endpoint.on('SendCommand', json({ Command: { CommandId: 'c-1' } }));
    const instanceIds = ['i-0123456789abcdef0', 'i-0123456789abcdef1'];
    await commands.send({ ...order, instanceIds });
    expect(JSON.parse(sends()[0]?.body ?? '')).toMatchObject({
      InstanceIds: instanceIds,
      MaxConcurrency: '50',
      MaxErrors: '100%',
    });
  });

  const cases: [string, Canned, object][] = [
    ['a rate', jsonError('ThrottlingException'), { kind: 'throttled', code: 'ThrottlingException' }],
    ['a rate without a readable body', { status: 429, body: '' }, { kind: 'throttled' }],
    ['a session that ended', jsonError('ExpiredTokenException'), { kind: 'expired', code: 'ExpiredTokenException' }],
    ['a quota', jsonError('LimitExceededException'), { kind: 'limit', code: 'LimitExceededException' }],
    ['an unknown instance', jsonError('InvalidInstanceId'), { kind: 'refused', code: 'InvalidInstanceId' }],
    ['a denied call', jsonError('AccessDeniedException'), { kind: 'refused', code: 'AccessDeniedException' }],
    [
      'trouble of the service',
      jsonError('InternalServerError', 'x', 500),
      { kind: 'unclear', code: 'InternalServerError' },
    ],
    ['a gateway in between', { status: 502, body: '<html>' }, { kind: 'unclear', code: 'Http502' }],
    ['no answer in time', 'silent', { kind: 'unclear', code: 'TimeoutError' }],
    ['a broken connection', 'reset', { kind: 'unclear', code: 'NetworkError' }],
    ['an answer cut short', { body: '{"Command":{"Comm' }, { kind: 'unclear', code: 'MalformedAnswer' }],
    ['an answer without a command', { body: '{}' }, { kind: 'unclear', code: 'MalformedAnswer' }],
    ['an empty answer', { body: '' }, { kind: 'unclear', code: 'MalformedAnswer' }],
  ];
  test.each(cases)('after %s', async (_, answer, outcome) => {
    const { commands } = await openCanned(endpoint, { maxAttempts: 5 });
    endpoint.on('SendCommand', answer);
    expect(await commands.send(order)).toMatchObject(outcome);
    expect(sends()).toHaveLength(1);
  });

  test.each<[string, Canned, object]>([
    ['denied', xmlError('AccessDenied'), { kind: 'refused', code: 'AccessDenied' }],
    ['throttled', xmlError('Throttling', 'x', 400), { kind: 'unreached', code: 'Throttling' }],
    ['answered without credentials', { body: '<AssumeRoleResponse/>' }, { kind: 'unreached', code: 'MalformedAnswer' }],
    ['not answered', 'silent', { kind: 'unreached', code: 'TimeoutError' }],
  ])('was not made where the role is %s', async (_, answer, outcome) => {
    const { commands } = await openCanned(endpoint);
    endpoint.on('AssumeRole', answer);
    expect(await commands.send(order)).toMatchObject(outcome);
    expect(sends()).toHaveLength(0);
  });

  test('was not made where nobody is signed in for the moment, in the account itself or to take its role', () => {
    const error = Object.assign(new Error('Token is expired'), { name: 'CredentialsProviderError' });
    const where = { call: 'sts:AssumeRole', accountId: member, region: null };
    const gap = { ...where, code: 'NoCredentials', message: 'Token is expired', missingPermission: null };
    for (const thrown of [error, new AwsError('no-session', '', gap, error)])
      expect(outcomeOf(thrown)).toEqual({ kind: 'unreached', code: 'NoCredentials', message: 'Token is expired' });
  });

  test('after an ended session, the next send assumes the role again', async () => {
    const { commands } = await openCanned(endpoint);
    endpoint.on('AssumeRole', sessionAnswer('ASIAFIRST'), sessionAnswer('ASIASECOND'));
    endpoint.on('SendCommand', jsonError('ExpiredTokenException'), json({ Command: { CommandId: 'c-2' } }));
    await commands.send(order);
    expect(await commands.send(order)).toEqual({ kind: 'sent', commandId: 'c-2' });
    expect(sends().map((one) => one.signer)).toEqual(['ASIAFIRST', 'ASIASECOND']);
  });

  test('after a session that the service does not know, so does the next read; one that was renewed meanwhile stays', async () => {
    const { commands } = await openCanned(endpoint, { maxAttempts: 1 });
    endpoint.on('AssumeRole', sessionAnswer('ASIAFIRST'), sessionAnswer('ASIASECOND'), sessionAnswer('ASIATHIRD'));
    const unknown = jsonError('UnrecognizedClientException');
    endpoint.on('ListCommands', unknown, unknown, json({ Commands: [] }));
    const look = () => commands.sentBefore(place, '2026-01-02T03:04:05Z');
    expect((await Promise.all([look(), look()])).flatMap((seen) => seen.gaps.map(({ code }) => code))).toEqual([
      'UnrecognizedClientException',
      'UnrecognizedClientException',
    ]);
    expect(await look()).toEqual({ items: [], gaps: [] });
    await look();
    const looks = endpoint.asked.filter(({ operation }) => operation === 'ListCommands');
    expect(looks.map((one) => one.signer)).toEqual(['ASIAFIRST', 'ASIAFIRST', 'ASIASECOND', 'ASIASECOND']);
  });
});

describe('reading back', () => {
  const since = '2026-01-02T03:04:05.678Z';
  const invocation = (id: string) => ({
    CommandId: id,
    InstanceId: 'i-1',
    Comment: 'bongsu',
    Status: 'Success',
    StatusDetails: 'Success',
  });

  test('asks for whole seconds, never for less time, and with details', async () => {
    const { commands } = await openCanned(endpoint);
    endpoint.on('ListCommandInvocations', json({ CommandInvocations: [] }));
    await commands.invocations(place, { since });
    expect(JSON.parse(endpoint.asked.at(-1)?.body ?? '')).toEqual({
      MaxResults: 50,
      Details: true,
      Filters: [{ key: 'InvokedAfter', value: '2026-01-02T03:04:05Z' }],
    });
  });

  test('gives invocations with their steps', async () => {
    const { commands } = await openCanned(endpoint);
    const step = { Name: 'run', Status: 'Failed', ResponseCode: 23, Output: 'no curl' };
    endpoint.on(
      'ListCommandInvocations',
      json({ CommandInvocations: [{ ...invocation('c-1'), CommandPlugins: [step] }] }),
    );
    const seen = await commands.invocations(place, { since });
    expect(seen.items[0]?.steps).toEqual([{ name: 'run', status: 'Failed', exitCode: 23, output: 'no curl' }]);
  });

  test('keeps the first page where the second fails', async () => {
    const { commands } = await openCanned(endpoint);
    const first = json({ CommandInvocations: [invocation('c-1')], NextToken: 'n' });
    endpoint.on('ListCommandInvocations', first, jsonError('ThrottlingException'));
    const seen = await commands.invocations(place, { since });
    expect(seen.items.map((one) => one.commandId)).toEqual(['c-1']);
    expect(seen.gaps).toMatchObject([
      { ...place, call: 'ssm:ListCommandInvocations', code: 'ThrottlingException', missingPermission: null },
    ]);
  });

  test('finds commands by comment over all pages, and an empty answer is not "none were sent"', async () => {
    const { commands } = await openCanned(endpoint);
    const page = (id: string, next?: string) =>
      json({
        Commands: [{ CommandId: id, Comment: `run ${id}`, InstanceIds: [`i-${id}`], RequestedDateTime: 1_900_000_000 }],
        NextToken: next,
      });
    endpoint.on('ListCommands', page('1', 'n'), page('2'), { body: '' });
    const sentAt = '2030-03-17T17:46:40.000Z';
    const found = ['1', '2'].map((id) => ({
      ...{ comment: `run ${id}`, commandId: id, instanceIds: [`i-${id}`], sentAt },
    }));
    expect(await commands.sentBefore(place, since)).toEqual({ items: found, gaps: [] });
    expect((await commands.sentBefore(place, since)).gaps).toMatchObject([
      { call: 'ssm:ListCommands', code: 'MalformedAnswer' },
    ]);
  });
});
