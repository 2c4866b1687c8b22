// What on the host itself bounds who may connect: packet filters as the kernel holds them, and the TCP wrappers of sshd.
import type { CommandRecord, PacketFilter, Records, WrapperRule } from '@bongsu/core';
import { firewalldFilter, iptablesFilter, nftablesFilter, probe, ufwFilter, unread, wrapperRules } from '@bongsu/core';

export interface SourceLimits {
  /** Filters that are in force; of an image, those of its files whose unit the check must find enabled. */
  readonly filters: readonly PacketFilter[];
  /** True where an interface has an address of IPv6 that is not local. */
  readonly ipv6: boolean;
  /** How each filter was asked, for evidence: `nft list ruleset: exit code 0`. */
  readonly asked: readonly string[];
  /** True where sshd is linked to libwrap; the files of the wrappers do nothing for it otherwise. */
  readonly wrapped: boolean;
  readonly rules: readonly WrapperRule[];
}

/** Files that a unit loads at boot, by unit. */
export const filterFiles = [
  ['/etc/nftables.conf', 'nftables.service'],
  ['/etc/sysconfig/nftables.conf', 'nftables.service'],
  ['/etc/sysconfig/iptables', 'iptables.service'],
  ['/etc/iptables/rules.v4', 'netfilter-persistent.service'],
] as const;

export const sourceLimits = probe<SourceLimits>({
  name: 'source-limits',
  timeoutSeconds: 90,
  sizeBytesMax: 524288,
  live: false,
  // To ask a filter whose kernel module is not loaded would load it, so it is not asked: it holds no rule.
  script: `
kernel_has() { [ -e "/sys/module/$1" ] || grep -q "/$1\\.ko" "/lib/modules/$(uname -r)/modules.builtin" 2> /dev/null; }
# Only chains that hook into input: rules of containers, and sets of many addresses, stay out.
input_chains() {
  awk '/^[ \\t]*table / { _t = $0 }
    /^[ \\t]*chain / { _b = ""; _in = 1; _keep = 0 }
    _in { _b = _b $0 "\\n"; if (/hook input/) _keep = 1 }
    _in && /^[ \\t]*}[ \\t]*$/ { if (_keep) printf "%s\\n%s}\\n", _t, _b; _in = 0 }'
}
nft_input() {
  timeout 20 nft list ruleset > "$W/ruleset" || return 1
  input_chains < "$W/ruleset"
}
input_rules() { awk '/^:INPUT |^-A INPUT / { print }'; }
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  if grep -q '^ *ENABLED=yes' /etc/ufw/ufw.conf 2> /dev/null; then cmd ufw timeout 20 ufw status verbose; fi
  if command -v firewall-cmd > /dev/null 2>&1; then
    cmd firewalld-state timeout 20 firewall-cmd --state
    if [ "$_exit" = 0 ]; then
      cmd firewalld-default timeout 20 firewall-cmd --get-default-zone
      cmd firewalld-zones timeout 20 firewall-cmd --list-all-zones
    fi
  fi
  if ! kernel_has nf_tables; then note nft not-loaded
  elif command -v nft > /dev/null 2>&1; then cmd nft nft_input
  elif command -v iptables > /dev/null 2>&1; then
    cmd iptables timeout 20 iptables -S INPUT
    if command -v ip6tables > /dev/null 2>&1; then cmd ip6tables timeout 20 ip6tables -S INPUT; fi
  else note nft no-program
  fi
  if grep -q filter /proc/net/ip_tables_names 2> /dev/null; then
    if command -v iptables-legacy > /dev/null 2>&1; then cmd iptables-legacy timeout 20 iptables-legacy -S INPUT
    else cmd iptables-legacy timeout 20 iptables -S INPUT
    fi
  fi
  if grep -q filter /proc/net/ip6_tables_names 2> /dev/null; then
    if command -v ip6tables-legacy > /dev/null 2>&1; then cmd ip6tables-legacy timeout 20 ip6tables-legacy -S INPUT
    else cmd ip6tables-legacy timeout 20 ip6tables -S INPUT
    fi
  fi
  # Address, index, prefix length, scope: 00 is reachable from anywhere.
  if awk '$4 == "00" { found = 1 } END { exit !found }' /proc/net/if_inet6 2> /dev/null; then note ipv6-global yes; fi
else
  for _path in /etc/nftables.conf /etc/sysconfig/nftables.conf; do file "$_path" input_chains; done
  for _path in /etc/sysconfig/iptables /etc/iptables/rules.v4; do file "$_path" input_rules; done
fi
for _path in /usr/sbin/sshd /usr/lib/openssh/sshd-session /usr/libexec/openssh/sshd-session; do
  follow "$_path"
  if [ -n "$_real" ] && [ -f "$_real" ] && grep -q 'libwrap\\.so' "$_real"; then note sshd-wrapped "$_path"; fi
done
file /etc/hosts.allow
file /etc/hosts.deny
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const failed = asking(records).find((one) => one.exitCode !== 0 && one.label !== 'firewalld-state');
    if (failed)
      return unread(
        `${failed.label}이 답하지 않음(종료 코드 ${failed.exitCode})`,
        `${failed.label} did not answer (exit code ${failed.exitCode}): ${failed.stderr[0]?.slice(0, 120) ?? ''}`,
      );
    return {
      filters: [...liveFilters(records), ...fileFilters(records)],
      asked: [
        ...asking(records).map((one) => `${one.label}: exit code ${one.exitCode}`),
        ...records.notes('nft').map((note) => `nft: ${note.values[0] ?? ''}`),
      ],
      ipv6: records.note('ipv6-global') !== undefined,
      wrapped: records.note('sshd-wrapped') !== undefined,
      rules: wrapperRules(records.file('/etc/hosts.allow'), records.file('/etc/hosts.deny')),
    };
  },
});

function asking(records: Records): CommandRecord[] {
  return records.all.filter(
    (one): one is CommandRecord =>
      one.kind === 'command' && /^(?:ufw|firewalld-.*|nft|ip6?tables(?:-legacy)?)$/.test(one.label),
  );
}

/** Where ufw or firewalld writes the rules, its own answer is the one to read; the kernel's chains then only lead to theirs. */
function liveFilters(records: Records): PacketFilter[] {
  const out = (label: string): readonly string[] => records.command(label)?.stdout ?? [];
  const managed = [
    ufwFilter(out('ufw')),
    firewalldFilter(out('firewalld-zones'), out('firewalld-default')[0]?.trim() ?? ''),
  ].filter((one) => one !== null);
  if (managed.length > 0) return managed;
  return [
    nftablesFilter(out('nft')),
    iptablesFilter(out('iptables'), out('ip6tables')),
    iptablesFilter(out('iptables-legacy'), out('ip6tables-legacy')),
  ].filter((one) => one !== null);
}

function fileFilters(records: Records): PacketFilter[] {
  return filterFiles.flatMap(([path]) => {
    const lines = records.file(path)?.lines ?? [];
    const filter = path.endsWith('nftables.conf') ? nftablesFilter(lines) : iptablesFilter(lines);
    return filter ? [{ ...filter, said: [path, ...filter.said] }] : [];
  });
}
