// Whom sudo trusts with what: sudoers and what it includes, with the arguments of commands and quoted values left on the host.
import type { FileRecord, SudoGrant } from '@bongsu/core';
import { probe, sudoGrants, unread } from '@bongsu/core';

export interface Sudoers {
  /** /etc/sudoers, the files of /etc/sudoers.d, and one level of includes elsewhere. */
  readonly files: readonly FileRecord[];
  /** Null where a text could not be read. */
  readonly grants: readonly (SudoGrant & { readonly path: string })[] | null;
  /** What `visudo -cq` says; null where it was not asked. */
  readonly syntaxFine: boolean | null;
}

export const sudoers = probe<Sudoers>({
  name: 'sudoers',
  timeoutSeconds: 30,
  sizeBytesMax: 524288,
  live: false,
  // Arguments and quoted values may be passwords. Lines are joined first, so that no argument begins a line.
  script: `
mask_arguments() {
  sed -e ':join' -e '/\\\\$/{' -e N -e 's/\\\\\\n/ /' -e 'b join' -e '}' |
    sed -e '/^[[:space:]]*#/{' -e '/^[[:space:]]*#include/b' -e '/^[[:space:]]*#[0-9]/b' -e d -e '}' \\
      -e 's/[[:space:]]#[^0-9].*//' -e 's/\\\\./_/g' -e 's/"[^"]*"/"..."/g' \\
      -e '/^[[:space:]]*Defaults/s/=[^,]*/=.../g' \\
      -e '/^[[:space:]]*Defaults/!s#\\(/[^[:space:],]*\\)[[:space:]][[:space:]]*[^,]*#\\1 (arguments hidden)#g'
}
file /etc/sudoers mask_arguments
expand '/etc/sudoers.d/*' file mask_arguments
_config=$(resolve /etc/sudoers)
if [ -r "$_config" ]; then
  awk '$1 ~ /^[@#]include(dir)?$/ { gsub(/"/, "", $2); print $1 "\\t" $2 }' "$_config" |
    while IFS="$TAB" read -r _word _include; do
      case $_include in /etc/sudoers.d | /etc/sudoers.d/) continue ;; /*) ;; *) _include=/etc/$_include ;; esac
      note include "\${_include%/}"
      case $_word in *dir) expand "\${_include%/}/*" file mask_arguments ;; *) file "$_include" mask_arguments ;; esac
    done
fi
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then cmd visudo visudo -cq; fi
`,
  read(records) {
    const included = records.notes('include').flatMap(({ values: [path = ''] }) => path || []);
    const all = records
      .files()
      .filter(
        ({ path }) =>
          /^\/etc\/sudoers(?:$|\.d(?:$|\/))/.test(path) ||
          included.some((one) => path === one || path.startsWith(`${one}/`)),
      );
    const hidden = all.find((file) => file.state === 'unreadable');
    // The mode of sudoers itself is known to everybody; what else sudo reads may be hidden with its mode.
    if (hidden && hidden.path !== '/etc/sudoers')
      return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const syntax = records.command('visudo');
    return {
      files: all,
      grants: hidden
        ? null
        : all.flatMap((file) => sudoGrants(file.lines).map((grant) => ({ path: file.path, ...grant }))),
      syntaxFine: !syntax || syntax.missing ? null : syntax.exitCode === 0,
    };
  },
});
