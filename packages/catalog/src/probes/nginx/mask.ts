// The shell that reads nginx's configuration on the host and lets no secret of it leave: `nginx_text`, a filter of `file`.

export const nginxMaskShell = `\
# A filter: the configuration without what may be a secret, line for line. Arguments leave the host only where the directive is known to
# hold none; entries of maps and Lua programs never do. Paths that the probe has to look at go to "$W/nginx-found": directive, tab, path.
nginx_text() {
  awk -v found="$W/nginx-found" '
    BEGIN {
      split("include load_module user daemon master_process pid error_log access_log http server location events stream mail upstream listen server_name root alias index autoindex fancyindex try_files error_page client_max_body_size client_body_temp_path client_body_in_file_only server_tokens more_clear_headers proxy_hide_header fastcgi_hide_header proxy_pass_header fastcgi_pass_header fastcgi_split_path_info fastcgi_index dav_methods dav_ext_methods dav_access create_full_put_path ssi ssi_types ssi_silent_errors ssl ssl_protocols ssl_ciphers ssl_prefer_server_ciphers ssl_conf_command ssl_reject_handshake ssl_verify_client ssl_preread http2 http3 disable_symlinks allow deny satisfy internal limit_except merge_slashes proxy_connect proxy_connect_allow proxy_intercept_errors fastcgi_intercept_errors uwsgi_intercept_errors scgi_intercept_errors grpc_intercept_errors stub_status upload_store upload_pass default_type auth_basic_user_file auth_request set_real_ip_from real_ip_header resolver recursive_error_pages working_directory map geo", list, " ")
      for (i in list) whole[list[i]] = 1
      split("include root alias error_log access_log client_body_temp_path upload_store ssl_certificate_key auth_basic_user_file", list2, " ")
      for (i in list2) path[list2[i]] = 1
      bare = "^(scheme|https|host|http_host|server_port|server_name|http_x_forwarded_proto|http_x_forwarded_port|request_method|request_filename|request_uri|uri|document_uri)"
      kept_headers = "^(strict-transport-security|server|x-powered-by|x-frame-options|x-content-type-options)$"
    }
    function plain(raw,  out, n, one) {
      if (raw ~ /^["\\047]/) raw = substr(raw, 2, length(raw) - 2)
      out = ""
      while ((n = index(raw, "\\\\")) > 0) {
        one = substr(raw, n + 1, 1)
        out = out substr(raw, 1, n - 1) (one ~ /["\\047\\\\]/ ? one : "\\\\" one)
        raw = substr(raw, n + 2)
      }
      return out raw
    }
    function address(raw) {
      gsub(/\\/\\/[^\\/@ ]*@/, "//masked@", raw)
      return raw
    }
    # Without what follows a question mark; a quote stays closed.
    function short(raw,  end) {
      end = raw ~ /^["\\047]/ ? substr(raw, 1, 1) : ""
      sub(/\\?.*/, end, raw)
      return raw
    }
    # What of argument n of the directive may leave: the word itself, "masked", or nothing.
    function shown(raw, n,  bare_word) {
      bare_word = plain(raw)
      if (data) return name == "include" ? raw : ""
      if (name in whole) return address(raw)
      if (name ~ /_pass$/) return short(address(raw))
      if (name == "return") return bare_word ~ /^([0-9]+$|https?:|[$\\/@])/ ? short(address(raw)) : "masked"
      if (name == "rewrite") return n == 1 ? raw : short(address(raw))
      if (name == "set") return n == 1 || bare_word ~ /^\\// ? raw : "masked"
      if (name ~ /^ssl_certificate(_key)?$/) return bare_word ~ /:/ ? "masked" : raw
      if (name == "auth_basic") return bare_word == "off" ? raw : "masked"
      if (name == "if") {
        if (n == 1 || (n == 2 && first == "(")) {
          first = bare_word; open = bare_word
          sub(/^\\(/, "", open)
          test = open ~ /^!?-[fdex]$/ || (substr(open, 1, 1) == "$" && substr(open, 2) ~ bare)
          return open ~ /^!?-[fdex]$|^\\$[a-z0-9_]*\\)?$|^$/ ? raw : "masked"
        }
        return test || bare_word ~ /^(\\)|!?=|!?~\\*?)$/ ? raw : "masked"
      }
      if (n == 1) first = tolower(bare_word)
      if (name == "fastcgi_param") return n == 1 || first ~ /^(script_filename|script_name|path_info|document_root)$/ ? raw : "masked"
      if (name == "add_header") return n == 1 || first ~ kept_headers ? raw : "masked"
      if (name == "more_set_headers") return bare_word ~ /^([Ss]erver|[Xx]-[Pp]owered-[Bb]y) *:/ ? raw : "masked"
      if (name == "proxy_set_header" && n == 1) return raw
      return n == 1 ? "masked" : ""
    }
    function word(raw,  text) {
      if (words++ == 0) {
        name = plain(raw)
        if (data && name != "include") text = ""
        else text = name ~ /^[A-Za-z_][A-Za-z0-9_]*$/ && length(name) <= 64 ? raw : "masked"
      } else {
        text = length(raw) > 2000 ? "masked" : shown(raw, words - 1)
        if (words == 2) value = plain(raw)
      }
      if (text != "") out = out (out == "" ? "" : " ") text
    }
    function mark(sign) {
      if (sign == ";" && words > 1 && (name in path) && value !~ /[[:cntrl:]]/ && !(name ~ /^ssl/ && value ~ /:/)) printf "%s\\t%s\\n", name, value >> found
      # A blank between: a word may end in a dollar, as \\.php$ does, and a dollar with a brace begins a variable.
      out = out (sign == "{" ? " {" : sign)
      if (sign == "{") {
        depth++
        if (!data && name ~ /^(map|geo|types|split_clients|charset_map|match)$/) data = depth
        if (name ~ /_by_lua_block$/) { lua = 1; braces = 0; quote = ""; long = "" }
      } else if (sign == "}") {
        if (data == depth) data = 0
        if (depth > 0) depth--
      }
      words = 0; name = ""; value = ""; first = ""
    }
    # Position behind the quote that closes; 0 where the line ends first.
    function closes(text, q,  i, c, n) {
      n = length(text)
      for (i = 1; i <= n; i++) {
        c = substr(text, i, 1)
        if (c == "\\\\") i++
        else if (c == q) return i + 1
      }
      return 0
    }
    # Leaves Lua out; returns what follows its closing brace.
    function leave(line,  c, p) {
      while (line != "") {
        if (long != "") {
          if (!(p = index(line, long))) return ""
          line = substr(line, p + length(long)); long = ""
        } else if (quote != "") {
          p = closes(line, quote)
          if (!p) { if (line !~ /\\\\$/) quote = ""; return "" }
          line = substr(line, p); quote = ""
        } else if (match(line, /["\\047{}]|--|\\[=*\\[/)) {
          c = substr(line, RSTART, RLENGTH); line = substr(line, RSTART + RLENGTH)
          if (c == "--") {
            if (!match(line, /^\\[=*\\[/)) return ""
            c = substr(line, 1, RLENGTH); line = substr(line, RLENGTH + 1)
          }
          if (c ~ /^\\[/) { long = c; gsub(/\\[/, "]", long) }
          else if (c == "{") braces++
          else if (c == "}") { if (braces-- == 0) { lua = 0; mark("}"); return line } }
          else quote = c
        } else return ""
      }
      return ""
    }
    {
      line = $0; out = ""
      if (held != "") {
        p = closes(line, substr(held, 1, 1))
        if (p) { word(held " " substr(line, 1, p - 1)); held = ""; line = substr(line, p) }
        else { if (length(held) < 4000) held = held " " line; line = "" }
      }
      while (line != "") {
        if (lua) { line = leave(line); continue }
        c = substr(line, 1, 1)
        if (match(line, /^[ \\t\\r\\f\\v]+/)) line = substr(line, RLENGTH + 1)
        else if (c == "#") line = ""
        else if (c ~ /[;{}]/) { mark(c); line = substr(line, 2) }
        else if (c ~ /["\\047]/) {
          p = closes(substr(line, 2), c)
          if (p) { word(substr(line, 1, p)); line = substr(line, p + 1) }
          else { held = line; line = "" }
        } else {
          if (!match(line, /^(\\\\.|[$][{]|[^ \\t\\r\\f\\v;{\\\\])+/)) { RLENGTH = 1 }
          word(substr(line, 1, RLENGTH)); line = substr(line, RLENGTH + 1)
        }
      }
      print out
    }'
}
`;
