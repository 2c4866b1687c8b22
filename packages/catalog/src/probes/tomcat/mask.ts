// The filter that Tomcat's XML passes on the host: what is judged stays in its place, passwords leave as their class, and all else stays behind.

/** Attributes whose values are judged; of every other the name alone leaves the host. */
const attributes =
  'className name type auth driverClassName factory pathname resourceName port address protocol scheme secure server serverRemoveAppProvidedValues ' +
  'maxPostSize maxSavePostSize maxSwallowSize maxParameterCount maxFileSize xpoweredBy allowTrace SSLEnabled proxyName proxyPort secretRequired ' +
  'appBase docBase path aliases autoDeploy deployOnStartup deployXML unpackWARs xmlBase defaultHost allowLinking privileged crossContext override ' +
  'allowCasualMultipartParsing base webAppMount internalPath readOnly directory prefix suffix pattern rotatable enabled showReport showServerInfo ' +
  'errorCode.0 errorCode.403 errorCode.404 errorCode.500 allow deny digest algorithm iterations authentication useStartTls username roles rolename ' +
  'groupname groups metadata-complete version';

/** Elements of web.xml whose text is judged. */
const texts =
  'servlet-name servlet-class jsp-file param-name url-pattern filter-name filter-class error-code exception-type location role-name auth-method ' +
  'transport-guarantee http-method http-method-omission max-file-size max-request-size file-size-threshold enabled welcome-file';

/** Parameters of servlets whose values are judged. */
const parameters =
  'listings readonly showServerInfo xpoweredBy cgiPathPrefix executable enableCmdLineArguments passShellEnvironment cgiMethods allowExec ' +
  'isVirtualWebappRelative';

/** Passwords of Tomcat's own samples and manuals, and those that every list of guesses begins with. */
export const passwordsKnown =
  'tomcat admin s3cret secret changeit password passwd manager role1 both root toor test guest pass qwerty welcome letmein robot script status ' +
  '1234 12345 123456 1234567 12345678 123456789 1234567890 1111 0000 abc123 qwerty123 admin1 admin12 admin123 admin1234 admin12345 tomcat1 tomcat123 ' +
  'tomcat1234 tomcat7 tomcat8 tomcat9 tomcat10 password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword p@ssw0rd! passw0rd! admin! admin@123 ' +
  'manager1 manager123 test123 test1234 changethis changeme must-be-changed <must-be-changed>';

