// The parts that command documents are made of: steps in a strict shell, patterned parameters, the download and the cleanup that all share.

/** Steps besides `run` move a file of at most a megabyte. */
export const transferSeconds = 120;

export const run = 'd="${BONGSU_STATE:-/run/bongsu}/{{ RunId }}"';
export const strict = ['set -eu', 'umask 077', run];

/** curl as every step calls it: what it fetches or sends stands in a configuration on its input, where no list of processes shows it. */
export function curlFor(tls: boolean): string {
  const protocol = tls ? "--proto '=https' --tlsv1.2" : "--proto '=http'";
  return `curl --config - --fail --silent --show-error ${protocol} --connect-timeout 10 --max-time 100 --retry 3`;
}

/** The metadata service is on the host's own link: plain HTTP, no proxy, and an answer at once or never. */
export const metadataCurl =
  "curl --config - --fail --silent --show-error --proto '=http' --noproxy '*' --connect-timeout 2 --max-time 5 --retry 2";

/** Each host's run id is the batch's and its own name, which the agent gives to every step; it is made of what a key may hold. */
export const own = [
  'i=${AWS_SSM_INSTANCE_ID:-}',
  'case $i in "" | *[!a-z0-9-]*) echo "the agent does not say which instance this is" >&2; exit 13 ;; esac',
];

/** Runs the script under a name of the host's own, which `naming` puts together; how large its result may be is said by a parameter. */
export function ownRunStep(
  executionSeconds: number,
  naming: readonly string[] = [...own, 'r=\'{{ RunId }}\'"-$i"'],
): object {
  return step('run', executionSeconds, [
    ...strict,
    ...naming,
    'export TMPDIR="$d" BONGSU_STATE="${d%/*}"',
    'export BONGSU_RUN="$r" BONGSU_RESULT_BYTES=0',
    'nice -n 19 sh "$d/script.sh" "$d/result.tar.gz"',
    `[ "$(wc -c < "$d/result.tar.gz")" -le '{{ ResultBytes }}' ] || { echo "the result is too large" >&2; exit 23; }`,
  ]);
}

/** Takes the run for this command, fetches its script and holds it against its hash. */
export function downloadSteps(curl: string): object[] {
  return [
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
    verifyStep,
  ];
}

/** Holds the script that was fetched against its hash. */
export const verifyStep: object = step('verify', transferSeconds, [
  ...strict,
  `printf '%s  %s\\n' '{{ ScriptSha256 }}' "$d/script.sh" | sha256sum -c - >/dev/null || exit 11`,
]);

/** Also after a step that failed: nothing of a run stays but the mark that it was. */
export const cleanupStep: object = step(
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
);

export function step(
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

export function string(description: string, allowedPattern: string): Record<string, string> {
  return { type: 'String', description, allowedPattern };
}
