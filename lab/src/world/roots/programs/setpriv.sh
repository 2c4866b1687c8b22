#!/bin/sh
# setpriv of a lab instance: the machine's own.
exec /opt/lab/host/usr/bin/setpriv "$@"
