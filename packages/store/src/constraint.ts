// Says a refused constraint of the database in the words of this package.
import { StoreError, type StoreErrorCode } from './store-error.ts';

/** SQLSTATE (PostgreSQL manual, appendix A) to the code of this package; any other is a bug and is thrown on. */
const refusals: Readonly<Record<string, StoreErrorCode>> = {
  '23505': 'conflict', // unique_violation
  '21000': 'conflict', // cardinality_violation: the same row twice in one upsert
  '23503': 'not-found', // foreign_key_violation
  '23514': 'invalid-input', // check_violation
  '22007': 'invalid-input', // invalid_datetime_format
  '22008': 'invalid-input', // datetime_field_overflow
  '22021': 'invalid-input', // character_not_in_repertoire: NUL in an id
};

/** Takes what is being recorded, for the message, and the work; throws StoreError where the database refuses it. */
export async function recording<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = refusals[sqlState(error)];
    if (code === undefined) throw error;
    throw new StoreError(code, `${what} was not recorded: ${(error as Error).message}`, error);
  }
}

/** The SQLSTATE, or the system's own code, of what was thrown; empty where it has none. */
export function sqlState(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
