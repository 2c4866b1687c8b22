#!/bin/sh
# uname of a lab instance: the kernel of its distribution, which stands in /opt/lab/kernel.
R=${BONGSU_ROOT:-}
release=$(cat "$R/opt/lab/kernel")
machine=$(/usr/bin/env -i /usr/bin/uname -m 2> /dev/null || echo x86_64)
name=$(hostname 2> /dev/null || cat "$R/etc/hostname")
case ${1:-} in
  '' | -s) echo Linux ;;
  -r) echo "$release" ;;
  -n) echo "$name" ;;
  -m | -p | -i) echo "$machine" ;;
  -a) echo "Linux $name $release #1 SMP $machine GNU/Linux" ;;
  *) echo "Linux $release $machine" ;;
esac
exit 0
