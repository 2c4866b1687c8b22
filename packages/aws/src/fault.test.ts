// Which kind of trouble each error is, and that bugs are not trouble.
import { describe, expect, test } from 'vitest';
import { clean, faultOf } from './fault.ts';

function service(name: string, status: number, message = 'no') {
  return Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode: status } });
}

describe('answers of the service', () => {
  test.each([
    ['AccessDeniedException', 400, 'denied'],
    ['UnauthorizedOperation', 403, 'denied'],
    ['ExpiredTokenException', 400, 'expired'],
    ['ExpiredToken', 403, 'expired'],
    ['UnrecognizedClientException', 400, 'expired'],
    ['InvalidClientTokenId', 403, 'expired'],
    ['InvalidAccessKeyId', 403, 'expired'],
    ['InvalidToken', 400, 'expired'],
    ['ThrottlingException', 400, 'throttled'],
    ['RequestLimitExceeded', 503, 'throttled'],
    ['SlowDown', 503, 'throttled'],
    ['LimitExceededException', 400, 'limit'],
    ['DocumentLimitExceeded', 400, 'limit'],
    ['DocumentPermissionLimit', 400, 'limit'],
    ['InternalServerError', 500, 'server'],
    ['RequestTimeout', 400, 'timeout'],
    ['InvalidInstanceId', 400, 'refused'],
  ])('%s with status %i is %s', (name, status, kind) => {
    expect(faultOf(service(name, status))).toMatchObject({ kind, code: name });
  });

  test('an error without a name of its own is called by its status', () => {
    expect(faultOf(service('Unknown', 403))).toMatchObject({ kind: 'refused', code: 'Http403' });
    expect(faultOf(service('Unknown', 429))).toMatchObject({ kind: 'throttled', code: 'Http429' });
    expect(faultOf(service('Unknown', 502))).toMatchObject({ kind: 'server', code: 'Http502' });
  });
});

describe('no answer that can be read', () => {
  test.each([
    [
      'a reset, which the SDK names TimeoutError',
      { name: 'TimeoutError', code: 'ECONNRESET' },
      'network',
      'NetworkError',
    ],
    ['a refused connection', { code: 'ECONNREFUSED' }, 'network', 'NetworkError'],
    [
      'a body cut off by the network',
      { code: 'ECONNRESET', $metadata: { httpStatusCode: 200 } },
      'network',
      'NetworkError',
    ],
    ['a time-out of the answer', { name: 'TimeoutError', code: 'ETIMEDOUT' }, 'timeout', 'TimeoutError'],
    ['a silent body', { name: 'TimeoutError', $metadata: { httpStatusCode: 200 } }, 'timeout', 'TimeoutError'],
    ['no credentials', { name: 'CredentialsProviderError' }, 'refused', 'NoCredentials'],
    ['JSON cut short', { name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }, 'malformed', 'MalformedAnswer'],
    ['a page of a load balancer', { name: 'SyntaxError', $metadata: { httpStatusCode: 503 } }, 'server', 'Http503'],
  ])('%s', (_, members, kind, code) => {
    expect(faultOf(Object.assign(new Error('x\n  Deserialization hint'), members))).toMatchObject({ kind, code });
  });
});

test('a bug is not a fault', () => {
  expect(faultOf(new TypeError('undefined is not a function'))).toBeNull();
  expect(faultOf(Object.assign(new RangeError('x'), { $metadata: { attempts: 1 } }))).toBeNull();
  expect(faultOf(Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeNull();
  expect(faultOf('text')).toBeNull();
});

test('messages lose control characters and turned text, and end at 300 characters', () => {
  expect(clean('a\u0000b\u001b[31mc\r\nd\u202ee')).toBe('a b [31mc d e');
  expect(Array.from(clean('봉'.repeat(400)))).toHaveLength(300);
});
