// What syslog is told to keep, whether the journal outlives a reboot, and when something was last written.
import type { Setting, SyslogRule } from '@bongsu/core';
import { dropInsOf, keyValues, probe, settingLast, syslogInclude, syslogRules, unread } from '@bongsu/core';

export interface Logging {
  readonly rules: readonly SyslogRule[];
  /** First line of RainerScript that decides or acts, or of an include from elsewhere: rules that no selector shows. */
  readonly script: string | null;
  /** `Storage=` of journald where it is set. */
  readonly storage: Setting | undefined;
  /** True where /var/log/journal is there, into which `auto` writes. */
  readonly journalFolder: boolean;
  /** Seconds since each log was written. */
  readonly ages: readonly { readonly path: string; readonly ageSeconds: number }[];
}

/** The later one wins (journald.conf(5)). */
const journaldFolders = [
  '/usr/lib/systemd/journald.conf.d',
  '/usr/local/lib/systemd/journald.conf.d',
  '/run/systemd/journald.conf.d',
  '/etc/systemd/journald.conf.d',
];

export const logging = probe<Logging>({
  name: 'logging',
  timeoutSeconds: 15,
  sizeBytesMax: 262144,
  live: false,
  // Actions into databases carry their password, and RainerScript any parameter: only selectors, kinds and paths leave.
  script: `
syslog_judged() {
  awk '/^[ \\t]*[A-Za-z0-9*][A-Za-z0-9*,.;!=]*\\.[A-Za-z0-9*,.;!=]+[ \\t]+[^ \\t]/ {
      action = $0; sub(/^[ \\t]*[^ \\t]+[ \\t]+/, "", action)
      if (action ~ /^(>|:om(mysql|pgsql|libdbi))/) action = "(database)"
      else if (action ~ /^action\\(/) action = "action(...)"
      selector = $1
      print selector "\\t" action; next
    }
    # What the selector before took goes no further.
    /^[ \\t]*&[ \\t]*(~|stop)/ { print (selector == "" ? "" : selector "\\tstop"); next }
    /^[ \\t]*&/ { print ""; next }
    /^[ \\t]*(\\$IncludeConfig[ \\t]|include\\([ \\t]*file[ \\t]*=[ \\t]*")/ {
      pattern = $0
      sub(/^[ \\t]*(\\$IncludeConfig[ \\t]+|include\\([ \\t]*file[ \\t]*=[ \\t]*")/, "", pattern)
      sub(/[ \\t\\r"].*/, "", pattern)
      print "include\\t" pattern; next
    }
    /^[ \\t]*(if |include\\(|action\\(|ruleset\\(|call )/ { selector = ""; print "script"; next }
    !/^[ \\t]*(#|$)/ { selector = "" }
    { print "" }'
}
storage_only() { awk '/^[ \\t]*Storage[ \\t]*=/ { print; next } { print "" }'; }
file /etc/rsyslog.conf syslog_judged
expand '/etc/rsyslog.d/*.conf' file syslog_judged
file /etc/systemd/journald.conf storage_only
for _folder in ${journaldFolders.join(' ')}; do expand "$_folder/*.conf" file storage_only; done
meta /var/log/journal
_now=$(date +%s)
written() {
  follow "$1"
  _at=$(stat -L -c %Y "$_real" 2> /dev/null) && note written "$1" "$((_now - _at))"
}
for _path in messages syslog secure auth.log cron maillog mail.log; do
  [ -f "$R/var/log/$_path" ] && written "/var/log/$_path"
done
for _folder in /var/log/journal /run/log/journal; do
  follow "$_folder"
  for _journal in "$_real"/*/system.journal; do [ -f "$_journal" ] && written "\${_journal#"$R"}"; done
done
:
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const present = records.files().filter((file) => file.state === 'present' && file.type === 'file');
    const syslog = present.filter(({ path }) => /^\/etc\/rsyslog\.(?:conf$|d\/)/.test(path));
    const scripted = syslog.flatMap(({ path, lines }) =>
      lines.flatMap((line, index) => (isHidden(line) ? [`${path}:${index + 1}`] : [])),
    );
    const rsyslog = syslog.find(({ path }) => path === '/etc/rsyslog.conf');
    const main = records.file('/etc/systemd/journald.conf');
    const settings = [main, ...dropInsOf(journaldFolders, records.files())].flatMap((file) => keyValues(file));
    return {
      rules: rsyslog ? syslogRules(rsyslog, syslog) : [],
      script: scripted[0] ?? null,
      storage: settingLast(settings, 'storage'),
      journalFolder: records.file('/var/log/journal')?.type === 'dir',
      ages: records.notes('written').flatMap(({ values: [path = '', age = ''] }) =>
        // An age that was cut off must not count as none.
        /^-?\d+$/.test(age) ? [{ path, ageSeconds: Number(age) }] : [],
      ),
    };
  },
});

/** RainerScript, or an include of files that were not gathered. */
function isHidden(line: string): boolean {
  const pattern = syslogInclude(line);
  return line.trim() === 'script' || (pattern !== null && !/^\/etc\/rsyslog\.d\/[^/]*$/.test(pattern));
}
