// The one Command document: download, verify, run, upload, clean up; every parameter patterned and single-quoted.

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

/** Steps besides `run` move a file of at most a megabyte. */
const transferSeconds = 120;

const run = 'd="${BONGSU_STATE:-/run/bongsu}/{{ RunId }}"';
const strict = ['set -eu', 'umask 077', run];

/**
 * The document's JSON, the same bytes for the same input so that its hash can be pinned.
 * Parameters: RunId, ScriptUrl, ScriptSha256, ResultUrl, ResultBytes. Exit codes of our own: 10 this run was started or finished before,
 * 11 the script's hash differs, 12 neither curl nor wget; others are curl's, wget's or the script's.
 */
export function commandDocument(urls: UrlShape, limits: DocumentLimits): string {
  const protocol = urls.tls ? "--proto '=https' --tlsv1.2" : "--proto '=http'";
  const curl = `curl --config - --fail --silent --show-error ${protocol} --connect-timeout 10 --max-time 100 --retry 3`;
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
      step('download', transferSeconds, [
        ...strict,
        'mkdir -p "${d%/*}" && chmod 700 "${d%/*}"',
        // A command that reaches the host twice, or that was sent twice, does its work once: the run's folder says that it is going on,
        // its mark that it is over. The folder is the command's own that made it.
        '{ [ ! -e "$d.done" ] && mkdir "$d"; } || { echo "this run was started before" >&2; exit 10; }',
        'printf %s "${SSM_COMMAND_ID:-}" > "$d/command"',
        'if command -v curl >/dev/null; then',
        `  printf 'url = "%s"\\n' '{{ ScriptUrl }}' | ${curl} --max-filesize 1048576 --output "$d/script.sh"`,
        'elif command -v wget >/dev/null; then',
        `  printf '%s\\n' '{{ ScriptUrl }}' | wget --quiet --tries=3 --timeout=60 --input-file=- --output-document="$d/script.sh"`,
        'else echo "neither curl nor wget is installed" >&2; exit 12; fi',
      ]),
      step('verify', transferSeconds, [
        ...strict,
        `printf '%s  %s\\n' '{{ ScriptSha256 }}' "$d/script.sh" | sha256sum -c - >/dev/null || exit 11`,
      ]),
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
      step(
        'cleanup',
        transferSeconds,
        [
          'set -u',
          run,
          '[ "$(cat "$d/command" 2>/dev/null || echo none)" = "${SSM_COMMAND_ID:-}" ] || exit 0',
          'rm -rf "$d"',
          ': > "$d.done"',
          // Longer than any URL lives: what is refused after that could not upload either.
          'find "${d%/*}" -maxdepth 1 -name "*.done" -mtime +8 -exec rm -f {} +',
        ],
        { finallyStep: true },
      ),
    ],
  });
}

function step(
  name: string,
  timeoutSeconds: number,
  runCommand: readonly string[],
  ending: { finallyStep: true } | { onFailure: 'exit' } = { onFailure: 'exit' },
): object {
  return {
    action: 'aws:runShellScript',
    name,
    precondition: { StringEquals: ['platformType', 'Linux'] },
    inputs: { timeoutSeconds: String(timeoutSeconds), runCommand: ['#!/bin/sh', ...runCommand], ...ending },
  };
}

function string(description: string, allowedPattern: string): Record<string, string> {
  return { type: 'String', description, allowedPattern };
}
