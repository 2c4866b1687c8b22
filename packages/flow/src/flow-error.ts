// The error of this package: an order that cannot be carried out as it stands.

export class FlowError extends Error {
  readonly code: 'plan-refused' | 'no-campaign' | 'no-snapshot' | 'nothing-to-retry';

  constructor(code: FlowError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'FlowError';
    this.code = code;
  }
}
