#!/bin/sh
# getfacl of a lab instance: the file's mode, and further entries where /opt/lab/acls has some (path, entry; tab-separated).
R=${BONGSU_ROOT:-}
plain=1 code=0
bits() { case $1 in 0) printf -- '---' ;; 1) printf -- '--x' ;; 2) printf -- '-w-' ;; 3) printf -- '-wx' ;; 4) printf 'r--' ;; 5) printf 'r-x' ;; 6) printf 'rw-' ;; 7) printf 'rwx' ;; esac; }
for path; do
  case $path in
    -*c* | --omit-header) plain=0 ;;
    -*) ;;
    *)
      if ! facts=$(stat -L -c '%04a %U %G' "$R$path" 2> /dev/null); then
        echo "getfacl: $path: No such file or directory" >&2
        code=1
        continue
      fi
      mode=${facts%% *} owner=${facts#* }
      [ "$plain" = 1 ] && printf '# file: %s\n# owner: %s\n# group: %s\n' "${path#/}" "${owner% *}" "${owner#* }"
      other=${mode#???} mode=${mode%?}
      group=${mode#??} mode=${mode%?}
      printf 'user::%s\n' "$(bits "${mode#?}")"
      awk -F '\t' -v path="$path" '$1 == path { print $2 }' "$R/opt/lab/acls" 2> /dev/null
      printf 'group::%s\nother::%s\n\n' "$(bits "$group")" "$(bits "$other")"
      ;;
  esac
done
exit "$code"
