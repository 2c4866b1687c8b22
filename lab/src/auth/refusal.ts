// In what words each family of services refuses a request that it cannot authenticate.
import { AwsError } from '../endpoint/contract.ts';

export type AuthTrouble =
  | 'missing'
  | 'incomplete'
  | 'unknownKey'
  | 'badToken'
  | 'expiredToken'
  | 'badSignature'
  | 'skewed';

type Family = 'json' | 'query' | 'ec2' | 's3';

const MESSAGES: Readonly<Record<AuthTrouble, string>> = {
  missing: 'Request is missing Authentication Token',
  incomplete: 'The request signature does not conform to AWS standards',
  unknownKey: 'The security token included in the request is invalid.',
  badToken: 'The security token included in the request is invalid.',
  expiredToken: 'The security token included in the request is expired',
  badSignature:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
  skewed: 'Signature expired or not yet current',
};

/**
 * Codes and statuses by family. Sources: the "common errors" pages of SSM (JSON) and STS (query), EC2's and S3's
 * error code lists.
 */
const CODES: Readonly<Record<Family, Readonly<Record<AuthTrouble, readonly [code: string, status: number]>>>> = {
  json: {
    missing: ['MissingAuthenticationTokenException', 400],
    incomplete: ['IncompleteSignatureException', 400],
    unknownKey: ['UnrecognizedClientException', 400],
    badToken: ['UnrecognizedClientException', 400],
    expiredToken: ['ExpiredTokenException', 400],
    badSignature: ['InvalidSignatureException', 400],
    skewed: ['InvalidSignatureException', 400],
  },
  query: {
    missing: ['MissingAuthenticationToken', 403],
    incomplete: ['IncompleteSignature', 403],
    unknownKey: ['InvalidClientTokenId', 403],
    badToken: ['InvalidClientTokenId', 403],
    expiredToken: ['ExpiredToken', 403],
    badSignature: ['SignatureDoesNotMatch', 403],
    skewed: ['SignatureDoesNotMatch', 403],
  },
  ec2: {
    missing: ['MissingAuthenticationToken', 403],
    incomplete: ['IncompleteSignature', 403],
    unknownKey: ['AuthFailure', 401],
    badToken: ['AuthFailure', 401],
    expiredToken: ['RequestExpired', 400],
    badSignature: ['AuthFailure', 401],
    skewed: ['RequestExpired', 400],
  },
  s3: {
    missing: ['AccessDenied', 403],
    incomplete: ['AuthorizationHeaderMalformed', 400],
    unknownKey: ['InvalidAccessKeyId', 403],
    badToken: ['InvalidToken', 400],
    expiredToken: ['ExpiredToken', 400],
    badSignature: ['SignatureDoesNotMatch', 403],
    skewed: ['RequestTimeTooSkewed', 403],
  },
};

const FAMILIES: Readonly<Record<string, Family>> = { s3: 's3', ec2: 'ec2', sts: 'query', iam: 'query' };

/** The error that the service of this signing name would answer. */
export function refusal(service: string, trouble: AuthTrouble, message: string = MESSAGES[trouble]): AwsError {
  const [code, status] = CODES[FAMILIES[service] ?? 'json'][trouble];
  return new AwsError(code, message, status);
}
