// `stat` and `find` for a path prefix without real root: the builder's files are shown as root's, as bubblewrap's user mapping shows them.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An ordinary user can create only files of his own, so below the root every file is the builder's and none is anybody else's. The two
 * programs say 0 for that user and group and leave files outside of the root alone. Owners of the spec other than root cannot be
 * shown this way (`BuiltRoot.ownersFaithful` is false).
 */
const stat = (real: string): string => `#!/bin/sh
# stat of a lab instance without bubblewrap and without root: see owner-shims.ts
last=
for word; do last=$word; done
case $last in
  "$BONGSU_ROOT" | "$BONGSU_ROOT"/*) ;;
  *) exec ${real} "$@" ;;
esac
first=1
for word; do
  [ "$first" = 1 ] && set --
  first=0
  case $word in
    /*) ;;
    *%*) word=$(printf '%s' "$word" | sed 's/%u/0/g; s/%g/0/g; s/%U/root/g; s/%G/root/g') ;;
  esac
  set -- "$@" "$word"
done
exec ${real} "$@"
`;

const find = (real: string, uid: number, gid: number): string => `#!/bin/sh
# find of a lab instance without bubblewrap and without root: see owner-shims.ts
first=1 before=
for word; do
  [ "$first" = 1 ] && set --
  first=0
  case $before/$word in
    -user/0 | -uid/0 | -user/root) word=${uid} ;;
    -group/0 | -gid/0 | -group/root) word=${gid} ;;
    -user/${uid} | -uid/${uid} | -group/${gid} | -gid/${gid}) word=4294967294 ;;
  esac
  before=$word
  set -- "$@" "$word"
done
exec ${real} "$@"
`;

/** Writes the two programs and gives their folder, for PATH; null where they are not needed. */
export function ownerShims(dir: string, realStat: string | null, realFind: string | null): string | null {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  if (uid === 0 || realStat === null || realFind === null) return null;
  const folder = join(dir, 'opt/lab/owner-shims');
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of [
    ['stat', stat(realStat)],
    ['find', find(realFind, uid, gid)],
  ] as const) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}
