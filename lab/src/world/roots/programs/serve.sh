# What a process of a lab instance does: it starts its children and waits.
children=$LAB_CHILDREN
export LAB_CHILDREN=-
[ "$children" = - ] || for uid in $children; do
  /opt/lab/host/usr/bin/setpriv --reuid="$uid" --regid="$uid" --clear-groups "$LAB_PROGRAM" /opt/lab/serve "$@" &
done
while :; do sleep 1000; done
