// The Command document of batches: one send for up to fifty hosts, each of which uploads by the same form and proves who it is.
import type { DocumentLimits, UrlShape } from './command-document.ts';
import {
  cleanupStep,
  curlFor,
  downloadSteps,
  metadataCurl,
  own,
  ownRunStep,
  step,
  strict,
  string,
  transferSeconds,
} from './document-steps.ts';

const base64 = '[A-Za-z0-9+/]+={0,2}';

/**
 * The document's JSON, the same bytes for the same input so that its hash can be pinned.
 * Parameters: RunId (the batch's), ScriptUrl, ScriptSha256, ResultUrl, ResultPrefix, ResultBytes and the form's Policy, Credential, Date,
 * Signature and Token. Exit codes of our own besides those of `commandDocument`: 12 no curl (wget sends no forms), 13 no instance id,
 * 14 the metadata service gives no identity (IMDSv2; `http-endpoint` off, or a hybrid node), 23 the result is too large.
 */
export function batchDocument(urls: UrlShape & { readonly form: string }, limits: DocumentLimits): string {
  const curl = curlFor(urls.tls);
  const field = (name: string, parameter: string): string =>
    `  printf 'form-string = "${name}=%s"\\n' '{{ ${parameter} }}'`;
  return JSON.stringify({
    schemaVersion: '2.2',
    description: 'Bongsu host check: fetches one pinned script, runs its read-only probes, uploads one proven result.',
    parameters: {
      RunId: string('Id of this batch', '^[a-z0-9-]{8,64}$'),
      ScriptUrl: string('Where to fetch the script', urls.script),
      ScriptSha256: string('SHA-256 of the script', '^[0-9a-f]{64}$'),
      ResultUrl: string('Where to post results', urls.form),
      ResultPrefix: string('What the key of each result begins with', '^[A-Za-z0-9/_.-]{1,200}/$'),
      ResultBytes: string('Most bytes of a result', '^[1-9][0-9]{3,7}$'),
      Policy: string('What the form allows', `^${base64}$`),
      Credential: string('Who signed it', '^[A-Za-z0-9/_-]{1,200}$'),
      Date: string('When it was signed', '^[0-9]{8}T[0-9]{6}Z$'),
      Signature: string('Signature of the policy', '^[0-9a-f]{64}$'),
      Token: string('Session of the signer, or none', `^(?:none|${base64})$`),
    },
    mainSteps: [
      ...downloadSteps(curl),
      step('identity', transferSeconds, [
        ...strict,
        'command -v curl >/dev/null || { echo "curl is not installed" >&2; exit 12; }',
        'm=${BONGSU_METADATA:-http://169.254.169.254}/latest',
        `t=$(printf 'url = "%s"\\nheader = "X-aws-ec2-metadata-token-ttl-seconds: 60"\\n' "$m/api/token" | ${metadataCurl} --request PUT) || exit 14`,
        `printf 'url = "%s"\\nheader = "X-aws-ec2-metadata-token: %s"\\n' "$m/dynamic/instance-identity/rsa2048" "$t" | ${metadataCurl} --max-filesize 8000 --output "$d/identity" || exit 14`,
        '[ -s "$d/identity" ] || exit 14',
      ]),
      ownRunStep(limits.executionSeconds),
      step('upload', transferSeconds, [
        ...strict,
        ...own,
        '{',
        "  printf 'bongsu-identity 1\\n'",
        '  tr -cd A-Za-z0-9+/= < "$d/identity"',
        "  printf '\\n'",
        '  cat "$d/result.tar.gz"',
        '} > "$d/upload"',
        // A name that no other host of the batch can guess: what it cannot name it cannot write over.
        'n=$(od -An -N16 -tx1 /dev/urandom | tr -cd 0-9a-f)',
        '{',
        `  printf 'url = "%s"\\n' '{{ ResultUrl }}'`,
        `  printf 'form-string = "key=%s%s-%s/%s.tar.gz"\\n' '{{ ResultPrefix }}' '{{ RunId }}' "$i" "$n"`,
        `  printf 'form-string = "x-amz-algorithm=AWS4-HMAC-SHA256"\\n'`,
        field('policy', 'Policy'),
        field('x-amz-credential', 'Credential'),
        field('x-amz-date', 'Date'),
        field('x-amz-signature', 'Signature'),
        `  [ '{{ Token }}' = none ] || ${field('x-amz-security-token', 'Token').trim()}`,
        // S3 reads no field after the file.
        `  printf 'form = "file=@%s"\\n' "$d/upload"`,
        `} | ${curl} --output /dev/null --header 'Expect:'`,
      ]),
      cleanupStep,
    ],
  });
}
