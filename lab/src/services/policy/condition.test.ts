// IAM's condition operators, each as the IAM User Guide has it ("Condition operators", "Set operators for multivalued context keys").
import { describe, expect, test } from 'vitest';
import { conditionHolds, conditionsRead } from './condition.ts';

type Held = Readonly<Record<string, string | readonly string[]>>;
/** What the request holds by its keys, the condition, and whether it holds. */
type Row = readonly [what: string, held: Held, condition: object, holds: boolean];

const org = 'aws:PrincipalOrgID';
const arn = 'aws:PrincipalArn';
const role = 'arn:aws:iam::111122223333:role/team/Audit';
const at = 'aws:CurrentTime';
const from = 'aws:SourceIp';
const aliases = 'kms:ResourceAliases';

const rows: readonly Row[] = [
  ['text is compared with its case', { [org]: 'o-A' }, { StringEquals: { [org]: 'o-a' } }, false],
  ['the name of a key has none', { [org]: 'o-a' }, { StringEquals: { 'AWS:principalorgid': 'o-a' } }, true],
  ['case is ignored where the operator says so', { [org]: 'o-A' }, { StringEqualsIgnoreCase: { [org]: 'o-a' } }, true],
  ['StringEquals knows no wildcards', { [org]: 'o-a' }, { StringEquals: { [org]: 'o-*' } }, false],
  ['StringLike does', { [org]: 'o-abc' }, { StringLike: { [org]: 'o-a?c' } }, true],
  ['and compares the whole', { [org]: 'o-abc' }, { StringLike: { [org]: 'abc' } }, false],
  ['and the case', { [org]: 'O-abc' }, { StringLike: { [org]: 'o-*' } }, false],
  ['values are alternatives', { [org]: 'o-b' }, { StringEquals: { [org]: ['o-a', 'o-b'] } }, true],
  ['of a negation none may match', { [org]: 'o-b' }, { StringNotEquals: { [org]: ['o-a', 'o-b'] } }, false],
  ['keys of one operator must all hold', { [org]: 'o-a' }, { StringEquals: { [org]: 'o-a', [from]: 'x' } }, false],
  ['so must operators', { [org]: 'o-a' }, { StringEquals: { [org]: 'o-a' }, StringNotLike: { [org]: 'o-*' } }, false],
  ['an absent key matches nothing', {}, { StringEquals: { [org]: 'o-a' } }, false],
  ['an absent key satisfies a negation', {}, { StringNotEquals: { [org]: 'o-a' } }, true],
  ['IfExists passes over an absent key', {}, { StringEqualsIfExists: { [org]: 'o-a' } }, true],
  ['and compares one that is there', { [org]: 'o-b' }, { StringEqualsIfExists: { [org]: 'o-a' } }, false],
  ['a negation with IfExists too', { [org]: 'o-a' }, { StringNotEqualsIfExists: { [org]: 'o-a' } }, false],
  ['Null true asks that the key is absent', {}, { Null: { [org]: 'true' } }, true],
  ['Null true where it is there', { [org]: 'o-a' }, { Null: { [org]: 'true' } }, false],
  ['Null false asks that it is there', { [org]: 'o-a' }, { Null: { [org]: false } }, true],
  ['Null of an empty list', { [aliases]: [] }, { Null: { [aliases]: 'true' } }, true],
  ['an ARN by its parts', { [arn]: role }, { ArnLike: { [arn]: 'arn:aws:iam::111122223333:role/*' } }, true],
  ['a star does not reach over a colon', { [arn]: role }, { ArnLike: { [arn]: 'arn:*:role/team/Audit' } }, false],
  ['ArnEquals knows wildcards as well', { [arn]: role }, { ArnEquals: { [arn]: 'arn:aws:iam::*:role/*/Audit' } }, true],
  ['ArnNotLike', { [arn]: role }, { ArnNotLike: { [arn]: 'arn:aws:iam::*:role/team/*' } }, false],
  ['StringLike takes an ARN as text', { [arn]: role }, { StringLike: { [arn]: 'arn:*:role/team/Audit' } }, true],
  ['Bool', { 'aws:SecureTransport': 'false' }, { Bool: { 'aws:SecureTransport': 'False' } }, true],
  ['Bool of an absent key', {}, { Bool: { 'aws:SecureTransport': 'false' } }, false],
  ['BoolIfExists of an absent key', {}, { BoolIfExists: { 'aws:SecureTransport': 'false' } }, true],
  ['numbers as numbers', { 's3:max-keys': '9' }, { NumericLessThan: { 's3:max-keys': '10' } }, true],
  ['at most includes the limit', { 's3:max-keys': '10' }, { NumericLessThanEquals: { 's3:max-keys': 10 } }, true],
  ['what is no number matches none', { 's3:max-keys': 'ten' }, { NumericGreaterThan: { 's3:max-keys': '1' } }, false],
  ['and differs from every one', { 's3:max-keys': 'ten' }, { NumericNotEquals: { 's3:max-keys': '1' } }, true],
  ['dates', { [at]: '2031-05-01T00:00:00Z' }, { DateLessThan: { [at]: '2031-05-01T00:00:01Z' } }, true],
  ['dates in seconds', { [at]: '2031-05-01T00:00:00Z' }, { DateGreaterThan: { [at]: '1000000000' } }, true],
  ['addresses', { [from]: '10.1.2.3' }, { IpAddress: { [from]: '10.1.0.0/16' } }, true],
  ['an address alone', { [from]: '10.1.2.3' }, { IpAddress: { [from]: '10.1.2.4' } }, false],
  ['outside of all', { [from]: '10.1.2.3' }, { NotIpAddress: { [from]: ['10.2.0.0/16', '10.1.2.3'] } }, false],
  ['addresses of six', { [from]: '2001:db8::1' }, { IpAddress: { [from]: '2001:db8::/32' } }, true],
  [
    'of some one value is enough',
    { [aliases]: ['alias/a', 'alias/b'] },
    { 'ForAnyValue:StringEquals': { [aliases]: 'alias/b' } },
    true,
  ],
  [
    'of all each must match',
    { [aliases]: ['alias/a', 'alias/b'] },
    { 'ForAllValues:StringEquals': { [aliases]: 'alias/b' } },
    false,
  ],
  [
    'each of all, by some value',
    { [aliases]: ['alias/a', 'alias/b'] },
    { 'ForAllValues:StringLike': { [aliases]: ['alias/a', 'alias/?'] } },
    true,
  ],
  ['of none all match', {}, { 'ForAllValues:StringEquals': { [aliases]: 'alias/a' } }, true],
  ['of none some do not', {}, { 'ForAnyValue:StringEquals': { [aliases]: 'alias/a' } }, false],
  ['of none some do not, IfExists or not', {}, { 'ForAnyValue:StringEqualsIfExists': { [aliases]: 'alias/a' } }, false],
  ['of none some do not, negated or not', {}, { 'ForAnyValue:StringNotEquals': { [aliases]: 'alias/a' } }, false],
  [
    'one of them is another',
    { [aliases]: ['alias/a', 'alias/b'] },
    { 'ForAnyValue:StringNotEquals': { [aliases]: 'alias/a' } },
    true,
  ],
  ['a variable', { [org]: 'o-a', [from]: 'o-a' }, { StringEquals: { [org]: '${aws:SourceIp}' } }, true],
  ['a variable is no pattern', { [org]: 'o-abc', [from]: 'o-*' }, { StringLike: { [org]: '${aws:SourceIp}' } }, false],
  [
    'a variable with nothing in it matches nothing',
    { [org]: '' },
    { StringEquals: { [org]: '${aws:SourceIp}' } },
    false,
  ],
  ['but for its default', { [org]: 'o-a' }, { StringEquals: { [org]: "${aws:SourceIp, 'o-a'}" } }, true],
  ['a star by its variable', { [org]: 'o-*' }, { StringLike: { [org]: 'o-${*}' } }, true],
  ['which is one', { [org]: 'o-abc' }, { StringLike: { [org]: 'o-${*}' } }, false],
  [
    'a variable in an ARN',
    { [arn]: role, [org]: 'Audit' },
    { ArnLike: { [arn]: 'arn:aws:iam::*:role/team/${aws:PrincipalOrgID}' } },
    true,
  ],
];

