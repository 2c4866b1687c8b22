#!/bin/sh
# ss of a lab instance: its listening sockets stand in /opt/lab/listeners (protocol, address:port, process; tab-separated).
R=${BONGSU_ROOT:-}
heading=1 tcp=0 udp=0 process=0
for option; do
  case $option in
    --no-header) heading=0 ;;
    --*) ;;
    -*)
      case $option in *H*) heading=0 ;; esac
      case $option in *t*) tcp=1 ;; esac
      case $option in *u*) udp=1 ;; esac
      case $option in *p*) process=1 ;; esac
      ;;
  esac
done
[ "$tcp$udp" = 00 ] && tcp=1 udp=1
[ "$heading" = 1 ] && echo 'Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process'
awk -F '\t' -v tcp="$tcp" -v udp="$udp" -v process="$process" '
  /^#/ || NF < 3 { next }
  $1 == "tcp" && !tcp || $1 == "udp" && !udp { next }
  {
    both = tcp && udp ? $1 " " : ""
    peer = $2 ~ /^\[/ ? "[::]:*" : "0.0.0.0:*"
    line = sprintf("%s%s 0 %d %s %s", both, $1 == "tcp" ? "LISTEN" : "UNCONN", $1 == "tcp" ? 128 : 0, $2, peer)
    if (process) line = line sprintf(" users:((\"%s\",pid=%d,fd=3))", $3, 700 + NR)
    print line
  }' "$R/opt/lab/listeners"
exit 0
