// How the accounts' passwords stand and age, without any hash: the probe names its kind and leaves the rest on the host.
import type { ShadowEntry } from '@bongsu/core';
import { parseShadow, probe, unread } from '@bongsu/core';

export interface Shadow {
  readonly entries: readonly ShadowEntry[];
}

export const shadow = probe<Shadow>({
  name: 'shadow',
  timeoutSeconds: 10,
  sizeBytesMax: 1048576,
  live: false,
  // Prefixes are those of crypt(5). What is no plain name or number is masked, because a broken line may hold a hash anywhere.
  script: `
shadow_states() {
  awk -F: '
    function kind(hash) {
      if (hash == "") return "none"
      if (hash ~ /^[!*]/) return "locked"
      if (hash ~ /^[$]y[$]/) return "yescrypt"
      if (hash ~ /^[$]gy[$]/) return "gost-yescrypt"
      if (hash ~ /^[$]7[$]/) return "scrypt"
      if (hash ~ /^[$]2[abxy]?[$]/) return "bcrypt"
      if (hash ~ /^[$]6[$]/) return "sha512"
      if (hash ~ /^[$]5[$]/) return "sha256"
      if (hash ~ /^[$]1[$]/) return "md5"
      if (hash ~ /^[$]/) return "other"
      if (hash ~ /^_/ && length(hash) == 20) return "bsdi"
      if (length(hash) == 13) return "des"
      return "invalid"
    }
    { sub(/\\r$/, "") }
    NF < 5 || $1 !~ /^[A-Za-z_][A-Za-z0-9_.-]*[$]?$/ || length($1) > 64 { print "masked"; next }
    {
      line = $1 ":" kind($2)
      for (i = 3; i <= 8; i++) line = line ":" ($i ~ /^-?[0-9]*$/ ? $i : "masked")
      print line
    }'
}
file /etc/shadow shadow_states
`,
  read(records) {
    const file = records.file('/etc/shadow');
    if (file?.state !== 'present' || file.type !== 'file')
      return unread('/etc/shadow를 읽을 수 없음', '/etc/shadow could not be read');
    return { entries: parseShadow(file.lines) };
  },
});
