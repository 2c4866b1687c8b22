#!/bin/sh
# authselect of a lab instance: reads /etc/authselect/authselect.conf, whose first line is the profile and the rest its features.
R=${BONGSU_ROOT:-}
conf=$R/etc/authselect/authselect.conf
case ${1:-} in
  current | check)
    if [ ! -s "$conf" ]; then
      echo 'No existing configuration detected.'
      exit 2
    fi
    if [ "$1" = check ]; then
      echo 'Current configuration is valid.'
    elif [ "${2:-}" = -r ] || [ "${2:-}" = --raw ]; then
      tr '\n' ' ' < "$conf" | sed 's/ $//'
      echo
    else
      echo "Profile ID: $(sed -n 1p "$conf")"
      echo 'Enabled features:'
      if [ "$(wc -l < "$conf")" -gt 1 ]; then sed -n '2,$s/^/- /p' "$conf"; else echo 'None'; fi
    fi
    ;;
  *)
    echo 'authselect: unknown command' >&2
    exit 1
    ;;
esac
exit 0
