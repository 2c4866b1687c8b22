// What exit codes of our own steps mean, for people who read why a host gave no result; codes of other steps may be a script's or curl's own.
import { roleExits } from './role-upload.ts';

const meanings: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  verify: { 11: 'the script that arrived is another' },
  identity: { 12: 'curl is not installed', 14: 'the metadata service gives no identity' },
  role: { ...roleExits, 10: 'another run of this check is going on' },
  get: {
    ...roleExits,
    24: 'S3 refused the script',
    25: 'neither the role nor the policy of the bucket lets this instance fetch its script',
  },
  put: roleExits,
};

/** null where the code may be anybody's. */
export function exitMeaning(step: string, exitCode: number): string | null {
  return (Object.hasOwn(meanings, step) ? meanings[step] : undefined)?.[exitCode] ?? null;
}
