// Which Samba shares let guests in: by testparm where it answers, by smb.conf otherwise, and by the shares that users made.
import type { FileRecord, Proof } from '@bongsu/core';
import { probe, sambaGuestShares, sambaSettings, sambaTrue, unread } from '@bongsu/core';

export interface SambaGuests {
  /** One proof for each share that lets guests in. */
  readonly open: readonly Proof[];
  /** The global settings that concern guests, for evidence. */
  readonly settings: readonly Proof[];
  /** Settings stand where the files do not tell: in the registry, or in an included file that was not gathered. */
  readonly elsewhere: Proof | null;
}

const conf = '/etc/samba/smb.conf';

export const sambaGuests = probe<SambaGuests>({
  name: 'samba-guests',
  timeoutSeconds: 30,
  sizeBytesMax: 262144,
  live: false,
  // Scripts, paths and account names of smb.conf stay on the host: only sections and the settings about guests leave it.
  script: `
guest_lines() { awk '{ _k = tolower($0); gsub(/[ \\t]/, "", _k); if (_k ~ /^(\\[|guestok|public|guestonly|onlyguest|maptoguest|available|usershareallowguests|include|configbackend|copy)/ ) print; else print "" }'; }
effective() {
  timeout 15 testparm -s > "$W/testparm" 2> /dev/null || return 1
  guest_lines < "$W/testparm"
}
guest_share() { awk '/^guest_ok=/ { print }'; }
if [ "$LIVE" = 1 ] && [ -z "$R" ] && command -v testparm > /dev/null 2>&1; then cmd testparm effective; fi
file ${conf} guest_lines
expand '/etc/samba/*.conf' file guest_lines
expand '/var/lib/samba/usershares/*' file guest_share
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const asked = records.command('testparm');
    const dump = asked?.exitCode === 0 ? asked.stdout : null;
    const main = records.file(conf);
    const settings = sambaSettings(dump ?? main?.lines ?? []);
    const source = (line: number): string => (dump ? 'testparm -s' : `${conf}:${line}`);
    const global = settings.filter((one) => one.section === 'global');
    const allow = global.findLast((one) => one.key === 'usershareallowguests');
    const shares = sambaGuestShares(settings).map((one) => ({
      source: source(one.line),
      found: `[${one.section}] guest ok = ${one.value}`,
      expected: 'guest ok = no',
    }));
    const outside = dump
      ? undefined
      : settings.find((one) => one.key === 'include' || one.key === 'configbackend' || one.key === 'copy');
    return {
      open: [...shares, ...(sambaTrue(allow?.value) ? userShares(files) : [])],
      settings: global
        .filter((one) => one.key === 'maptoguest' || one === allow)
        .map((one) => ({ source: source(one.line), found: `${one.key} = ${one.value}` })),
      elsewhere: outside ? { source: source(outside.line), found: `${outside.key} = ${outside.value}` } : null,
    };
  },
});

/** Shares that users made with `net usershare`: files with `guest_ok=y`, which hold only where the server allows guests in them. */
function userShares(files: readonly FileRecord[]): Proof[] {
  return files
    .filter(
      (file) =>
        file.path.startsWith('/var/lib/samba/usershares/') && file.lines.some((line) => /^guest_ok=y/i.test(line)),
    )
    .map((file) => ({ source: file.path, found: 'guest_ok=y', expected: 'guest_ok=n' }));
}
