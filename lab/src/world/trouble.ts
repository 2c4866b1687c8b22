// Ways in which a host goes wrong, as programs laid over its root's.
import { traversalArchive } from './traversal-archive.ts';

type Tools = Readonly<Record<string, string>>;

/** `command -p` looks only where the system's own programs stand, so the program laid over does not call itself. */
const real = (program: string): string => `command -p ${program} "$@"`;

/** Packing a result fails: the disk is full. */
export const packingFails: Tools = {
  tar: "#!/bin/sh\necho 'tar: write error: No space left on device' >&2\nexit 2\n",
  gzip: "#!/bin/sh\necho 'gzip: stdout: No space left on device' >&2\nexit 1\n",
};

/** Calls `then` with `$file` where curl is asked to upload a file, before the real curl runs. */
function curlUpload(then: string): string {
  return [
    '#!/bin/sh',
    "file=''",
    "before=''",
    'for argument in "$@"; do',
    '  case "$before" in -T | --upload-file) file=$argument ;; esac',
    '  before=$argument',
    'done',
    'if [ -n "$file" ]; then',
    then,
    'fi',
    real('curl'),
    '',
  ].join('\n');
}

/** The result is exchanged, just before its upload, for an archive that climbs out of its folder; the size stays. */
export const uploadsTraversal: Tools = {
  curl: curlUpload(
    [
      '  size=$(wc -c < "$file")',
      `  printf '%s' '${traversalArchive().toString('base64')}' | base64 -d > "$file"`,
      '  truncate -s "$((size))" "$file"',
    ].join('\n'),
  ),
};

/** The upload is claimed and never made. */
export const uploadsNothing: Tools = { curl: curlUpload('  exit 0') };

/** The result's last half is cut off and filled with zeros, so that only its content shows it. */
export const uploadsHalf: Tools = {
  curl: curlUpload(
    [
      '  size=$(wc -c < "$file")',
      '  used=$(tr -d "\\000" < "$file" | wc -c)',
      '  truncate -s "$((used / 2))" "$file"',
      '  truncate -s "$((size))" "$file"',
    ].join('\n'),
  ),
};
