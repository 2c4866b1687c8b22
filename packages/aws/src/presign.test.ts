// Presigned URLs against a second implementation (botocore), and what they enforce.
import { spawnSync } from 'node:child_process';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { signedGet, signedPut } from './presign.ts';

const region = 'ap-northeast-2';
const longLived = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalr/XUtnFEMI+K7MDENG' };
const session = { ...longLived, sessionToken: `${'IQoJb3JpZ2luX2Vj/+'.repeat(40)}==` };
const onAws = { region, requestChecksumCalculation: 'WHEN_REQUIRED' } as const;
const inLab = { ...onAws, endpoint: 'http://127.0.0.1:4566/s3', forcePathStyle: true };
const order = { bucket: 'check-bucket', key: 'v1/run_1/111122223333/i-0abc/result.tar.gz', seconds: 900 };
const bytes = 65_536;
const conditions = { 'if-none-match': '*', 'content-length': String(bytes) };

const byName = ([one]: readonly string[], [other]: readonly string[]) => (String(one) < String(other) ? -1 : 1);

/** Signs again what stands in a URL, from its plain parts, and prints the parameters that botocore would add. */
const botocore = `
import json, sys, datetime, botocore.auth, botocore.awsrequest, botocore.credentials
from urllib.parse import urlsplit, parse_qsl, urlencode
added = {'X-Amz-Algorithm','X-Amz-Credential','X-Amz-Date','X-Amz-Expires','X-Amz-SignedHeaders','X-Amz-Security-Token','X-Amz-Signature'}
answers = []
for case in json.load(sys.stdin):
    parts = urlsplit(case['url']); given = parse_qsl(parts.query)
    when = datetime.datetime.strptime(dict(given)['X-Amz-Date'], '%Y%m%dT%H%M%SZ')
    botocore.auth.get_current_datetime = lambda: when
    plain = parts._replace(query=urlencode([pair for pair in given if pair[0] not in added])).geturl()
    request = botocore.awsrequest.AWSRequest(method=case['method'], url=plain, headers=case['headers'])
    credentials = botocore.credentials.Credentials(case['accessKeyId'], case['secretAccessKey'], case.get('sessionToken'))
    botocore.auth.S3SigV4QueryAuth(credentials, 's3', '${region}', expires=int(dict(given)['X-Amz-Expires'])).add_auth(request)
    answers.append(sorted(parse_qsl(urlsplit(request.url).query)))
json.dump(answers, sys.stdout)
`;

const absent = spawnSync('python3', ['-c', 'import botocore']).status !== 0;
if (absent) console.warn('SKIPPED: python3 with botocore is not on this machine, so signatures are not compared');

describe.skipIf(absent)('botocore signs the same', () => {
  const cases = [longLived, session].flatMap((credentials) =>
    [onAws, inLab].flatMap((place) => (['GET', 'PUT'] as const).map((method) => ({ credentials, place, method }))),
  );
  test(`in ${cases.length} cases, parameter by parameter`, async () => {
    const ours = await Promise.all(
      cases.map(async ({ credentials, place, method }) => {
        const client = new S3Client({ ...place, credentials });
        const url = method === 'GET' ? await signedGet(client, order) : await signedPut(client, order, bytes);
        return { ...credentials, url, method, headers: method === 'GET' ? {} : conditions };
      }),
    );
    const answer = spawnSync('python3', ['-c', botocore], { input: JSON.stringify(ours), encoding: 'utf8' });
    expect(answer.stderr).toBe('');
    const sorted = ours.map(({ url }) => [...new URL(url).searchParams].sort(byName));
    expect(sorted.every((pairs) => pairs.some(([name]) => name === 'X-Amz-Signature'))).toBe(true);
    expect(JSON.parse(answer.stdout)).toEqual(sorted);
  });
});

describe('a URL', () => {
  const client = new S3Client({ ...onAws, credentials: session });

  test('signs write-once and the exact size as headers, and no checksum of an empty body', async () => {
    const { searchParams } = new URL(await signedPut(client, order, bytes));
    expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;host;if-none-match');
    expect([...searchParams.keys()].filter((name) => /checksum|crc32|sdk-/i.test(name))).toEqual([]);
  });

  test('lives as long as asked, up to seven days', async () => {
    expect(new URL(await signedGet(client, { ...order, seconds: 604_800 })).searchParams.get('X-Amz-Expires')).toBe(
      '604800',
    );
    await expect(signedGet(client, { ...order, seconds: 604_801 })).rejects.toThrow(RangeError);
    await expect(signedGet(client, { ...order, seconds: 0.5 })).rejects.toThrow(RangeError);
  });

  test('is never made for a key that its pattern would refuse', async () => {
    for (const key of ['a b', "a'b", 'a=b', '봉수', '']) {
      await expect(signedGet(client, { ...order, key })).rejects.toThrow(RangeError);
    }
  });
});
