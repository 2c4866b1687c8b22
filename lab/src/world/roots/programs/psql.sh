#!/bin/sh
# psql of a lab instance: the cluster lets its owner in where /opt/lab/database/answers is there, and answers with the rows that stand there.
sql='' database=''
while [ $# -gt 0 ]; do
  case $1 in
    -c) sql=$2 ;;
    -d) database=$2 ;;
  esac
  shift
done
if [ ! -f /opt/lab/database/answers ]; then
  echo 'psql: error: connection to server failed: fe_sendauth: no password supplied' >&2
  exit 2
fi
case $sql in
  *server_version_num*) cat /opt/lab/database/hello ;;
  *pg_database*) cat /opt/lab/database/answers ;;
  *) cat "/opt/lab/database/objects.$database" ;;
esac
