#!/bin/sh
# timedatectl of a lab instance: which time service runs stands in /opt/lab/units, whether the clock is synchronised in /opt/lab/clock.
R=${BONGSU_ROOT:-}
version=$(sed -n '1s/^#version //p' "$R/opt/lab/units")
active() { awk -F '\t' -v unit="$1" '$1 == unit && $3 == "active" { on = 1 } END { exit !on }' "$R/opt/lab/units"; }
verb='' properties='' value=0
while [ $# -gt 0 ]; do
  case $1 in
    -p | --property)
      properties=$properties,$2
      shift
      ;;
    --property=*) properties=$properties,${1#*=} ;;
    -p*) properties=$properties,${1#-p} ;;
    --value) value=1 ;;
    -*) ;;
    *) verb=${verb:-$1} ;;
  esac
  shift
done
ntp=no synchronised=no
if active chronyd.service || active chrony.service || active systemd-timesyncd.service; then
  ntp=yes
  [ "$(cat "$R/opt/lab/clock")" = synchronised ] && synchronised=yes
fi
case $verb in
  show)
    if [ "$version" -lt 239 ]; then
      echo "Unknown operation '$verb'." >&2
      exit 1
    fi
    [ -n "$properties" ] || properties=,Timezone,LocalRTC,CanNTP,NTP,NTPSynchronized
    for property in $(printf '%s' "$properties" | tr ',' ' '); do
      case $property in
        Timezone) text=UTC ;;
        LocalRTC) text=no ;;
        CanNTP) text=yes ;;
        NTP) text=$ntp ;;
        NTPSynchronized) text=$synchronised ;;
        *) continue ;;
      esac
      if [ "$value" = 1 ]; then printf '%s\n' "$text"; else printf '%s=%s\n' "$property" "$text"; fi
    done
    ;;
  show-timesync | timesync-status)
    if ! active systemd-timesyncd.service; then
      echo 'Failed to query server: Could not activate remote peer.' >&2
      exit 1
    fi
    server=$(cat "$R"/etc/systemd/timesyncd.conf "$R"/etc/systemd/timesyncd.conf.d/*.conf 2> /dev/null | sed -n 's/^NTP=//p' | tail -n 1)
    fallback=$(sed -n 's/^#\{0,1\}FallbackNTP=//p' "$R/etc/systemd/timesyncd.conf" 2> /dev/null | tail -n 1)
    if [ "$verb" = show-timesync ]; then
      printf 'SystemNTPServers=%s\nFallbackNTPServers=%s\nServerName=%s\n' "$server" "$fallback" "${server:-${fallback%% *}}"
    else
      printf '       Server: %s\nPoll interval: 34min 8s\n      Stratum: 2\n' "${server:-${fallback%% *}}"
    fi
    ;;
  status | '')
    words='NTP service: active'
    [ "$ntp" = yes ] || words='NTP service: inactive'
    if [ "$version" -lt 239 ]; then
      printf '       Time zone: UTC (UTC, +0000)\n     NTP enabled: %s\nNTP synchronized: %s\n' "$ntp" "$synchronised"
    else
      printf '                Time zone: UTC (UTC, +0000)\nSystem clock synchronized: %s\n              %s\n' "$synchronised" "$words"
    fi
    ;;
  *)
    echo "Unknown command verb $verb." >&2
    exit 1
    ;;
esac
exit 0
