// Paging keeps what it saw and says what it did not; no failure makes a shorter list look whole.
import { expect, test } from 'vitest';
import { AwsError } from './aws-error.ts';
import { gapOf, pages, translated, type Page, type Where } from './call.ts';

const where: Where = { call: 'ec2:DescribeInstances', accountId: '111122223333', region: 'ap-northeast-2' };

function denied(message: string) {
  return Object.assign(new Error(message), {
    name: 'AccessDenied',
    $fault: 'client',
    $metadata: { httpStatusCode: 403 },
  });
}

/** Serves pages of one letter each; the page in question does what is asked of it. */
function letters(text: string, odd: Record<number, () => Page<string>> = {}) {
  return async (token: string | undefined): Promise<Page<string>> => {
    const at = Number(token ?? 0);
    const special = odd[at];
    if (special !== undefined) return special();
    return { items: [text.charAt(at)], next: at + 1 < text.length ? String(at + 1) : undefined };
  };
}

test('reads to the end', async () => {
  expect(await pages(where, letters('abcd'))).toEqual({ items: ['a', 'b', 'c', 'd'], gaps: [] });
});

for (const failing of [0, 1, 2, 3]) {
  test(`page ${failing + 1} of 4 denied: the pages before it and a gap`, async () => {
    const fail = () => {
      throw denied('no');
    };
    const seen = await pages(where, letters('abcd', { [failing]: fail }));
    expect(seen.items).toEqual([...'abcd'.slice(0, failing)]);
    expect(seen.gaps).toMatchObject([{ ...where, code: 'AccessDenied', missingPermission: 'ec2:DescribeInstances' }]);
  });

  test(`page ${failing + 1} of 4 without a list: the pages before it and a gap`, async () => {
    const seen = await pages(where, letters('abcd', { [failing]: () => ({ items: undefined, next: undefined }) }));
    expect(seen.items).toEqual([...'abcd'.slice(0, failing)]);
    expect(seen.gaps).toMatchObject([{ code: 'MalformedAnswer' }]);
  });
}

test('a token that comes twice ends with a gap and not in a circle', async () => {
  const seen = await pages(where, letters('abcd', { 2: () => ({ items: ['c'], next: '1' }) }));
  expect(seen.items).toEqual(['a', 'b', 'c']);
  expect(seen.gaps).toMatchObject([{ code: 'RepeatedToken' }]);
});

test('a bug in reading is thrown, not listed as a gap', async () => {
  const bug = () => {
    throw new TypeError('x is not a function');
  };
  await expect(pages(where, letters('ab', { 1: bug }))).rejects.toThrow(TypeError);
});

test('the denied action is read from the message, else it is the call', () => {
  const told = 'User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: kms:Decrypt on resource: x';
  expect(gapOf(denied(told), where).missingPermission).toBe('kms:Decrypt');
  expect(gapOf(denied('You are not allowed'), where).missingPermission).toBe('ec2:DescribeInstances');
});

test('a session that could not be opened keeps its own gap', () => {
  const own = {
    accountId: '1',
    region: null,
    call: 'sts:AssumeRole',
    code: 'AccessDenied',
    message: '',
    missingPermission: 'sts:AssumeRole',
  };
  expect(gapOf(new AwsError('no-session', 'no', own), where)).toBe(own);
});

test('an item that cannot be translated leaves one gap for each kind of trouble', () => {
  const seen = translated({ items: [1, 2, 3, 4], gaps: [] }, where, (item, tell) => {
    if (item % 2 === 0) return item;
    tell('UnknownWord', 'odd');
    return null;
  });
  expect(seen.items).toEqual([2, 4]);
  expect(seen.gaps).toMatchObject([{ code: 'UnknownWord', message: 'odd (2 items)' }]);
});
