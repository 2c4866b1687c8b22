// How the FTP servers are set up, and which lists of users they ask, without anything of their databases and keys.
import type { FileRecord, Setting } from '@bongsu/core';
import {
  pamArgument,
  pamLines,
  probe,
  proftpdDirectives,
  pureFtpdSettings,
  settingLast,
  unread,
  vsftpdOn,
  vsftpdSettings,
} from '@bongsu/core';

export type FtpServer = 'vsftpd' | 'proftpd' | 'pure-ftpd' | 'other';

/** A list of users that a server asks at login. */
export interface FtpUserList {
  readonly file: FileRecord;
  readonly kind: 'deny' | 'allow';
  /** What names it. */
  readonly source: string;
}

export interface FtpServers {
  readonly vsftpd: readonly Setting[];
  readonly proftpd: readonly Setting[];
  readonly pureFtpd: readonly Setting[];
  file(path: string): FileRecord | undefined;
  /** The main file of a server; empty where none is there. */
  mainOf(server: FtpServer): string;
  listsOf(server: FtpServer): readonly FtpUserList[];
}

const vsftpdMains = ['/etc/vsftpd/vsftpd.conf', '/etc/vsftpd.conf'] as const;
const proftpdMains = ['/etc/proftpd/proftpd.conf', '/etc/proftpd.conf'] as const;
const lists = [
  '/etc/ftpusers',
  '/etc/ftpd/ftpusers',
  '/etc/vsftpd/ftpusers',
  '/etc/vsftpd.ftpusers',
  '/etc/vsftpd/user_list',
  '/etc/vsftpd.user_list',
] as const;

