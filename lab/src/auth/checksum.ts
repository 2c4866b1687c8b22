// The checksums a client may send with a body: Content-MD5 and S3's x-amz-checksum family.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../endpoint/contract.ts';

/** Reflected polynomial of CRC-32C (Castagnoli), RFC 3720 appendix B.4. */
const CRC32C_POLYNOMIAL = 0x82f63b78;
/** Reflected polynomial of CRC-64/NVME, NVM Express command set specification 1.0, section 5.2.1.3.4. */
const CRC64NVME_POLYNOMIAL = 0x9a6c9329ac4bc9b5n;

const crc32cTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ CRC32C_POLYNOMIAL : value >>> 1;
  return value >>> 0;
});
const crc64Table = BigUint64Array.from({ length: 256 }, (_, index) => {
  let value = BigInt(index);
  for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ CRC64NVME_POLYNOMIAL : value >> 1n;
  return value;
});

function crc32c(body: Buffer): number {
  let value = 0xffffffff;
  for (const byte of body) value = (value >>> 8) ^ (crc32cTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

function crc64nvme(body: Buffer): bigint {
  let value = 0xffffffffffffffffn;
  for (const byte of body) value = (value >> 8n) ^ (crc64Table[Number((value ^ BigInt(byte)) & 0xffn)] ?? 0n);
  return value ^ 0xffffffffffffffffn;
}

const hex = (value: number | bigint, digits: number): Buffer =>
  Buffer.from(value.toString(16).padStart(digits, '0'), 'hex');

const ALGORITHMS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  'content-md5': (body) => createHash('md5').update(body).digest(),
  'x-amz-checksum-crc32': (body) => hex(crc32(body), 8),
  'x-amz-checksum-crc32c': (body) => hex(crc32c(body), 8),
  'x-amz-checksum-crc64nvme': (body) => hex(crc64nvme(body), 16),
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest(),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest(),
};

/** Refuses a body that differs from any checksum sent with it (S3's `BadDigest`). */
export function checkBodyChecksums(headers: Readonly<Record<string, string>>, body: Buffer): void {
  for (const [name, compute] of Object.entries(ALGORITHMS)) {
    const sent = headers[name];
    if (sent === undefined || sent === compute(body).toString('base64')) continue;
    throw new AwsError('BadDigest', `The ${name} you specified did not match what we received.`, 400);
  }
}
