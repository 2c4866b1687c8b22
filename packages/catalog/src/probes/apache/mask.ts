// What of an Apache httpd configuration may leave a host: only the directives that are judged, without passwords and tokens in them.

/** Directives whose words are judged; every other line leaves as an empty line, whatever module it belongs to. */
const kept = [
  'serverroot include includeoptional define undefine loadmodule use listen user group servername serveralias documentroot',
  'virtualdocumentroot virtualdocumentrootip virtualscriptalias userdir options allowoverride allowoverridelist accessfilename',
  'require order allow deny satisfy authtype authuserfile authbasicprovider alias aliasmatch scriptalias scriptaliasmatch',
  'addhandler sethandler removehandler forcetype addtype action script addoutputfilter setoutputfilter addoutputfilterbytype xbithack',
  'dav davlockdb proxyrequests proxypass proxypassmatch proxypassreverse proxyvia proxyblock rewriteengine rewritecond rewriterule',
  'rewriteoptions redirect redirectmatch redirectpermanent redirecttemp sslengine sslprotocol sslciphersuite sslcertificatefile',
  'sslcertificatekeyfile gnutlsenable gnutlspriorities mdomain servertokens serversignature traceenable errordocument limitrequestbody',
  'errorlog customlog transferlog globallog remoteipheader',
].join(' ');

/**
 * The shell functions `apache_kept` (a configuration) and `apache_variables` (an envvars file), both filters for `file`. A directive that
 * runs over several lines comes out as one, with empty lines for the rest, so that line numbers stay.
 */
export const maskShell = `\
# A value is harmless where it is a path, a number, a host, a folder of one, or a word that directives use; all else may be a password.
_apache_harmless='
function harmless(name, value) {
  if (tolower(name) ~ /pass|pwd|secret|token|cred|key|auth|salt|hash|pin$|_pw|pw_|^pw$/) return 0
  if (value ~ /^[0-9]+$/) return length(value) < 6
  if (value ~ /^\\/[A-Za-z0-9._\\/+:-]*$/) return 1
  if (value ~ /^[a-z0-9-]+([.][a-z0-9-]+)+(:[0-9]+)?$/) return 1
  if (name ~ /^APACHE_(RUN_USER|RUN_GROUP|CONFDIR)$/) return value ~ /^[A-Za-z0-9_.$\\/-]+$/
  return tolower(value) ~ /^(on|off|none|all|prod|full|os|min|minor|major|www-data|apache|httpd|nobody|[$][{][a-z0-9_]+[}][a-z0-9._\\/-]*)$/
}
function bare(text) { gsub(/^["\\047]|["\\047]$/, "", text); return text }
'
apache_kept() {
  awk -v kept=' ${kept} ' "$_apache_harmless"'
    # Everything between a mark and an end, every time it stands in the text.
    function hide(text, mark, ends,  out, low) {
      out = ""
      low = tolower(text)
      while (match(low, mark)) {
        out = out substr(text, 1, RSTART + RLENGTH - 1) "hidden"
        text = substr(text, RSTART + RLENGTH); low = substr(low, RSTART + RLENGTH)
        if (match(text, ends)) { text = substr(text, RSTART); low = substr(low, RSTART) } else { text = ""; low = "" }
      }
      return out text
    }
    function calm(text) {
      if (text ~ /:\\/\\/[^\\/ ]*@/) gsub(/:\\/\\/[^\\/ ]*@/, "://hidden@", text)
      text = hide(text, "(secret|passw(or)?d|passphrase|pwd|pin|token|api[_-]?key|access[_-]?key|signature|auth)[a-z_-]*=", "[&; \\"\\047]")
      # Flags of a rule that set a variable or a cookie.
      text = hide(text, "[[,](e|env|co|cookie)=[a-z0-9_-]*:", "[],]")
      return hide(text, "(basic|bearer)( |%20)", "[ \\"\\047]")
    }
    function said(line,  w, n, key, i, out, what) {
      sub(/^[ \\t]+/, "", line); sub(/[ \\t\\r]+$/, "", line)
      if (line == "" || line ~ /^#/) return ""
      n = split(line, w, /[ \\t]+/); key = tolower(w[1])
      if (key ~ /^<\\//) return line
      if (key ~ /^</) return key ~ /^<(if|elseif)$/ ? w[1] " hidden>" : calm(line)
      if (index(kept, " " key " ") == 0) return ""
      if (key == "define") return n < 3 ? line : w[1] " " w[2] " " (n == 3 && harmless(w[2], bare(w[3])) ? w[3] : "hidden")
      if (key == "use") {
        out = w[1] " " w[2]
        for (i = 3; i <= n; i++) out = out " " (harmless("", bare(w[i])) ? w[i] : "hidden")
        return out
      }
      if (key == "require" && tolower(w[2]) !~ /^(all|ip|host|local|method|env|valid-user|user|group|forward-dns|not)$/) return w[1] " " w[2] " hidden"
      if (key == "require" && tolower(w[2]) == "not" && tolower(w[3]) !~ /^(ip|host|env|user|group|method)$/) return w[1] " not " w[3] " hidden"
      # Conditions compare headers and queries with what only some know.
      if (key == "rewritecond" && tolower(bare(w[2])) !~ /^%[{](https|server_port|request_scheme|request_uri|http_host|server_name|request_filename|http:x-forwarded-(proto|port|ssl))[}]$/)
        return w[1] " " (w[2] ~ /^%[{][A-Za-z_:-]+[}]$/ ? w[2] : "hidden") " hidden"
      # What takes the lines of a log may be given a password.
      if (key ~ /log$/ && w[2] ~ /^["\\047]?[|]/ && w[2] !~ /(rotatelogs|cronolog)$/) { sub(/^["\\047]/, "", w[2]); return w[1] " \\"" bare(w[2]) " hidden\\"" }
      if (key == "errordocument" && w[3] !~ /^["\\047]?([\\/]|https?:|default)/) return w[1] " " w[2] " text"
      return calm(line)
    }
    {
      # An empty line for each line that was joined, behind the joined one.
      if (!going) whole = ""
      if ($0 ~ /\\\\$/) { whole = whole substr($0, 1, length($0) - 1); going++; next }
      print said(whole $0)
      for (; going > 0; going--) print ""
    }
    END { if (going) { print said(whole); for (going--; going > 0; going--) print "" } }'
}
# NAME=value lines of a shell file, as far as a configuration may use them.
apache_variables() {
  awk "$_apache_harmless"'
    {
      line = $0; sub(/^[ \\t]*(export[ \\t]+)?/, "", line)
      at = index(line, "=")
      name = substr(line, 1, at - 1); value = bare(substr(line, at + 1))
      sub(/[$]SUFFIX|[$][{]SUFFIX[}]/, "", value)
      print (at > 1 && name ~ /^[A-Za-z_][A-Za-z0-9_]*$/ && harmless(name, value) ? name "=" value : "")
    }'
}
`;
