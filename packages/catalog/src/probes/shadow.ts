// How the accounts' passwords stand and age, without any hash: the probe names its kind and leaves the rest on the host.
import type { ShadowEntry } from '@bongsu/core';
import { parseShadow, probe, unread } from '@bongsu/core';
import { passwordKind } from './shadow/password-kind.ts';

export interface Shadow {
  /** false where the host keeps no shadow file; then there are no entries. */
  readonly present: boolean;
  readonly entries: readonly ShadowEntry[];
}

export const shadow = probe<Shadow>({
  name: 'shadow',
  timeoutSeconds: 10,
  sizeBytesMax: 1048576,
  live: false,
  // What is no plain name or number is masked, because a broken line may hold a hash anywhere.
  script: `
shadow_states() {
  awk -F: '
    ${passwordKind}
    { sub(/\\r$/, "") }
    NF < 5 || $1 !~ /^[A-Za-z_][A-Za-z0-9_.-]*[$]?$/ || length($1) > 64 { print "masked"; next }
    {
      line = $1 ":" kind($2)
      for (i = 3; i <= 8; i++) line = line ":" ($i ~ /^-?[0-9]*$/ ? $i : "masked")
      print line
    }'
}
# Room for the hashes of 10,000 accounts.
FILE_BYTES_MAX=2097152
file /etc/shadow shadow_states
`,
  read(records) {
    const file = records.file('/etc/shadow');
    if (file === undefined || file.state === 'unreadable' || (file.state === 'present' && file.type !== 'file'))
      return unread('/etc/shadow를 읽을 수 없음', '/etc/shadow could not be read');
    return { present: file.state === 'present', entries: parseShadow(file.lines) };
  },
});
