// Buckets by host name and by path.
import { describe, expect, test } from 'vitest';
import { readS3Address } from './s3-address.ts';

describe('a bucket', () => {
  test.each([
    ['127.0.0.1:4566', '/bucket-1/a/b', 'bucket-1', '/a/b'],
    ['localhost:4566', '/bucket-1', 'bucket-1', '/'],
    ['[::1]:4566', '/bucket-1/', 'bucket-1', '/'],
    ['bucket-1.localhost:4566', '/a%20b', 'bucket-1', '/a%20b'],
    ['bucket-1.s3.localhost:4566', '/a', 'bucket-1', '/a'],
    ['with.dots.s3.ap-northeast-2.amazonaws.com', '/a', 'with.dots', '/a'],
    ['bucket-1.s3.amazonaws.com', '/a', 'bucket-1', '/a'],
    ['s3.us-east-1.amazonaws.com', '/bucket-1/a', 'bucket-1', '/a'],
    ['127.0.0.1', '/bucket-1//double//slashes/', 'bucket-1', '//double//slashes/'],
  ])('%s %s', (host, rawPath, bucket, path) => {
    expect(readS3Address(host, rawPath)).toEqual({ bucket, path });
  });

  test('is absent where only the service is named', () => {
    expect(readS3Address('s3.localhost:1', '/')).toEqual({ path: '/' });
  });
});