export const ftpServers = probe<FtpServers>({
  name: 'ftp-servers',
  timeoutSeconds: 15,
  sizeBytesMax: 524288,
  live: false,
  script: `
vsftpd_judged() {
  awk '/^(anonymous_enable|local_enable|ssl_enable|force_(local|anon)_(logins|data)_ssl|userlist_(enable|deny|file)|pam_service_name|tcp_wrappers|ftpd_banner|banner_file)=/ { print; next } { print "" }'
}
proftpd_judged() {
  awk 'tolower($1) ~ /^(include|serverident|rootlogin|tlsengine|tlsrequired|useftpusers|authpamconfig|order|allow|deny|allowall|denyall|allowuser|denyuser|allowgroup|denygroup|<limit|<\\/limit>)$/ { print; next } { print "" }'
}
pure_judged() { awk '/^[ \\t]*(TLS|MinUID|NoAnonymous|PAMAuthentication)[ \\t]/ { print; next } { print "" }'; }
pam_lists() { awk '/pam_listfile/ && !/^[ \\t]*#/ { print; next } { print "" }'; }
# Only what looks like a name leaves: a list may be any file that a setting names.
names_only() { awk '/^[ \\t]*[A-Za-z0-9_][A-Za-z0-9_.@-]*[ \\t\\r]*$/ && length($0) < 80 { print; next } { print "#" }'; }
greeting() { head -c 2000 | sed '/:[$][0-9a-z]/d'; }
for _path in ${vsftpdMains.join(' ')}; do file "$_path" vsftpd_judged; done
for _path in ${proftpdMains.join(' ')}; do file "$_path" proftpd_judged; done
expand '/etc/proftpd/*.conf' file proftpd_judged
expand '/etc/proftpd/conf.d/*.conf' file proftpd_judged
file /etc/pure-ftpd/pure-ftpd.conf pure_judged
file /etc/pure-ftpd.conf pure_judged
for _path in TLS MinUID NoAnonymous PAMAuthentication; do file "/etc/pure-ftpd/conf/$_path"; done
for _path in vsftpd ftp proftpd pure-ftpd; do file "/etc/pam.d/$_path" pam_lists; done
for _path in ${lists.join(' ')}; do file "$_path" names_only; done
named_by() { follow "$1"; [ -f "$_real" ] && [ -r "$_real" ] && sed -n "$2" "$_real" | tr -d '\\r' | head -n 5; }
for _main in ${vsftpdMains.join(' ')}; do
  named_by "$_main" 's/^userlist_file=\\(\\/.*\\)$/\\1/p' | while IFS= read -r _path; do file "$_path" names_only; done
  named_by "$_main" 's/^banner_file=\\(\\/.*\\)$/\\1/p' | while IFS= read -r _path; do file "$_path" greeting; done
done
for _main in vsftpd ftp proftpd pure-ftpd; do
  named_by "/etc/pam.d/$_main" 's/^[^#]*pam_listfile.*[[:space:]]file=\\(\\/[^[:space:]]*\\).*/\\1/p' | while IFS= read -r _path; do file "$_path" names_only; done
done
:
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    // A list that two settings name was read twice.
    const file = (path: string): FileRecord | undefined =>
      files.find((one) => one.path === path && one.type === 'file');
    const main = (paths: readonly string[]): string => paths.find((path) => file(path) !== undefined) ?? '';
    const mains: Readonly<Record<FtpServer, string>> = {
      vsftpd: main(vsftpdMains),
      proftpd: main(proftpdMains),
      'pure-ftpd': main(['/etc/pure-ftpd/pure-ftpd.conf', '/etc/pure-ftpd.conf']),
      other: '',
    };
    const vsftpd = vsftpdSettings(file(mains.vsftpd));
    const proftpd = proftpdDirectives(mains.proftpd, files);
    const list = (path: string, kind: FtpUserList['kind'], source: string): FtpUserList[] => {
      const found = file(path);
      return found ? [{ file: found, kind, source }] : [];
    };
    const pamLists = (service: string): FtpUserList[] => {
      const stack = file(`/etc/pam.d/${service}`);
      if (!stack) return [];
      return pamLines(stack)
        .filter((line) => line.target === 'pam_listfile' && pamArgument(line, 'item') === 'user')
        .flatMap((line) =>
          list(
            pamArgument(line, 'file') ?? '',
            pamArgument(line, 'sense') === 'allow' ? 'allow' : 'deny',
            `${stack.path}:${line.line}`,
          ),
        );
    };
    const listsOf = (server: FtpServer): FtpUserList[] => {
      if (server === 'vsftpd') return [...pamLists(pamService(vsftpd)), ...userLists(vsftpd, list)];
      if (server === 'pure-ftpd') return pamLists('pure-ftpd');
      if (server === 'other')
        return [...list('/etc/ftpusers', 'deny', 'ftpd'), ...list('/etc/ftpd/ftpusers', 'deny', 'ftpd')];
      const off = settingLast(proftpd, 'useftpusers')?.value.toLowerCase() === 'off';
      return [...(off ? [] : list('/etc/ftpusers', 'deny', 'UseFtpUsers on')), ...pamLists('proftpd')];
    };
    const pureFtpd = pureFtpdSettings(files);
    return { vsftpd, proftpd, pureFtpd, file, mainOf: (server) => mains[server], listsOf };
  },
});

/** The built-in is `ftp` (vsftpd.conf(5)). */
function pamService(settings: readonly Setting[]): string {
  return settingLast(settings, 'pam_service_name')?.value ?? 'ftp';
}

/** The built-in file is /etc/vsftpd.user_list; Red Hat builds it as /etc/vsftpd/user_list. */
function userLists(
  settings: readonly Setting[],
  list: (path: string, kind: FtpUserList['kind'], source: string) => FtpUserList[],
): FtpUserList[] {
  if (!vsftpdOn(settings, 'userlist_enable', false)) return [];
  const kind = vsftpdOn(settings, 'userlist_deny', true) ? 'deny' : 'allow';
  const named = settingLast(settings, 'userlist_file')?.value;
  const source = `userlist_enable=YES, userlist_deny=${kind === 'deny' ? 'YES' : 'NO'}`;
  const paths = named === undefined ? ['/etc/vsftpd.user_list', '/etc/vsftpd/user_list'] : [named];
  return paths.flatMap((path) => list(path, kind, source)).slice(0, 1);
}
