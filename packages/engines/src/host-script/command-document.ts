// The one Command document: download, verify, run, upload, clean up; every parameter patterned and single-quoted.
import { cleanupStep, curlFor, downloadSteps, step, strict, string, transferSeconds } from './document-steps.ts';

export interface UrlShape {
  /** Anchored patterns without quotes, `$`, backslash-escapes of shells or spaces: what they let through is inert in single quotes. */
  readonly script: string;
  readonly result: string;
  readonly tls: boolean;
}

export interface DocumentLimits {
  /** timeoutSeconds of the run step: 5 to 172,800, else the agent silently takes 3,600 (agent source, 2024). */
  readonly executionSeconds: number;
}

/**
 * The document's JSON, the same bytes for the same input so that its hash can be pinned.
 * Parameters: RunId, ScriptUrl, ScriptSha256, ResultUrl, ResultBytes. Exit codes of our own: 10 this run was started or finished before,
 * 11 the script's hash differs, 12 neither curl nor wget; others are curl's, wget's or the script's.
 */
export function commandDocument(urls: UrlShape, limits: DocumentLimits): string {
  const curl = curlFor(urls.tls);
  return JSON.stringify({
    schemaVersion: '2.2',
    description: 'Bongsu host check: fetches one pinned script, runs its read-only probes, uploads one result.',
    parameters: {
      RunId: string('Run id of this instance', '^[a-z0-9-]{8,64}$'),
      ScriptUrl: string('Where to fetch the script', urls.script),
      ScriptSha256: string('SHA-256 of the script', '^[0-9a-f]{64}$'),
      ResultUrl: string('Where to put the result, once', urls.result),
      ResultBytes: string('Exact size of the result', '^[1-9][0-9]{3,7}$'),
    },
    mainSteps: [
      ...downloadSteps(curl),
      step('run', limits.executionSeconds, [
        ...strict,
        'export TMPDIR="$d" BONGSU_STATE="${d%/*}"',
        "export BONGSU_RUN='{{ RunId }}' BONGSU_RESULT_BYTES='{{ ResultBytes }}'",
        'nice -n 19 sh "$d/script.sh" "$d/result.tar.gz"',
      ]),
      step('upload', transferSeconds, [
        ...strict,
        'if command -v curl >/dev/null; then',
        `  printf 'url = "%s"\\n' '{{ ResultUrl }}' | ${curl} --output /dev/null --header 'If-None-Match: *' --header 'Content-Type:' --header 'Expect:' --upload-file "$d/result.tar.gz"`,
        'else',
        `  printf '%s\\n' '{{ ResultUrl }}' | wget --quiet --tries=1 --timeout=60 --input-file=- --output-document=/dev/null --method=PUT --header='If-None-Match: *' --body-file="$d/result.tar.gz"`,
        'fi',
      ]),
      cleanupStep,
    ],
  });
}
