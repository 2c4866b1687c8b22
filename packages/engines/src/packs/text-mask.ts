// What a host hides of a text that a pack asked for, before it leaves the host.

/**
 * The shell function `pack_mask`: the value behind a key that ends in a word for secrets, passwords in URLs, private keys. The line stays.
 * Keys that only begin so (password_pbkdf2, PASS_MAX_DAYS) and PAM's and nsswitch's own words (password, passwd:) are no secrets.
 */
export const maskShell = String.raw`pack_mask() {
  awk '
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/ { hidden = 1 }
    hidden { print "(hidden)"; if ($0 ~ /-----END /) hidden = 0; next }
    {
      low = tolower($0)
      if (match(low, /(password|passwd|passphrase|passwort|pwd|secret|token|(api|private|secret|access|encryption|license)[_-]?key|community)["\047]?[ \t]*=[ \t]*/) ||
        match(low, /(password|passphrase|secret|token|(api|private|secret|access|encryption|license)[_-]?key)["\047]?[ \t]*:[ \t]*/) ||
        match(low, /^[ \t]*(requirepass|masterauth|rocommunity6?|rwcommunity6?|com2sec6?|trapcommunity|createuser|rootpw|bindpw|secret|ppp_password)[ \t]+/)) {
        print substr($0, 1, RSTART + RLENGTH - 1) "(hidden)"
        next
      }
      if (match($0, /:\/\/[^\/ :@]*:[^\/ @]*@/)) {
        print substr($0, 1, RSTART + 2) "(hidden)@" substr($0, RSTART + RLENGTH)
        next
      }
      print
    }'
}
`;
