// The shell of an upload with the instance's role, for any document whose hosts put their results themselves.
import { curlFor, metadataCurl } from './document-steps.ts';
import { shellText } from './shell-text.ts';

/**
 * Lines that define two functions in a step of a strict shell (`set -eu`). `role_ready` ends the step where the upload could not be made;
 * `role_put FILE URL REGION OWNER` makes it, under the URL's percent-encoded key, and not where that key has an object.
 * Exit codes: 12 no curl, 14 no metadata service (IMDSv2), 15 no role or no credentials of it, 16 nothing to sign with, 24 S3 refused,
 * 25 not allowed by the role's or the bucket's policy, 26 the host's clock is wrong; others are curl's.
 */
export function roleUpload(tls: boolean): readonly string[] {
  // Why S3 refused stands in its answer, which `--fail` would throw away.
  const curl = curlFor(tls).replace(' --fail ', ' ');
  return shellText('role-upload.sh')
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .map((line) => line.replaceAll('@METADATA@', metadataCurl).replaceAll('@CURL@', curl));
}
