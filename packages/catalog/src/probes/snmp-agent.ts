// How the SNMP agent is set up, with every community and passphrase reduced on the host to its length and kinds of characters.
import type { SnmpConfig } from '@bongsu/core';
import { probe, snmpConfig, unread } from '@bongsu/core';

export interface SnmpAgent extends SnmpConfig {
  /** False where no configuration is there. */
  readonly configured: boolean;
}

export const snmpAgent = probe<SnmpAgent>({
  name: 'snmp-agent',
  timeoutSeconds: 15,
  sizeBytesMax: 262144,
  live: false,
  // Lines of other directives leave as empty lines. \\047 is the single quote.
  script: `
snmp_masked() {
  awk '
    function words(s,  i, c, w, q, open, n) {
      n = 0; w = ""; q = ""; open = 0
      for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (q != "") { if (c == q) q = ""; else w = w c; continue }
        if (c == "\\"" || c == "\\047") { q = c; open = 1; continue }
        if (c == "#" && !open) break
        if (c ~ /[ \\t\\r]/) { if (open) t[++n] = w; w = ""; open = 0; continue }
        w = w c; open = 1
      }
      if (open) t[++n] = w
      return n
    }
    function mask(s,  k, l) {
      l = tolower(s)
      if (s ~ /[a-z]/) k = k "l"
      if (s ~ /[A-Z]/) k = k "u"
      if (s ~ /[0-9]/) k = k "d"
      if (s ~ /[^A-Za-z0-9]/) k = k "s"
      return length(s) ":" k ":" (l == "public" || l == "private" ? l : "other")
    }
    function plain(s) { gsub(/[^A-Za-z0-9_.:,\\/@%\\[\\]-]/, "_", s); return s }
    {
      n = words($0); d = n > 0 ? tolower(t[1]) : ""; secret = 0; out = d
      if (d ~ /^r[ow]community6?$/) secret = 2
      else if (d == "authcommunity") secret = 3
      else if (d ~ /^com2sec(6|unix)?$/) secret = n
      else if (d == "usmuser") n = 1
      else if (d == "createuser") {
        start = t[2] == "-e" ? 4 : 2
        for (i = 2; i <= n; i++) out = out " " (i == start || t[i] ~ /^(MD5|SHA[0-9-]*|DES|AES[0-9-]*)$/ && (i - start) % 2 == 1 ? plain(t[i]) : (i < start ? "-" : mask(t[i])))
        print out; next
      }
      else if (d !~ /^(rouser|rwuser|authuser|agentaddress|includedir|includefile)$/) { print ""; next }
      for (i = 2; i <= n; i++) out = out " " (i == secret ? mask(t[i]) : plain(t[i]))
      print out
    }'
}
for _path in /etc/snmp/snmpd.conf /etc/snmp/snmpd.local.conf; do
  file "$_path" snmp_masked
  follow "$_path"
  [ -f "$_real" ] && [ -r "$_real" ] || continue
  awk 'tolower($1) == "includedir" || tolower($1) == "includefile" { print tolower($1) " " $2 }' "$_real" | tr -d '\\r' |
    while read -r _word _include; do
      case $_include in /*) ;; *) _include=/etc/snmp/$_include ;; esac
      if [ "$_word" = includedir ]; then expand "\${_include%/}/*.conf" file snmp_masked; else file "$_include" snmp_masked; fi
    done
done
for _path in /var/lib/net-snmp/snmpd.conf /var/lib/snmp/snmpd.conf; do file "$_path" snmp_masked; done
:
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const configured = records.files().some((file) => file.state === 'present' && file.path.endsWith('.conf'));
    return { configured, ...snmpConfig(records.files()) };
  },
});
