// The table of AWS's certificates: each is whole (it verifies by its own key), AWS's, of 2,048 bits, and of one Region alone.
import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { identityCertificates } from './identity-certificates.ts';

const regions = ['ap-northeast-2', 'ap-northeast-1', 'us-east-1'];

it.each(regions)('has the certificate of %s to the last bit', (region) => {
  const [held = ''] = identityCertificates(region);
  const certificate = new X509Certificate(Buffer.from(held, 'base64'));
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.subject).toContain('O=Amazon Web Services LLC');
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
});

it('knows none twice, and none of a Region it does not know', () => {
  expect(new Set(regions.flatMap(identityCertificates)).size).toBe(regions.length);
  expect(identityCertificates('xx-nowhere-1')).toEqual([]);
});
