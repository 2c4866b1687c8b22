# Puts a file into S3, once, or gets one, with the credentials of the instance's role: signed here (Signature Version 4), for curl that signs what S3
# asks for (--aws-sigv4 with a session) is younger than many hosts. What is secret stays in this shell's own variables: no argument of a
# process, no environment, no file, no trace. Whoever holds a token of the metadata service could ask for the same anyway.
set +ax
unset t c k b o h s access secret session
refuse() {
  echo "$2" >&2
  exit "$1"
}

# The names of the instance's role and then its credentials stand below this path; without a role there is nothing.
m=${BONGSU_METADATA:-http://169.254.169.254}/latest
role_ready() {
  for p in curl sha256sum od sed tr cut date; do
    command -v "$p" >/dev/null || refuse "$([ "$p" = curl ] && echo 12 || echo 16)" "$p is not installed"
  done
  # What another program printed would stand among its arguments.
  [ "$(command -v printf)" = printf ] || refuse 16 'this shell has no printf of its own'
  t=$(printf 'url = "%s"\nheader = "X-aws-ec2-metadata-token-ttl-seconds: 60"\n' "$m/api/token" | @METADATA@ --request PUT) || refuse 14 'the metadata service gives no token'
  role=$(role_ask) || refuse 15 'the instance has no role'
  case $role in '' | *[!A-Za-z0-9+=,.@_-]*) refuse 15 'the instance has no role' ;; esac
}
role_ask() {
  printf 'url = "%s"\nheader = "X-aws-ec2-metadata-token: %s"\n' "$m/meta-data/iam/security-credentials/${1:-}" "$t" | @METADATA@ --max-filesize 16000
}
role_member() {
  printf %s "$c" | sed -n 's|.*"'"$1"'"[ :]*"\([A-Za-z0-9/+=]*\)".*|\1|p'
}

# Bytes given in hex, each xored with a number, as printf's %b takes them.
bytes() {
  b=$1 o=
  while [ -n "$b" ]; do
    v=$((0x${b%"${b#??}"} ^ $2)) b=${b#??}
    o="$o\\0$((v >> 6))$((v >> 3 & 7))$((v & 7))"
  done
}
# HMAC-SHA256 (RFC 2104) of a text under a key of at most 64 bytes, both in hex.
hmac() {
  k=$1
  while [ ${#k} -lt 128 ]; do k=${k}00; done
  bytes "$k" 54
  h=$({ printf %b "$o" && printf %s "$2"; } | sha256sum)
  bytes "$k" 92
  s=$o
  bytes "${h%% *}" 0
  printf %b "$s$o" | sha256sum | cut -c 1-64
}

# Both take: file, URL, Region, account of the bucket's owner.
role_put() {
  role_send PUT "$@"
}
role_get() {
  : > "$1"
  role_send GET "$@"
  mv "$1.answer" "$1"
}
role_send() {
  role_ready
  c=$(role_ask "$role") || refuse 15 'the role has no credentials'
  access=$(role_member AccessKeyId) secret=$(role_member SecretAccessKey) session=$(role_member Token)
  [ -n "$access" ] && [ -n "$secret" ] && [ -n "$session" ] && [ ${#secret} -le 60 ] || refuse 15 'the role has no credentials'
  at=$(date -u +%Y%m%dT%H%M%SZ)
  rest=${3#*://}
  host=${rest%%/*}
  once= more= what='fetch its script'
  [ "$1" = GET ] || { once='if-none-match:*' more='if-none-match;' what='put its result'; }
  # Nothing is sent with a GET: the file is empty.
  body=$(sha256sum < "$2")
  body=${body%% *}
  names="host;${more}x-amz-content-sha256;x-amz-date;x-amz-expected-bucket-owner;x-amz-security-token"
  scope=${at%T*}/$4/s3/aws4_request
  h=$({
    printf '%s\n' "$1" "/${rest#*/}" '' "host:$host" ${once:+"$once"} "x-amz-content-sha256:$body" "x-amz-date:$at"
    printf '%s\n' "x-amz-expected-bucket-owner:$5" "x-amz-security-token:$session" '' "$names"
    printf %s "$body"
  } | sha256sum)
  k=$(printf %s "AWS4$secret" | od -An -v -tx1 | tr -cd 0-9a-f)
  for p in "${at%T*}" "$4" s3 aws4_request; do k=$(hmac "$k" "$p"); done
  s=$(hmac "$k" "AWS4-HMAC-SHA256
$at
$scope
${h%% *}")
  answer=$({
    printf 'url = "%s"\nheader = "Authorization: AWS4-HMAC-SHA256 Credential=%s/%s, ' "$3" "$access" "$scope"
    printf 'SignedHeaders=%s, Signature=%s"\n' "$names" "$s"
    printf 'header = "%s"\n' ${once:+"If-None-Match: *"} "x-amz-content-sha256: $body" "x-amz-date: $at" \
      "x-amz-expected-bucket-owner: $5" "x-amz-security-token: $session" 'Content-Type:' 'Expect:'
    [ -z "$once" ] && echo 'max-filesize = 1048576' || printf 'upload-file = "%s"\n' "$2"
  } | @CURL@ --output "$2.answer" --write-out '%{http_code}')
  [ "$answer" != 200 ] || return 0
  said=$(tr -cd 'A-Za-z0-9<>/' < "$2.answer" | sed -n 's|.*<Code>\([A-Za-z0-9]*\)</Code>.*|\1|p' | cut -c 1-60)
  case $said in
    AccessDenied) refuse 25 "neither the role nor the policy of the bucket lets this instance $what" ;;
    RequestTimeTooSkewed) refuse 26 'the clock of this host is wrong' ;;
    *) refuse 24 "S3 answered $answer $said" ;;
  esac
}
