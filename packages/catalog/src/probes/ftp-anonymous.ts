// What the files of FTP servers say of anonymous users. ProFTPD's may hold passwords of databases: only the lines that matter leave the host.
import type { AnonymousAnswer } from '@bongsu/core';
import { probe, proftpdAnonymous, pureFtpdAnonymous, unread, vsftpdAnonymous } from '@bongsu/core';

export interface FtpAnonymous {
  /** By configuration file: an instance `vsftpd@name` has a file of its own. */
  readonly vsftpd: ReadonlyMap<string, AnonymousAnswer>;
  /** null where its files are not there. */
  readonly proftpd: AnonymousAnswer | null;
  readonly pureFtpd: AnonymousAnswer | null;
}

const proftpdMain = ['/etc/proftpd/proftpd.conf', '/etc/proftpd.conf'];

export const ftpAnonymous = probe<FtpAnonymous>({
  name: 'ftp-anonymous',
  timeoutSeconds: 20,
  sizeBytesMax: 524288,
  live: false,
  script: `
vsftpd_lines() { awk '{ if (tolower($0) ~ /anonymous_enable/) print; else print "" }'; }
# The options of the daemon that define names for IfDefine are kept of its start-up files; the stock file of EPEL tells of some in its comments.
proftpd_lines() { awk '{ if (tolower($0) ~ /^[ \\t]*(<|include|define|denyall)/) print; else print "" }'; }
proftpd_options() { awk '/^[ \\t]*#/ { next } { while (match($0, /-D *[A-Za-z0-9_]+/)) { print substr($0, RSTART, RLENGTH); $0 = substr($0, RSTART + RLENGTH) } }'; }
pure_lines() { awk '{ if (tolower($0) ~ /^[ \\t]*noanonymous/) print; else print "" }'; }
file /etc/vsftpd.conf vsftpd_lines
expand '/etc/vsftpd/*.conf' file vsftpd_lines
for _path in ${proftpdMain.join(' ')}; do file "$_path" proftpd_lines; done
expand '/etc/proftpd/*.conf' file proftpd_lines
expand '/etc/proftpd/conf.d/*' file proftpd_lines
for _main in ${proftpdMain.join(' ')}; do
  follow "$_main"
  [ -n "$_real" ] && [ -r "$_real" ] || continue
  awk 'tolower($1) == "include" { gsub(/"/, "", $2); print $2 }' "$_real" | while IFS= read -r _include; do
    case $_include in /etc/proftpd/conf.d/* | /etc/proftpd/*.conf) continue ;; */) _include=$_include'*' ;; /*) ;; *) continue ;; esac
    expand "$_include" file proftpd_lines
  done
done
file /etc/sysconfig/proftpd proftpd_options
file /etc/default/proftpd proftpd_options
file /etc/pure-ftpd/pure-ftpd.conf pure_lines
file /etc/pure-ftpd.conf pure_lines
file /etc/pure-ftpd/conf/NoAnonymous
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const present = files.filter((file) => file.state === 'present' && file.type === 'file');
    const vsftpd = present.filter((file) => /^\/etc\/vsftpd(\.conf|\/[^/]+\.conf)$/.test(file.path));
    const main = present.find((file) => proftpdMain.includes(file.path));
    const options = present.filter((file) => /^\/etc\/(sysconfig|default)\/proftpd$/.test(file.path));
    const defined = options.flatMap((file) =>
      file.lines.flatMap((line) => [...line.matchAll(/-D *(\w+)/g)].map((match) => match[1] ?? '')),
    );
    const pure = present.filter((file) => file.path.startsWith('/etc/pure-ftpd'));
    return {
      vsftpd: new Map(vsftpd.map((file) => [file.path, vsftpdAnonymous(file)])),
      proftpd: main ? proftpdAnonymous(main, present, defined) : null,
      pureFtpd: pure.length > 0 ? pureFtpdAnonymous(pure) : null,
    };
  },
});
