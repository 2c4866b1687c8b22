// Conditions and variables as IAM reads them: absent keys, negations, defaults, and no guess at what is not known.
import { expect, test } from 'vitest';
import { conditionsHold, variablesFilled } from './condition.ts';

const arn = 'arn:aws:ec2:ap-northeast-2:111122223333:instance/i-0a';
const context = { 'ec2:SourceInstanceARN': arn, 'aws:PrincipalAccount': '111122223333', 'aws:userid': undefined };

test.each([
  ['bucket/${ec2:SourceInstanceARN}/*', `bucket/${arn}/*`],
  // Keys know no case.
  ['${EC2:sourceinstancearn}', arn],
  ['${aws:userid}', null],
  ["${aws:userid, 'nobody'}", 'nobody'],
  ["${aws:PrincipalAccount, 'nobody'}/x", '111122223333/x'],
  ['plain', 'plain'],
] as const)('%s becomes %s', (text, filled) => expect(variablesFilled(text, context)).toBe(filled));

test.each([
  [{ Null: { 'aws:userid': 'true' } }, true],
  [{ Null: { 'aws:userid': 'false' } }, false],
  [{ Null: { 'ec2:SourceInstanceARN': 'false' } }, true],
  [{ Null: { 'ec2:SourceInstanceARN': true } }, false],
  [{ ArnLike: { 'ec2:SourceInstanceARN': 'arn:aws:ec2:*:111122223333:instance/*' } }, true],
  [{ ArnNotLike: { 'ec2:SourceInstanceARN': ['arn:aws:ec2:*:1:*', 'arn:aws:ec2:*:2:*'] } }, true],
  [{ StringEquals: { 'aws:userid': 'x' } }, false],
  [{ StringNotEquals: { 'aws:userid': 'x' } }, true],
  [{ StringEqualsIfExists: { 'aws:userid': 'x' } }, true],
  [{ StringEquals: { 'aws:PrincipalAccount': ['1', '111122223333'] } }, true],
  // A variable without a value makes the test hold for nothing, a negated one too.
  [{ StringNotEquals: { 'aws:PrincipalAccount': '${aws:userid}' } }, false],
  [{ Null: { 'aws:userid': 'true' }, StringEquals: { 'aws:PrincipalAccount': '2' } }, false],
  [undefined, true],
] as const)('%j: %s', (condition, held) => expect(conditionsHold(condition, context)).toBe(held));

test('what is not known is refused', () => {
  expect(() => conditionsHold({ IpAddress: { 'aws:PrincipalAccount': '1' } }, context)).toThrow(
    /does not know IpAddress/,
  );
  expect(() => conditionsHold({ StringEquals: { 'aws:SourceIp': '1' } }, context)).toThrow(
    /does not know aws:SourceIp/,
  );
});
