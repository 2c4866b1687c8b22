// The shell of transfers with the instance's role, for any document whose hosts put their results themselves.
import { curlFor, metadataCurl } from './document-steps.ts';
import { shellText } from './shell-text.ts';

/** Exit codes of these lines, and what they mean; others are curl's. */
export const roleExits: Readonly<Record<number, string>> = {
  12: 'curl is not installed',
  13: 'the agent does not say which instance this is',
  14: 'the metadata service (IMDSv2) does not answer',
  15: 'the instance has no role, or the role no credentials',
  16: 'nothing is there to sign with: sha256sum, od, sed, tr, cut, date or a printf of the shell',
  24: 'S3 refused the result',
  25: 'neither the role nor the policy of the bucket lets this instance put its result',
  26: 'the clock of the host is wrong',
};

/**
 * Lines that define three functions in a step of a strict shell (`set -eu`). `role_ready` ends the step where the upload could not be made;
 * `role_put FILE URL REGION OWNER` makes it, under the URL's percent-encoded key, and not where that key has an object; `role_get` fetches
 * one. A step that uses them is named `role`, `get` or `put`, by which `exitMeaning` knows its codes.
 */
export function roleUpload(tls: boolean): readonly string[] {
  // Why S3 refused stands in its answer, which `--fail` would throw away.
  const curl = curlFor(tls).replace(' --fail ', ' ');
  return shellText('role-upload.sh')
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .map((line) => line.replaceAll('@METADATA@', metadataCurl).replaceAll('@CURL@', curl));
}
