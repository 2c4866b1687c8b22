// What a URL of the exchange may look like, and what must never pass for one.
import { expect, test } from 'vitest';
import { objectShapeOf, urlShapeOf } from './url-shape.ts';

const base = 'https://check-bucket.s3.ap-northeast-2.amazonaws.com';
const query = '?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20260101%2Fs3&x-id=GetObject';
const shape = urlShapeOf(`${base}/sample${query}`, 'sample');

test('takes URLs of the same host and bucket', () => {
  expect(`${base}/v1/run_1/111122223333/i-0abc/result.tar.gz${query}`).toMatch(new RegExp(shape));
});

test.each([
  ['another host', `https://evil.example/v1/a${query}`],
  [
    'a host that our dots would match if they were not escaped',
    `https://check-bucketxs3.ap-northeast-2.amazonaws.com/a${query}`,
  ],
  ['a longer host', `${base}.evil.example/a${query}`],
  ['credentials before the host', `https://x@check-bucket.s3.ap-northeast-2.amazonaws.com/a${query}`],
  ['plain HTTP', `${base.replace('https', 'http')}/a${query}`],
  ['text before it', ` ${base}/a${query}`],
  ['a second line', `${base}/a${query}\nrm -rf /`],
  ['a command after it', `${base}/a${query};id`],
  ['a substitution', `${base}/a${query}$(id)`],
  ['a quote', `${base}/a'${query}`],
  ['no signature at all', `${base}/a`],
])('refuses %s', (_, url) => {
  expect(url).not.toMatch(new RegExp(shape));
});

test('keeps port and path of a custom endpoint', () => {
  const lab = urlShapeOf(`http://127.0.0.1:4566/s3/bucket/sample${query}`, 'sample');
  expect(`http://127.0.0.1:4566/s3/bucket/v1/a${query}`).toMatch(new RegExp(lab));
  expect(`http://127.0.0.1:4567/s3/bucket/v1/a${query}`).not.toMatch(new RegExp(lab));
});

test('holds nothing that Go or the shell would read differently', () => {
  expect(shape.startsWith('^') && shape.endsWith('$')).toBe(true);
  expect(shape.slice(1, -1)).not.toMatch(/[$'"`;<> ]|\(\?/);
  for (const [, most = ''] of shape.matchAll(/\{\d+,(\d+)\}/g)) expect(Number(most)).toBeLessThanOrEqual(1_000);
});

test('says so when the sample does not hold its key', () => {
  expect(() => urlShapeOf('https://host/other?x', 'sample')).toThrow(RangeError);
});

test('the beginning of URLs that hosts sign is of the same bucket, unsigned, and ends where a name follows', () => {
  const object = new RegExp(objectShapeOf(`${base}/sample${query}`, 'sample'));
  const good = `${base}/role/c1/111122223333/ap-northeast-2/arn%3Aaws%3Aec2%3Aap-northeast-2%3A111122223333%3Ainstance/`;
  expect(good).toMatch(object);
  const others = [
    good.slice(0, -1),
    `${good}?x`,
    `${good}'`,
    `${good}$(id)/`,
    `${good}\n`,
    good.replace('check', 'evil'),
  ];
  for (const one of others) expect(one).not.toMatch(object);
  expect(object.source).not.toMatch(/[;"'` ]/);
});
