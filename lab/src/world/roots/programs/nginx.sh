#!/bin/sh
# nginx of a lab instance: it says how it was built and serves nothing. A check may read the same from its bytes:
# nginx version: nginx/1.28.0
# configure arguments: --prefix=/usr/share/nginx --sbin-path=/usr/sbin/nginx --conf-path=/etc/nginx/nginx.conf --error-log-path=/var/log/nginx/error.log --http-log-path=/var/log/nginx/access.log --pid-path=/run/nginx.pid --user=nginx --group=nginx --with-http_ssl_module --with-http_v2_module --with-http_dav_module
case ${1:-} in
  -v) sed -n 's/^# \(nginx version\)/\1/p' "$0" >&2 ;;
  -V) sed -n 's/^# \(nginx version\|configure arguments\)/\1/p' "$0" >&2 ;;
  *)
    echo 'nginx: a lab instance serves nothing' >&2
    exit 1
    ;;
esac
