#!/bin/sh
# chronyc of a lab instance: sources as its chrony is configured, synchronised as /opt/lab/clock says. It needs a running chronyd.
R=${BONGSU_ROOT:-}
ask=
while [ $# -gt 0 ]; do
  case $1 in -*) ;; *) ask=${ask:-$1} ;; esac
  shift
done
if ! awk -F '\t' '($1 == "chronyd.service" || $1 == "chrony.service") && $3 == "active" { on = 1 } END { exit !on }' "$R/opt/lab/units"; then
  echo '506 Cannot talk to daemon'
  exit 1
fi
synchronised=0
[ "$(cat "$R/opt/lab/clock")" = synchronised ] && synchronised=1
sources=$(cat "$R"/etc/chrony.conf "$R"/etc/chrony/chrony.conf "$R"/etc/chrony.d/*.conf "$R"/etc/chrony.d/*.sources \
  "$R"/etc/chrony/conf.d/*.conf "$R"/etc/chrony/sources.d/*.sources "$R"/run/chrony.d/*.sources 2> /dev/null |
  awk '$1 == "server" || $1 == "pool" || $1 == "peer" { print $2 }')
first=$(printf '%s\n' "$sources" | head -n 1)
[ -n "$first" ] || synchronised=0
case $ask in
  tracking)
    if [ "$synchronised" = 1 ]; then
      printf 'Reference ID    : A9FEA97B (%s)\nStratum         : 4\nSystem time     : 0.000012345 seconds slow of NTP time\n' "$first"
      printf 'Last offset     : +0.000004210 seconds\nLeap status     : Normal\n'
    else
      printf 'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds fast of NTP time\n'
      printf 'Last offset     : +0.000000000 seconds\nLeap status     : Not synchronised\n'
    fi
    ;;
  sources)
    printf 'MS Name/IP address         Stratum Poll Reach LastRx Last sample               \n'
    printf '===============================================================================\n'
    mark='^*' reach=377 stratum=3
    [ "$synchronised" = 1 ] || mark='^?' reach=0 stratum=0
    for source in $sources; do
      printf '%s %-27s %s   4   %3s    12    +12us[  +14us] +/-  500us\n' "$mark" "$source" "$stratum" "$reach"
      [ "$synchronised" = 1 ] && mark='^-'
    done
    ;;
  *)
    echo 'Unrecognized command'
    exit 1
    ;;
esac
exit 0
