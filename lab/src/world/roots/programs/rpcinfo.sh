#!/bin/sh
# rpcinfo of a lab instance: `rpcinfo -p` lists the port mapper itself where rpcbind listens in /opt/lab/listeners, as on a stock host.
R=${BONGSU_ROOT:-}
if ! grep -q ':111	rpcbind$' "$R/opt/lab/listeners"; then
  echo "rpcinfo: can't contact portmapper: RPC: Remote system error - Connection refused" >&2
  exit 1
fi
echo '   program vers proto   port  service'
for protocol in tcp udp; do
  for version in 4 3 2; do printf '    100000    %s   %s    111  portmapper\n' "$version" "$protocol"; done
done
