// The filter that shell start-up files pass through on the host: control flow and our own settings stay, every other value is masked.

/** A sh function `shell_mask` that reads a file and prints as many lines as it has; written for the awks of all hosts (mawk, gawk, busybox). */
export const shellMask = String.raw`
shell_mask() {
  awk '
    function kept(name) { return name ~ /^(PATH|path|TMOUT|autologout)$/ }
    # How long the word at the start of s is, quotes and substitutions included.
    function word_length(s, i, c, quote, depth) {
      quote = ""; depth = 0
      for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (quote != "") { if (c == "\\" && quote == "\"") i++; else if (c == quote) quote = "" }
        else if (c == "\\") i++
        else if (c == "\"" || c == "\047" || c == "\140") quote = c
        else if (c == "(" || c == "{") depth++
        else if ((c == ")" || c == "}") && depth > 0) depth--
        else if (depth == 0 && c ~ /[ \t)]/) break
      }
      return i - 1
    }
    # Masks what is given to every name that is none of ours.
    function masked_values(s, out, name, size) {
      out = ""
      while (match(s, /[A-Za-z_][A-Za-z0-9_]*[+]?=/)) {
        name = substr(s, RSTART, RLENGTH)
        sub(/[+]?=$/, "", name)
        out = out substr(s, 1, RSTART + RLENGTH - 1)
        s = substr(s, RSTART + RLENGTH)
        if (s ~ /^=/) continue
        size = word_length(s)
        out = out (kept(name) ? substr(s, 1, size) : (size > 0 ? "masked" : ""))
        s = substr(s, size + 1)
      }
      return out s
    }
    # A literal that is long, and no path or expansion, may be anything.
    function masked_literals(s, out, found) {
      out = ""
      while (match(s, /["\047][^"\047 ]+["\047]/)) {
        found = substr(s, RSTART, RLENGTH)
        out = out substr(s, 1, RSTART - 1) ((length(found) > 18 && found !~ /[$\140\/]/) ? "\"masked\"" : found)
        s = substr(s, RSTART + RLENGTH)
      }
      s = out s; out = ""
      while (match(s, /[A-Za-z0-9+_.@:-]+/)) {
        out = out substr(s, 1, RSTART - 1) (RLENGTH > 30 ? "masked" : substr(s, RSTART, RLENGTH))
        s = substr(s, RSTART + RLENGTH)
      }
      return out s
    }
    # One simple command with the keywords before it.
    function command(s, out, name, size, words) {
      out = ""
      sub(/^[ \t]+/, "", s); sub(/[ \t]+$/, "", s)
      while (match(s, /^(if|then|elif|else|while|until|do|[{]|!)([ \t]+|$)/) || match(s, /^(function[ \t]+)?[A-Za-z_][A-Za-z0-9_]*[ \t]*[(][)][ \t]*/) || match(s, /^function[ \t]+[A-Za-z0-9_]+[ \t]*/) || match(s, /^[(]?[^ \t()"=]*[)][ \t]*/)) {
        name = substr(s, 1, RLENGTH)
        out = out ((length(name) > 30) ? "masked)" : name)
        s = substr(s, RLENGTH + 1)
      }
      if (s == "") return out
      if (match(s, /^case[ \t].*[ \t]in[ \t]+/)) {
        size = RLENGTH
        return out masked_values(masked_literals(substr(s, 1, size))) command(substr(s, size + 1))
      }
      if (s ~ /^umask([ \t]|$)/) return out s
      if (s ~ /^(fi|done|esac|[}]|endif|endsw|end|return|exit|case|for|select|foreach|switch)([ \t;]|$)/) return out masked_values(masked_literals(s))
      if (s ~ /^(\[|test[ \t]|shopt[ \t]|[(])/ || s ~ /[]]$/) return out masked_values(masked_literals(s))
      if (s ~ /^([.]|source|pathmunge|true|false|:)([ \t]|$)/) return out masked_values(s)
      if (s ~ /^setenv[ \t]/) { split(s, words); return out (kept(words[2]) ? s : "setenv " words[2] " masked") }
      if (s ~ /^(set|unset)[ \t]/) return out ((s ~ /^(set|unset)([ \t]+-[a-z]+)*[ \t]+(path|autologout|PATH|TMOUT)([ \t=]|$)/) ? s : "masked")
      if (s ~ /^(export|readonly|declare|typeset|local)[ \t]/) return out masked_values(s)
      # What follows assignments is a command that they are for.
      while (match(s, /^[A-Za-z_][A-Za-z0-9_]*[+]?=/)) {
        size = word_length(s)
        out = out masked_values(substr(s, 1, size))
        s = substr(s, size + 1)
        if (sub(/^[ \t]+/, "", s)) out = out " "
        if (s == "") return out
      }
      return out "masked"
    }
    function line(s, i, c, two, quote, depth, start, out, brackets) {
      brackets = 0; quote = ""; depth = 0; start = 1; out = ""
      for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1); two = substr(s, i, 2)
        if (quote != "") { if (c == "\\" && quote == "\"") i++; else if (c == quote) quote = "" }
        else if (c == "\\") i++
        else if (c == "\"" || c == "\047" || c == "\140") quote = c
        else if (depth == 0 && two == "[[") { brackets = 1; i++ }
        else if (brackets) { if (two == "]]") { brackets = 0; i++ } }
        else if (two == "$(" || two == "$" "{") { depth++; i++ }
        else if (depth > 0 && c == "(") depth++
        else if (depth > 0 && (c == ")" || c == "}")) depth--
        else if (depth > 0) continue
        else if (c == "#" && (i == 1 || substr(s, i - 1, 1) ~ /[ \t;]/)) { s = substr(s, 1, i - 1); out = out command(substr(s, start)) " #"; return out }
        else if (two == "<<" && substr(s, i, 3) != "<<<") {
          here = substr(s, i + 2)
          sub(/^-?[ \t]*/, "", here); gsub(/[\\"\047]/, "", here); sub(/[^A-Za-z0-9_].*$/, "", here)
          return out command(substr(s, start, i - start))
        }
        else if (two == "&&" || two == "||" || two == ";;") { out = out command(substr(s, start, i - start)) " " two " "; i++; start = i + 1 }
        else if (c == ";" || c == "|") { out = out command(substr(s, start, i - start)) " " c " "; start = i + 1 }
      }
      return out command(substr(s, start))
    }
    {
      sub(/\r$/, "")
      if (here != "") { text = $0; gsub(/^[ \t]+|[ \t]+$/, "", text); if (text == here) here = ""; print ""; next }
      if (length($0) > 4000) { print "masked"; next }
      tail = ($0 ~ /\\$/) ? " \\" : ""
      if (tail != "") sub(/\\$/, "")
      print line($0) tail
    }'
}
`;