/** A sh function `tomcat_mask` that reads XML and prints as many lines as it has; written for the awks of all hosts (mawk, gawk, busybox). */
export const tomcatMask = `
tomcat_mask() {
  tr -d '\\000-\\010\\013\\014\\016-\\037' | awk -v attributes=' ${attributes} ' -v texts=' ${texts} ' \\
    -v parameters=' ${parameters} ' -v known=' ${passwordsKnown} ' '${String.raw`
    function put(s) { if (!skip && !broken) out = out s }
    function flush() { if (!broken) printf "%s", out; out = "" }
    # A long line is worked on piece by piece: every step copies what is left of the piece. False where the line has no more.
    function longer(size) {
      if (rest == "") return 0
      size = length(line) < 4000 ? 4000 : length(line)
      line = line substr(rest, 1, size); rest = substr(rest, size + 1)
      return 1
    }
    function local(name) { sub(/^.*:/, "", name); return name }
    # References to entities that nobody expands: without them a document would look whole.
    function references(s, found, all) {
      while (match(s, /&[^;&< \t]+;/)) {
        found = substr(s, RSTART, RLENGTH); s = substr(s, RSTART + RLENGTH)
        if (found !~ /^&(lt|gt|amp|apos|quot|#.*);$/) all = all found
      }
      return all
    }
    function number(digits, hex, i, n) {
      n = 0
      for (i = 1; i <= length(digits) && n < 256; i++)
        n = n * (hex ? 16 : 10) + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
      return n
    }
    function plain(s, found, all, n) {
      while (match(s, /&[^;&]+;/)) {
        found = substr(s, RSTART + 1, RLENGTH - 2); all = all substr(s, 1, RSTART - 1); s = substr(s, RSTART + RLENGTH)
        if (found == "lt") all = all "<"
        else if (found == "gt") all = all ">"
        else if (found == "amp") all = all "&"
        else if (found == "apos") all = all "\047"
        else if (found == "quot") all = all "\""
        else if (found ~ /^#x[0-9A-Fa-f]+$/ || found ~ /^#[0-9]+$/) {
          n = found ~ /^#x/ ? number(substr(found, 3), 1) : number(substr(found, 2), 0)
          all = all (n > 31 && n < 127 ? sprintf("%c", n) : "\377")
        }
      }
      return all s
    }
    # The class of a password: never a letter of it.
    function class(password, name, word, size, kinds) {
      if (references(password) != "") return "entity"
      password = plain(password); name = plain(name); word = tolower(password); size = length(password)
      if (password == "") return "empty"
      if (index(password, "$" "{")) return "property"
      if (word == tolower(name)) return "equals-username"
      if (index(word, " ") == 0 && index(known, " " word " ")) return "default"
      if (password ~ /^[0-9A-Fa-f]+$/ && (size == 32 || size == 40 || size == 56 || size == 64 || size == 96 || size == 128)) return "digest"
      if (password ~ /^[0-9A-Fa-f]+[$][0-9]+[$][0-9A-Fa-f]+$/ && size >= 32) return "digest"
      if (password ~ /^[{][A-Za-z0-9-]+[}].+/ && size >= 24) return "digest"
      if (size < 8) return "short"
      kinds = (password ~ /[a-z]/) + (password ~ /[A-Z]/) + (password ~ /[0-9]/) + (password ~ /[^A-Za-z0-9]/)
      return "set:" (size < 10 ? 8 : 10) ":" kinds
    }
    # What may be seen of the value of an attribute.
    function shown(name, v) {
      if (tag == "user" && name == "username") who = v
      if (tag == "user" && name == "name" && who == "") who = v
      if (tag == "user" && name == "password") { password = v; return "\001" }
      if (v == "" || name ~ /^xmlns/) return ""
      if (name == "connectionURL" || name == "alternateURL") return v ~ /^ldaps?:/ ? substr(v, 1, index(v, ":")) : "masked"
      if (name == "shutdown") return v == "SHUTDOWN" ? v : "masked"
      if (name == "username" && tag != "user") return "masked"
      if (!index(attributes, " " name " ") || length(v) > 500) return references(v) "masked"
      if (v ~ /:\/\/[^\/ ]*@/ || tolower(v) ~ /(passw|pwd|secret|token|credential)[a-z]*[ \t]*[=:]/) return references(v) "masked"
      return v
    }
    function characters(s) {
      if (s == "") return
      if (cur == "param-name") acc = acc s
      if (cur == "param-value") {
        gsub(/^[ \t]+|[ \t]+$/, "", acc)
        if (index(parameters, " " acc " ") || (tolower(acc) ~ /upload|attach|savepath|filepath/ && s ~ /^[ \t]*[\/$][A-Za-z0-9_.\/{}$ \t-]*$/)) put(substr(s, 1, 300))
        else if (s ~ /[^ \t]/) { put(references(s)); if (!once) put("masked"); once = 1 }
        else put(s)
      } else if (cur != "" && index(texts, " " cur " ")) put(substr(s, 1, 500))
      else if (!skip) put(references(s))
    }
    function ended(self, at) {
      at = index(out, "\001")
      if (at) out = substr(out, 1, at - 1) class(password, who) substr(out, at + 1)
      put(">")
      flush()
      if (self) { if (tag == skip) skip = ""; cur = "" }
    }
    BEGIN { state = "text"; skip = ""; cur = ""; out = ""; acc = "" }
    {
      line = ""; rest = $0
      sub(/\r$/, "", rest)
      while (!broken) {
        if (length(line) < 1000) longer()
        if (state == "text") {
          at = index(line, "<")
          if (!at && longer()) continue
          characters(at ? substr(line, 1, at - 1) : line)
          if (!at) break
          line = substr(line, at)
          if (substr(line, 1, 4) == "<!--") { put("<!--"); line = substr(line, 5); back = state; state = "comment" }
          else if (substr(line, 1, 9) == "<![CDATA[") { put("<![CDATA["); line = substr(line, 10); state = "cdata" }
          else if (substr(line, 1, 9) == "<!DOCTYPE") { put("<!DOCTYPE x"); line = substr(line, 10); state = "dtd"; depth = 0 }
          else if (substr(line, 1, 2) == "<?") { line = substr(line, 3); back = state; state = "pi" }
          else if (match(line, /^<\/[A-Za-z_:][A-Za-z0-9_:.-]*/)) {
            name = substr(line, 3, RLENGTH - 2); line = substr(line, RLENGTH + 1); put("</" name); state = "end"
          } else if (match(line, /^<[A-Za-z_:][A-Za-z0-9_:.-]*/)) {
            name = substr(line, 2, RLENGTH - 1); line = substr(line, RLENGTH + 1)
            tag = local(name); cur = tag; self = 0; attribute = ""; equals = 0; who = ""; password = ""; once = 0
            if (tag == "param-name" || tag == "init-param" || tag == "context-param") acc = ""
            # Hundreds of types that nobody judges.
            if (tag == "mime-mapping" && skip == "") skip = tag
            put("<" name); state = "tag"
          } else broken = 1
        } else if (state == "tag") {
          if (line == "") break
          c = substr(line, 1, 1)
          if (c == ">") { if (attribute != "") { broken = 1; break } line = substr(line, 2); state = "text"; ended(self) }
          else if (c == "\"" || c == "\047") {
            if (attribute == "" || !equals) { broken = 1; break }
            quote = c; value = ""; over = 0; line = substr(line, 2); state = "value"
          } else if (c == "=") { if (attribute == "" || equals) { broken = 1; break } put(attribute "="); equals = 1; line = substr(line, 2) }
          else if (match(line, /^[ \t]+/)) { put(" "); line = substr(line, RLENGTH + 1) }
          else if (c == "/") { put("/"); self = 1; line = substr(line, 2) }
          else if (attribute == "" && match(line, /^[A-Za-z_:][A-Za-z0-9_:.-]*/)) { attribute = substr(line, 1, RLENGTH); equals = 0; line = substr(line, RLENGTH + 1) }
          else broken = 1
        } else if (state == "value") {
          at = index(line, quote)
          if (!at && longer()) continue
          value = value (at ? substr(line, 1, at - 1) : line)
          # No value holds this sign, so a quote was lost: what follows may be anything.
          if (index(value, "<")) { broken = 1; break }
          if (!at) break
          line = substr(line, at + 1)
          put(quote shown(attribute, value) quote)
          for (; over > 0; over--) out = out "\n"
          attribute = ""; state = "tag"
        } else if (state == "end") {
          sub(/^[ \t]+/, "", line)
          if (line == "") break
          if (substr(line, 1, 1) != ">") { broken = 1; break }
          put(">"); flush(); line = substr(line, 2); state = "text"; cur = ""
          if (local(name) == skip) skip = ""
        } else if (state == "comment" || state == "pi") {
          mark = state == "pi" ? "?>" : "-->"
          at = index(line, mark)
          if (!at && longer()) continue
          if (!at) break
          line = substr(line, at + length(mark))
          if (state == "comment" && back == "text") put(mark)
          state = back
        } else if (state == "cdata") {
          at = index(line, "]]>")
          if (!at && longer()) continue
          # Within CDATA no sign is special: none may become so behind a mask.
          piece = at ? substr(line, 1, at - 1) : line
          if (piece !~ /&/) characters(piece)
          else if (cur == "param-value" && !once) { put("masked"); once = 1 }
          if (!at) break
          put("]]>"); line = substr(line, at + 3); state = "text"
        } else if (state == "dtd") {
          if (!match(line, /["\047<>]|\[|\]/)) { if (longer()) continue; break }
          c = substr(line, RSTART, 1); line = substr(line, RSTART)
          if (substr(line, 1, 4) == "<!--") { line = substr(line, 5); back = state; state = "comment"; continue }
          if (substr(line, 1, 2) == "<?") { line = substr(line, 3); back = state; state = "pi"; continue }
          line = substr(line, 2)
          if (c == "\"" || c == "\047") { quote = c; state = "quoted" }
          else if (c == "[") depth++
          else if (c == "]") depth--
          else if (c == ">" && depth <= 0) { put(">"); state = "text" }
        } else {
          at = index(line, quote)
          if (!at && longer()) continue
          if (!at) break
          line = substr(line, at + 1); state = "dtd"
        }
      }
      if (state == "value") { value = value " "; over++ }
      else if (state == "tag" && !broken) out = out "\n"
      else { print broken == 1 ? "<" : (broken ? "" : out); if (broken) broken = 2; out = "" }
    }`}'
}
`;
