// The one way the codec refuses what a client sent.
import { AwsError } from '../endpoint/contract.ts';

/** A request that cannot be read as its schema says; S3 answers `MalformedXML`, the others this code. */
export function malformed(what: string, code = 'SerializationException'): AwsError {
  return new AwsError(code, what, 400);
}