const contextOf = (held: Held) => new Map(Object.entries(held).map(([key, value]) => [key.toLowerCase(), value]));
const holds = (condition: object, held: Held, variables = true): boolean =>
  conditionsRead(condition).every((one) => conditionHolds(one, contextOf(held), variables));

test.each(rows)('%s', (_what, held, condition, expected) => {
  expect(holds(condition, held)).toBe(expected);
});

test('variables are text in policies of the first version', () => {
  const condition = { StringEquals: { [org]: '${aws:SourceIp}' } };
  expect(holds(condition, { [org]: 'o-a', [from]: 'o-a' }, false)).toBe(false);
  expect(holds(condition, { [org]: '${aws:SourceIp}' }, false)).toBe(true);
});

describe('what cannot be decided is refused and never ignored', () => {
  test.each([
    ['an operator of another case', { stringequals: { [org]: 'x' } }, /Invalid Condition type/],
    ['an operator that there is not', { StringStarts: { [org]: 'x' } }, /Invalid Condition type/],
    ['Null with IfExists', { NullIfExists: { [org]: 'true' } }, /Invalid Condition type/],
    ['a value that is no text', { StringEquals: { [org]: { a: 1 } } }, /Syntax errors/],
    [
      'a key that the lab does not fill in',
      { StringEquals: { 'aws:SourceVpce': 'x' } },
      /does not know the condition key/,
    ],
  ])('%s', (_what, condition, message) => {
    expect(() => conditionsRead(condition)).toThrow(message);
  });
  test('several values under an operator for one', () => {
    expect(() => holds({ StringEquals: { [aliases]: 'a' } }, { [aliases]: ['a', 'b'] })).toThrow(/several values/);
  });
});
