#!/bin/sh
# mysql of a lab instance: the server lets root in where /opt/lab/database/answers is there, and answers with the rows that stand there.
sql=''
for option; do case $option in --execute=*) sql=${option#--execute=} ;; esac; done
if [ ! -f /opt/lab/database/answers ]; then
  echo "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: NO)" >&2
  exit 1
fi
case $sql in
  'SELECT @@version'*) cat /opt/lab/database/hello ;;
  *)
    cat /opt/lab/database/answers
    for question in accounts rights grants roles variables plugins; do printf 'end\t%s\n' "$question"; done
    ;;
esac
