// The error of this package: what a port promised and could not give, with the gap that says why.
import type { Gap } from '@bongsu/core';

export class AwsError extends Error {
  /** `no-session`: no credentials for the account; `call-failed`: a call failed; `bad-policy`: a policy is too long to send. */
  readonly code: 'no-session' | 'call-failed' | 'bad-policy';
  /** What could not be done, ready to be shown; null where no call was made. */
  readonly gap: Gap | null;

  constructor(code: AwsError['code'], message: string, gap: Gap | null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AwsError';
    this.code = code;
    this.gap = gap;
  }
}
