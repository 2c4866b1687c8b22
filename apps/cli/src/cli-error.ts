// The error of the command line: what a person must change, with the exit code scripts see.

/** 1: could not be done; 2: bad input. */
export type ExitCode = 1 | 2;

export class CliError extends Error {
  readonly code: 'bad-config' | 'bad-input' | 'refused' | 'nothing-there';

  constructor(code: CliError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CliError';
    this.code = code;
  }

  get exitCode(): ExitCode {
    return this.code === 'bad-config' || this.code === 'bad-input' ? 2 : 1;
  }
}
