// The awk function by which probes name the kind of a password field, so that the field itself stays on the host.

/** `kind(field)`: none, locked, locked-KIND, invalid or a hash's kind; never a part of the field. Prefixes are those of crypt(5). */
export const passwordKind = `
function kind(field, bare) {
  bare = field
  if (sub(/^[!*]+/, "", bare) == 0) return hashed(field)
  bare = hashed(bare)
  return bare == "none" || bare == "invalid" ? "locked" : "locked-" bare
}
function hashed(hash) {
  if (hash == "") return "none"
  if (hash ~ /^[$]y[$]/) return "yescrypt"
  if (hash ~ /^[$]gy[$]/) return "gost-yescrypt"
  if (hash ~ /^[$]7[$]/) return "scrypt"
  if (hash ~ /^[$]2[abxy]?[$]/) return "bcrypt"
  if (hash ~ /^[$]6[$]/) return "sha512"
  if (hash ~ /^[$]5[$]/) return "sha256"
  if (hash ~ /^[$]1[$]/) return "md5"
  if (hash ~ /^[$]/) return "other"
  if (hash ~ /^_/ && length(hash) == 20) return "bsdi"
  if (length(hash) == 13 && hash !~ /[^A-Za-z0-9.\\/]/) return "des"
  return "invalid"
}`;
