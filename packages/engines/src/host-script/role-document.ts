// The Command document of role delivery: one send for up to fifty hosts, each of which puts its result with its own instance's role.
import type { DocumentLimits, UrlShape } from './command-document.ts';
import {
  cleanupStep,
  curlFor,
  downloadSteps,
  own,
  ownRunStep,
  step,
  strict,
  string,
  transferSeconds,
} from './document-steps.ts';
import { roleUpload } from './role-upload.ts';

/**
 * The document's JSON, the same bytes for the same input so that its hash can be pinned.
 * Parameters: RunId (the batch's), ScriptUrl, ScriptSha256, ResultUrl (what stands before the instance's id in the URL of its result),
 * ResultRegion, ResultOwner and ResultBytes. Exit codes of our own besides those of `commandDocument` and of `roleUpload`: 13 no instance
 * id, 23 the result is too large. A host that could not upload does not run the script.
 */
export function roleDocument(urls: UrlShape & { readonly object: string }, limits: DocumentLimits): string {
  const upload = roleUpload(urls.tls);
  return JSON.stringify({
    schemaVersion: '2.2',
    description: 'Bongsu host check: fetches one pinned script, runs its read-only probes, uploads one result by role.',
    parameters: {
      RunId: string('Id of this batch', '^[a-z0-9-]{8,64}$'),
      ScriptUrl: string('Where to fetch the script', urls.script),
      ScriptSha256: string('SHA-256 of the script', '^[0-9a-f]{64}$'),
      ResultUrl: string('Where results of this account and Region are put, each under its instance', urls.object),
      ResultRegion: string('Region of the bucket', '^[a-z0-9-]{1,40}$'),
      ResultOwner: string('Account that owns the bucket', '^[0-9]{12}$'),
      ResultBytes: string('Most bytes of a result', '^[1-9][0-9]{3,7}$'),
    },
    mainSteps: [
      ...downloadSteps(curlFor(urls.tls)),
      step('role', transferSeconds, [...strict, ...own, ...upload, 'role_ready']),
      ownRunStep(limits.executionSeconds),
      step('put', transferSeconds, [
        ...strict,
        ...own,
        ...upload,
        `role_put "$d/result.tar.gz" '{{ ResultUrl }}'"$i"/'{{ RunId }}'"-$i.tar.gz" '{{ ResultRegion }}' '{{ ResultOwner }}'`,
      ]),
      cleanupStep,
    ],
  });
}
