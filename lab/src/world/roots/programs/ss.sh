#!/bin/sh
# ss of a lab instance: its listening sockets stand in /opt/lab/listeners (protocol or unix, address:port or path, process; tab-separated).
R=${BONGSU_ROOT:-}
heading=1 tcp=0 udp=0 unix=0 process=0
for option; do
  case $option in
    --no-header) heading=0 ;;
    --*) ;;
    -*)
      case $option in *H*) heading=0 ;; esac
      case $option in *t*) tcp=1 ;; esac
      case $option in *u*) udp=1 ;; esac
      case $option in *x*) unix=1 ;; esac
      case $option in *p*) process=1 ;; esac
      ;;
  esac
done
[ "$tcp$udp$unix" = 000 ] && tcp=1 udp=1
[ "$heading" = 1 ] && echo 'Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process'
# Processes that run in the instance have their own numbers, which others do not need.
pids=$(grep -sHx '[a-z].*' /proc/[0-9]*/comm | sed -n 's,^/proc/\([0-9]*\)/comm:,\1 ,p' | sort -rn | tr '\n' ' ')
awk -F '\t' -v tcp="$tcp" -v udp="$udp" -v unix="$unix" -v process="$process" -v pids="$pids" '
  BEGIN { known = split(pids, word, " "); for (i = 1; i < known; i += 2) pid[word[i + 1]] = word[i] }
  /^#/ || NF < 3 { next }
  $1 == "tcp" && !tcp || $1 == "udp" && !udp || $1 == "unix" && !unix { next }
  {
    both = tcp + udp + unix > 1 ? ($1 == "unix" ? "u_str" : $1) " " : ""
    peer = $1 == "unix" ? "* 0" : $2 ~ /^\[/ ? "[::]:*" : "0.0.0.0:*"
    line = sprintf("%s%s 0 %d %s %s", both, $1 == "udp" ? "UNCONN" : "LISTEN", $1 == "udp" ? 0 : 128, $2 ($1 == "unix" ? " " 20000 + NR : ""), peer)
    if (process) line = line sprintf(" users:((\"%s\",pid=%d,fd=3))", $3, $3 in pid ? pid[$3] : 700 + NR)
    print line
  }' "$R/opt/lab/listeners"
exit 0
