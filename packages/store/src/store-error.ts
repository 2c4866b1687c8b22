// The error of this package: why the store refused, as a closed code.

/**
 * `locked`: another process has the directory open. `newer-schema`: written by a later version of this program.
 * `unreadable`: what is on disk is not what was written. `conflict`: against what is already recorded.
 * `not-found`: names a thing that is not recorded. `invalid-input`: can never be recorded.
 * Of a server: `unreachable`: no connection. `unfit`: its version or settings. `forbidden`: rights are missing.
 */
export type StoreErrorCode =
  | 'locked'
  | 'newer-schema'
  | 'unreadable'
  | 'conflict'
  | 'not-found'
  | 'invalid-input'
  | 'unreachable'
  | 'unfit'
  | 'forbidden';

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
