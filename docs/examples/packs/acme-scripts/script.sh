#!/bin/sh
# Acme's old check script, made to speak the contract: one JSON object a line on standard output, exit code 0 at the end.
# It reads and changes nothing; Bongsu cannot see to that for it.

# A text as the inside of a JSON string.
json_text() { printf '%s' "$1" | tr '\000-\037' ' ' | sed 's/[\\"]/\\&/g'; }

# usage: result CODE STATUS REASON EVIDENCE
result() {
  printf '{"code":"%s","status":"%s","reason":"%s","evidence":"%s"}\n' "$1" "$2" "$(json_text "$3")" "$(json_text "$4")"
}

# S-01: the root account's home is nobody else's.
home=$(awk -F: '$1 == "root" { print $6; exit }' /etc/passwd)
mode=$(stat -c %a "$home" 2> /dev/null)
case $mode in
  '') result S-01 오류 'the home of root could not be read' "$home" ;;
  ?00 | ?50) result S-01 양호 'only root enters' "$home $mode" ;;
  *) result S-01 취약 'others may enter' "$home $mode" ;;
esac

# S-02: a person looks at what starts by hand.
if [ -s /etc/rc.local ]; then
  result S-02 수동 'what it starts must be known' "$(head -c 200 /etc/rc.local)"
else
  result S-02 N/A 'there is no rc.local' '/etc/rc.local'
fi

exit 0
