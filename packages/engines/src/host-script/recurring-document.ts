// The Command document of associations: the same for every node and every run, so each fetches the script and puts its result with its role.
import type { DocumentLimits } from './command-document.ts';
import { own, ownRunStep, run, step, strict, string, transferSeconds, verifyStep } from './document-steps.ts';
import { roleUpload } from './role-upload.ts';

/** What names this run, as its first step wrote it down: the day or hour of its beginning, and its own name. */
const named = ['read -r s r < "$d/run"'];

/**
 * The document's JSON, the same bytes for the same input. Parameters, the same for all runs in one account and Region: RunId (the check's),
 * ScriptPrefix, ScriptSha256, ResultPrefix, Stamp, ResultPath, ResultRegion, ResultOwner and ResultBytes. A result's key is made of
 * ResultPrefix, the stamp, ResultPath, the instance's id and a name that the host makes for each run. Exit codes of our own besides those of
 * `roleUpload`: 10 another run of this check is going on, 11 the script's hash differs, 23 the result is too large.
 *
 * State Manager may give every run of an association the same SSM_COMMAND_ID (agent source, association parser: it is the association's id),
 * so that a run is told by its folder, and not by that.
 */
export function recurringDocument(
  urls: { readonly object: string; readonly tls: boolean },
  limits: DocumentLimits,
): string {
  const role = roleUpload(urls.tls);
  // The steps may take so long; a folder that is older was left by a run that was cut short.
  const minutesMost = Math.ceil((limits.executionSeconds + 5 * transferSeconds) / 60);
  return JSON.stringify({
    schemaVersion: '2.2',
    description:
      'Bongsu recurring host check: fetches one pinned script by role, runs its read-only probes, uploads one result.',
    parameters: {
      RunId: string('Name of this check', '^[a-z0-9-]{3,64}$'),
      ScriptPrefix: string('Where scripts lie', urls.object),
      ScriptSha256: string('SHA-256 of the script, which is its name', '^[0-9a-f]{64}$'),
      ResultPrefix: string('Where results of this check are put', urls.object),
      Stamp: string('Date format by which results are put together', '^%Y%m%d(?:t%H)?$'),
      ResultPath: string('Account, Region and ARN before the instance’s id', '^[A-Za-z0-9/_.%-]{1,300}/$'),
      ResultRegion: string('Region of the bucket', '^[a-z0-9-]{1,40}$'),
      ResultOwner: string('Account that owns the bucket', '^[0-9]{12}$'),
      ResultBytes: string('Most bytes of a result', '^[1-9][0-9]{3,7}$'),
    },
    mainSteps: [
      step('role', transferSeconds, [
        ...strict,
        ...own,
        ...role,
        'role_ready',
        'mkdir -p "${d%/*}" && chmod 700 "${d%/*}"',
        `[ -z "$(find "$d" -maxdepth 0 -mmin +${minutesMost} 2>/dev/null)" ] || rm -rf "$d"`,
        'mkdir "$d" 2>/dev/null || { echo "another run of this check is going on" >&2; exit 10; }',
        'printf %s "${SSM_COMMAND_ID:-}" > "$d/command"',
        `n=$(od -An -N4 -tx1 /dev/urandom | tr -cd 0-9a-f)`,
        `date -u "+{{ Stamp }} %Y%m%dt%H%M%Sz-$n" > "$d/run"`,
      ]),
      step('get', transferSeconds, [
        ...strict,
        ...role,
        `role_get "$d/script.sh" '{{ ScriptPrefix }}{{ ScriptSha256 }}.sh' '{{ ResultRegion }}' '{{ ResultOwner }}'`,
      ]),
      verifyStep,
      ownRunStep(limits.executionSeconds, named),
      step('put', transferSeconds, [
        ...strict,
        ...own,
        ...role,
        ...named,
        `role_put "$d/result.tar.gz" '{{ ResultPrefix }}'"$s"'/{{ ResultPath }}'"$i/$r.tar.gz" '{{ ResultRegion }}' '{{ ResultOwner }}'`,
      ]),
      step(
        'cleanup',
        transferSeconds,
        [
          'set -u',
          run,
          '[ "$(cat "$d/command" 2>/dev/null || echo none)" = "${SSM_COMMAND_ID:-}" ] || exit 0',
          'rm -rf "$d"',
        ],
        { finallyStep: true },
      ),
    ],
  });
}
