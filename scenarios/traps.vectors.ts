// The pitfalls of the Unix items: what a naive reading gets wrong. Each has a case or a scenario that fails on it, or a reason why none can.

/** Id (the code of 2021, or of 2026 where the item is new, and the pitfall's number) and the pitfall. */
export const traps: Readonly<Record<string, string>> = {
  'U-01(1)':
    'sshd takes the FIRST value it reads: a drop-in included at the top beats the main file, and within one file the first duplicate wins; scripts that take the last grep hit are wrong.',
  'U-01(2)':
    'sshd -T without -C ignores Match blocks: a global no with a "Match User root" that says yes reads as pass. Always add -C user=root (plus host and addr).',
  'U-01(3)':
    'sshd -T fails without host keys ("no hostkeys available"), without the /run/sshd directory on socket-activated hosts, and when not root. Treat as error with a fallback parser, never as pass or fail.',
  'U-01(4)':
    'The built-in default when the key is absent is prohibit-password (7.0 and later); sshd -T prints it as "without-password". Literal reading of the guide (root cannot log in directly) makes that a fail; several public scripts count it as a pass. Make it a policy switch, default strict.',
  'U-01(5)':
    'Keywords are case-insensitive, the value may be quoted or follow "=", and commented sample lines must not match.',
  'U-01(6)': 'A telnet test that fires on any running xinetd, or on the telnet client package, is a false positive.',
  'U-01(7)':
    "cloud-init disable_root only puts a forced command in root's authorized_keys; the guide reads the sshd setting.",
  'U-02(1)':
    'The stock pwquality.conf holds only comments such as "# minlen = 8": a grep without anchoring reads defaults as settings.',
  'U-02(2)':
    'libpwquality reads pwquality.conf.d/*.conf first (ASCII order) and the main pwquality.conf last, so the MAIN file wins (opposite of sshd); options on the pam_pwquality line win over both.',
  'U-02(3)':
    'A positive credit (dcredit=1) gives length credit and does not require the class; only a negative value requires it. minclass=3 is an equivalent way to require three classes.',
  'U-02(4)':
    'Settings without pam_pwquality (or pam_cracklib) in the password stack have no effect; judge the stack first, then the values. The module must come before pam_unix and be required or requisite.',
  'U-02(5)':
    'Older libpwquality (AL2 generation) has different built-in defaults (minlen 9, credits +1) from newer ones (minlen 8, credits 0): absent keys must use the defaults of the installed version.',
  'U-02(6)':
    'PASS_MIN_LEN in login.defs is ignored when PAM does the check. login.defs ages apply only to accounts created later: read /etc/shadow too.',
  'U-02(7)':
    'Accounts that cannot use a password (locked, key-only) are out of scope for ageing: EC2 default users are normally locked.',
  'U-02(8)': 'The 2026 guide text is inconsistent about PASS_MIN_DAYS (0 in one sample, 1 in the rule); use 1 or more.',
  'U-03(1)':
    'pam_faillock built-in deny is 3 when the module is enabled and the key absent (pass); pam_tally2 without deny does not lock (fail).',
  'U-03(2)':
    'A value in faillock.conf means nothing if the module is not in the stack; conversely deny= on the PAM line overrides the file.',
  'U-03(3)': 'RHEL needs both system-auth and password-auth: SSH uses password-auth.',
  'U-03(4)':
    'Correct order matters: preauth before pam_unix, authfail after it, and an account line; a lone line does not lock.',
  'U-03(5)':
    'Scripts that look only for pam_tally2 report every modern host as fail; scripts that look only for faillock.conf report AL2 as fail.',
  'U-03(6)':
    'Hosts with password login disabled everywhere (key only) still fail literally; record as approved exception rather than N/A.',
  'U-04(1)': 'An EMPTY field 2 in passwd means no password at all and must fail although it is not a hash.',
  'U-04(2)': 'The fail text of the 2026 guide joins both faults with AND; treat either one as fail.',
  'U-04(3)': 'Lines starting with + or - (NIS compat) and blank lines break naive awk rules.',
  'U-04(4)': 'A missing or unreadable /etc/shadow is an error or a fail, never a pass.',
  'U-05(1)': "The SSM agent's own PATH is not root's login PATH: start a clean login shell.",
  'U-05(2)': 'Empty elements (leading ":", "::", trailing ":") mean the current directory.',
  'U-05(3)': 'The literal text allows "." at the end: pass with a warning.',
  'U-05(4)': 'A dot inside a directory name (/opt/app.d) must not match.',
  'U-05(5)': 'Running the profile executes site code: use a timeout and no terminal.',
  'U-06(1)':
    '-xdev from / skips other local volumes (separate /home, /var, EBS data mounts): enumerate local mounts and skip nfs, efs, cifs, fuse, overlay, proc, sys.',
  'U-06(2)':
    'Container layers (overlay2, containerd snapshots) hold UIDs unknown to the host: exclude, or report apart.',
  'U-06(3)': 'Directory users (SSSD/LDAP) look unowned while the directory is unreachable.',
  'U-06(4)':
    'Combine with the world-writable, SUID, hidden-file searches in one pass (five separate passes over 1.1 million files took 69 s, one combined pass 33 s on 2 vCPU).',
  'U-06(5)': 'Cap the list and report the total count; a timeout is an error, not a pass.',
  'U-07(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-07(2)': 'Use stat -L and treat a stat failure as error.',
  'U-07(3)': 'ACLs (trailing + in ls) can add rights: read getfacl when present.',
  'U-08(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-08(2)':
    'Debian/Ubuntu stock 640 root:shadow fails literally; CIS accepts it, and chmod 400 with setgid-shadow tools (chage, expiry, unix_chkpwd) changes behaviour. Offer a policy profile: strict (400) or distro-aware (640 with group shadow having no members).',
  'U-08(3)': 'Decimal comparison passes 040, 044 or 100 as "400 or less".',
  'U-08(4)': 'Missing file must not pass.',
  'U-08(5)': 'gshadow and the backup files (shadow-) are not in the text; CIS checks them.',
  'U-09(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-09(2)':
    '2021 asks 600: stock 644 fails on every distro and 600 breaks name lookup for non-root processes; 2026 relaxed to 644. Edition must select the limit.',
  'U-09(3)': 'cloud-init may rewrite the file.',
  'U-10(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-10(2)': 'File absent = N/A (or pass), not fail.',
  'U-10(3)':
    '2026 adds systemd: it shows 600 on /etc/systemd/system.conf and a recursive 600 on /etc/systemd. Stock files are 644, and a recursive chmod 600 also strips x from the directories. Judge (x)inetd only by default and offer the systemd part as an opt-in.',
  'U-11(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-11(2)': 'Stock 644 fails literally on every distro that has rsyslog.',
  'U-11(3)': 'Include rsyslog.d/*.conf as extra evidence.',
  'U-11(4)': 'Journald-only hosts: N/A, not pass by default and not fail.',
  'U-12(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-12(2)': 'Absent file = N/A.',
  'U-13(1)':
    'Stock newgrp and unix_chkpwd are on the 2021 list, so every distro fails literally; removing SUID from unix_chkpwd breaks PAM for non-root callers. Use an allow-list per distro and report the difference.',
  'U-13(2)':
    "The guide's command limits to -user root and misses files such as Debian's at (owner daemon) and SGID files of other groups.",
  'U-13(3)': '-perm +6000 is obsolete syntax (fails on current findutils): use /6000.',
  'U-13(4)': 'File capabilities (getcap) are the modern equivalent: extra evidence.',
  'U-13(5)': 'Snap and container trees under squashfs/overlay produce hundreds of duplicates.',
  'U-14(1)': 'Loop over accounts, not over /home/*: root, /var/lib/* and custom homes matter.',
  'U-14(2)': 'Skip homes such as /, /bin, /proc, /nonexistent and shared homes.',
  'U-14(3)': 'Group write counts as a fault although the sample command only removes o-w.',
  'U-14(4)': 'sync/shutdown/halt accounts caused false fails in a public script.',
  'U-14(5)': 'Dotfile links must be resolved.',
  'U-15(1)':
    'Exclude /proc, /sys, /dev, links and sockets; directories with the sticky bit (/tmp) are normal, without it a finding.',
  'U-15(2)': 'None found = pass; otherwise manual unless every path is on an approved list.',
  'U-15(3)': 'Same mount, container and cost notes as U-06/U-15.',
  'U-16(1)':
    '/dev/shm, /dev/mqueue and /dev/hugepages are separate tmpfs: -xdev skips them; without it databases and browsers give false hits.',
  'U-16(2)':
    '"-type f" is right; searching for everything that is not a block/char device flags directories, links and sockets.',
  'U-16(3)':
    "The available transcription of the 2026 check text for this item repeats another item's text (unsure whether the PDF has the same slip).",
  'U-17(1)': 'Files present while services are off: literal pass; warn.',
  'U-17(2)': 'Match "+" as a token at line start, not as part of a name or comment.',
  'U-17(3)': 'sshd HostbasedAuthentication/IgnoreRhosts is the modern equivalent: extra evidence.',
  'U-18(1)':
    "hosts.deny on a distro whose sshd lacks libwrap does nothing (RHEL 8+, AL2023): test the binary's linkage.",
  'U-18(2)':
    'An active firewall with an ACCEPT-all policy is not a restriction: evaluate policies and rules, not the service state.',
  'U-18(3)': 'Docker and kube-proxy insert rules: rule count is no proof.',
  'U-18(4)':
    'On EC2 the Security Group usually does this job: not visible to a host script. Join the SG/NACL data centrally and mark as compensating evidence; 0.0.0.0/0 on 22 is a finding.',
  'U-18(5)': 'iptables -S without root prints an error: error, not fail.',
  'U-19(1)':
    'xinetd: parse every service block; one file can hold a tcp and a udp block, each with its own "disable" (the Debian chargen file does); the last assignment and the global "disabled ="/"enabled =" lists also count.',
  'U-19(2)': 'Socket-activated daemons show an inactive .service while the .socket listens: check both.',
  'U-19(3)':
    'The finger CLIENT binary is not the service, and a loose name search also hits fingerprint-reader services.',
  'U-20(1)': "vsftpd's built-in default is YES: a missing or commented key on a running vsftpd is a fail.",
  'U-20(2)':
    'The stock ftp account on RHEL-family hosts is not anonymous FTP by itself; 2021 scripts that fail on the account hit every RHEL host.',
  'U-20(3)': 'vsftpd keys allow no blanks around "=", values YES/NO/TRUE/1 in any case.',
  'U-20(4)': 'vsftpd can run several instances (vsftpd@name) with other files.',
  'U-20(5)': 'proftpd Include directories.',
  'U-20(6)': 'The available transcription of the Samba sample has a typo in the option name (guest ok).',
  'U-21(1)':
    'xinetd: parse every service block; one file can hold a tcp and a udp block, each with its own "disable" (the Debian chargen file does); the last assignment and the global "disabled ="/"enabled =" lists also count.',
  'U-21(2)': 'Socket-activated daemons show an inactive .service while the .socket listens: check both.',
  'U-21(3)': 'UDP 514 is syslog and must not count; match tcp only.',
  'U-21(4)': 'Matching "shell" or "login" anywhere in unit names hits systemd-logind.',
  'U-22(1)': 'Directories (cron.d, cron.daily, spool) cannot be 640 (they need x): apply the limit to files only.',
  'U-22(2)': 'Scripts inside cron.daily need x: 640 disables run-parts; treat 750/700 there as policy choice.',
  'U-22(3)': 'User crontabs are owned by their user with 600 (pass on mode; the owner rule in the guide says root).',
  'U-22(4)': 'Dropping SUID from crontab stops non-root editing entirely; cron.allow is the softer control.',
  'U-22(5)': "cron.allow absent and cron.deny absent: root only (per guide); Debian's cron then allows everyone.",
  'U-22(6)': 'N/A where cron and at are not installed.',
  'U-23(1)':
    'xinetd: parse every service block; one file can hold a tcp and a udp block, each with its own "disable" (the Debian chargen file does); the last assignment and the global "disabled ="/"enabled =" lists also count.',
  'U-23(2)':
    'Judge the four classic services automatically; ntp/dns/snmp are covered by other items and a client-only chronyd is not a fault.',
  'U-23(3)': 'Name search for "echo" or "time" hits unrelated units.',
  'U-24(1)':
    'Client pieces (rpcbind, rpc-statd, nfs-idmapd, EFS mount helper, nfs-client.target) are not the server; EFS hosts would all fail.',
  'U-24(2)': 'nfsd runs as kernel threads: check /proc/fs/nfsd/threads or port 2049, not just process names.',
  'U-24(3)': '"Needless" is a business question: running = fail unless an approved exception exists.',
  'U-25(1)': '"host(rw)" and "host (rw)" differ: with the blank the options apply to everyone.',
  'U-25(2)': 'Wildcards: *, 0.0.0.0/0, ::/0, missing host, netgroups.',
  'U-25(3)': 'Line continuations, quoted paths and default option lines (-ro,...).',
  'U-25(4)': 'The fail text joins the two faults with AND: treat either as fail.',
  'U-25(5)': 'Empty exports with a running server: pass with note (feeds U-39).',
  'U-26(1)':
    'Every systemd host has proc-sys-fs-binfmt_misc.automount: grepping "automount" in unit lists is a false fail.',
  'U-26(2)': 'Also /usr/libexec/gvfs and "automount" options in fstab are not autofs.',
  'U-27(1)': "rpcbind itself is not on the guide's list: report it as a warning (CIS wants it off).",
  'U-27(2)':
    'rpc.statd and rquotad are on the list but NFSv3 needs statd: exception or downgrade when NFSv3 mounts exist.',
  'U-27(3)': 'Socket-activated daemons show an inactive .service while the .socket listens: check both.',
  'U-27(4)': 'rpcinfo -p answers only if rpcbind runs; absence of output is a pass only when rpcbind is off.',
  'U-28(1)': 'nsswitch "nis" without a running ypbind is only a warning.',
  'U-28(2)': 'NIS+ is accepted by the text but does not exist on current Linux.',
  'U-28(3)': 'grep "yp" in process lists hits many names (types, crypt): match exact names.',
  'U-29(1)':
    'xinetd: parse every service block; one file can hold a tcp and a udp block, each with its own "disable" (the Debian chargen file does); the last assignment and the global "disabled ="/"enabled =" lists also count.',
  'U-29(2)': 'Socket-activated daemons show an inactive .service while the .socket listens: check both.',
  'U-29(3)': 'dnsmasq with enable-tftp serves TFTP without any tftp unit: check the port.',
  'U-29(4)': 'UDP sockets have no LISTEN state: use ss -u -l (UNCONN).',
  'U-30(1)':
    'Distribution back-ports keep the upstream number low: comparing with upstream latest is a false fail; ask the package manager for pending security updates.',
  'U-30(2)': 'Version data needs repo access; an offline host gives unknown, not pass.',
  'U-30(3)': 'The presence of /usr/sbin/sendmail is only the compatibility wrapper of postfix/exim.',
  'U-31(1)':
    'Read effective values (postconf), not main.cf text: master.cf -o overrides and built-in defaults matter (smtpd_relay_restrictions has a safe default since postfix 2.10).',
  'U-31(2)': 'mynetworks = 0.0.0.0/0 makes it open even with the restriction present.',
  'U-31(3)': 'Loopback-only listeners cannot relay for outsiders.',
  'U-31(4)': 'A commented rule in sendmail.cf is a fail.',
  'U-32(1)': 'The stock postsuper mode fails literally although the tool itself refuses non-root.',
  'U-32(2)': 'PrivacyOptions may be a list over several lines or set through the .mc file; the .cf counts.',
  'U-32(3)': 'Only judge the MTA that is installed and running.',
  'U-33(1)': 'systemd-resolved, dnsmasq or unbound on port 53 of loopback is not BIND: "port 53 open" is a false hit.',
  'U-33(2)': 'Back-ported versions: same rule as mail.',
  'U-33(3)':
    '"Patched regularly" is a process question: automatic pass only when no security update is pending, plus patch evidence.',
  'U-34(1)':
    'Absent allow-transfer means any on BIND 9.11 to 9.18 (AL2, RHEL 8/9, Ubuntu, Debian 12); whether 9.20 changed the default: unsure.',
  'U-34(2)': 'Zone level overrides view, view overrides options.',
  'U-34(3)': 'Only primary/secondary zones matter; a pure resolver has nothing to transfer.',
  'U-34(4)': '-x hides keys in output: use it for evidence.',
  'U-35(1)': '"-Indexes" and "Indexes" both contain the word: parse the sign; Options merges only with +/-.',
  'U-35(2)': 'AllowOverride Options lets .htaccess turn it back on.',
  'U-35(3)': 'Debian stock has Indexes on /var/www (verified): literal fail.',
  'U-35(4)': 'nginx default is off: absence passes.',
  'U-35(5)': 'Follow the real Include chain: files in sites-available, *.rpmsave or sample directories are not active.',
  'U-36(1)': 'The master process is root by design to bind 80/443: judge only the children.',
  'U-36(2)': 'Containers: host ps shows mapped UIDs.',
  'U-36(3)': 'Tomcat under systemd: User= of the unit.',
  'U-36(4)': 'Follow the real Include chain: files in sites-available, *.rpmsave or sample directories are not active.',
  'U-37(1)':
    'The 2021 criterion contradicts Apache hardening practice (AllowOverride None is recommended and stock): literal reading fails every stock Apache and pushes users to a weaker setting. Make it a policy switch.',
  'U-37(2)':
    '2026 samples: nginx auth_basic on the restricted location, Tomcat Context without allowLinking. A real nginx traversal risk (alias without trailing slash) is outside the text.',
  'U-37(3)': 'Follow the real Include chain: files in sites-available, *.rpmsave or sample directories are not active.',
  'U-38(1)': 'The full meaning ("needless") needs a person; a fixed list can be automatic.',
  'U-38(2)': 'The manual package may be installed without being linked in the configuration.',
  'U-38(3)': 'Follow the real Include chain: files in sites-available, *.rpmsave or sample directories are not active.',
  'U-39(1)': "FollowSymLinks is Apache's default when no Options line exists: absence is a fail.",
  'U-39(2)': '"Options None" or "-FollowSymLinks" pass; "Options All" includes it.',
  'U-39(3)': 'Rewrite rules need FollowSymLinks or SymLinksIfOwnerMatch in .htaccess context.',
  'U-39(4)': 'Follow the real Include chain: files in sites-available, *.rpmsave or sample directories are not active.',
  'U-40(1)':
    'Apache default changed from unlimited to 1 GiB in 2.4.54 (unsure for back-ports): absence depends on version.',
  'U-40(2)': 'nginx default is 1 MB when absent; value 0 disables.',
  'U-40(3)': 'Download size cannot be limited by these keys.',
  'U-40(4)': 'Follow the real Include chain: files in sites-available, *.rpmsave or sample directories are not active.',
  'U-41(1)': 'Defaults differ: /var/www/html, /usr/share/nginx/html, /usr/local/apache/htdocs.',
  'U-41(2)': 'All virtual hosts count; a reverse proxy without root has nothing to judge.',
  'U-41(3)': 'Follow the real Include chain: files in sites-available, *.rpmsave or sample directories are not active.',
  'U-42(1)': '"0 updates" from a stale cache, no network or a version-locked repo is not a pass: record metadata age.',
  'U-42(2)': 'Updated but not rebooted: running kernel older than the installed one.',
  'U-42(3)': 'A policy document is required: automatic part gives pending count and EOL status; verdict partly manual.',
  'U-42(4)': 'Running a package manager refresh changes state and takes locks: prefer SSM Patch Manager data.',
  'U-43(1)': 'Pure process item: scripts that return pass or fail are wrong; status manual.',
  'U-43(2)': 'Supporting facts: log agent running, CloudWatch Logs/SIEM shipping, last log time.',
  'U-44(1)':
    'Compare numerically (a UID written 00 is also 0) and skip comment-like or empty lines (an empty field evaluates to 0).',
  'U-44(2)': 'Do not confuse with GID 0: RHEL ships sync, shutdown, halt and operator with GID 0.',
  'U-44(3)': 'getent would add directory accounts; decide local vs directory scope and record it.',
  'U-45(1)': 'The commented sample lines are the most common false pass.',
  'U-45(2)': '"auth sufficient pam_wheel.so trust" lets wheel members su without a password and does not block others.',
  'U-45(3)': 'The module placed after a sufficient line (other than pam_rootok) may never run.',
  'U-45(4)': 'A group restriction with an empty group is a pass (nobody can su); CIS prefers that.',
  'U-45(5)': 'The 2026 guide does not require it where no ordinary user account exists besides root.',
  'U-45(6)': 'sudo NOPASSWD for the EC2 default user makes this control weak: report next to U-63.',
  'U-46(1)': 'PASS_MIN_LEN in login.defs is not used by PAM-based passwd: on its own it is no proof; report both.',
  'U-46(2)': 'Credits greater than 0 shorten the effective minimum length.',
  'U-46(3)': 'Debian/Ubuntu login.defs has no PASS_MIN_LEN line at all: absent key must not crash an integer test.',
  'U-47(1)': 'login.defs does not touch existing accounts.',
  'U-47(2)': 'Locked accounts (! or * in field 2) have no password to age: exclude, but list them.',
  'U-47(3)': 'Empty field 5 means no maximum.',
  'U-47(4)': 'Changing root or service accounts may lock them out: remediation needs confirmation.',
  'U-48(1)': 'Same existing-account and locked-account rules as max age.',
  'U-48(2)': 'The 2026 text shows 0 in one sample and 1 in the rule: use 1.',
  'U-49(1)':
    'Only the account owner can say what is needed: report candidates (login-capable, never or not recently logged in) and leave the verdict to a person.',
  'U-49(2)': 'Failing on the mere presence of distro system accounts fails every host.',
  'U-49(3)':
    'lastlog is not written by SSM Session Manager, cron or key-less service use; newer distros replace lastlog (lastlog2: unsure which).',
  'U-49(4)': 'Putting # before a passwd line does not disable it.',
  'U-50(1)':
    'Secondary members are in /etc/group field 4, primary members only in /etc/passwd field 4: check both, with the RHEL system accounts allow-listed.',
  'U-50(2)': 'The guide speaks of the root group; report wheel/sudo membership and sudoers as extra evidence.',
  'U-50(3)': 'Pass automatically when root is the only member, otherwise manual.',
  'U-51(1)':
    'Flagging every member-less group fails every host: restrict to GID at or above GID_MIN and exclude groups owned by installed packages.',
  'U-51(2)': 'The title can also be read as "accounts whose GID has no group entry": check that too (CIS does).',
  'U-51(3)': 'Primary membership is not in the member list.',
  'U-52(1)': 'Sort before uniq; compare numerically; ignore blank and NIS compat lines.',
  'U-52(2)': 'Overlaps with U-44/U-05 when the shared UID is 0: report in both, link them.',
  'U-53(1)':
    'The guide names daemon, bin, sys, adm, listen, nobody, nobody4, noaccess, diag, operator, games, gopher; check those plus system UIDs (below UID_MIN).',
  'U-53(2)':
    'Accept /usr/sbin/nologin, /sbin/nologin, /bin/false, /usr/bin/false; sync/shutdown/halt are harmless specials.',
  'U-53(3)': 'An empty shell field means /bin/sh.',
  'U-53(4)': 'A service account that really logs in (deploy users) needs an exception record.',
  'U-54(1)': 'TMOUT=0 satisfies "600 or less" numerically but disables the timeout: must fail.',
  'U-54(2)': 'Several files may assign it; the last executed wins unless readonly was set earlier.',
  'U-54(3)':
    'Forms to parse: TMOUT=600, export TMOUT=600, readonly TMOUT=600, declare -xr TMOUT=600, typeset, values with quotes; commented lines excluded.',
  'U-54(4)':
    'sshd ClientAliveInterval is not an idle timeout (it detects dead peers); newer OpenSSH has ChannelTimeout/UnusedConnectionTimeout. Count them only as compensating evidence.',
  'U-54(5)': 'SSM Session Manager has its own idle timeout (default 20 minutes): different channel, add as evidence.',
  'U-55(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-55(2)': 'Absent must be pass (the text says so).',
  'U-56(1)': '"022 or more" must be bitwise ((umask & 022) == 022): 030, 040 and 100 are larger numbers but weaker.',
  'U-56(2)':
    'The umask of the scanning process (root through SSM) says nothing about login users: a public script judges by it.',
  'U-56(3)':
    'Conditional code: the RHEL-family profile sets 002 for UID above 199 with matching group name; a grep sees both values.',
  'U-56(4)': 'USERGROUPS_ENAB relaxes the group bits for user-private groups.',
  'U-56(5)': 'Quoting and 4-digit forms (0022, u=rwx,g=rx,o=rx) must be parsed.',
  'U-57(1)': 'Limit to accounts that can log in; system accounts share / or /bin or have none.',
  'U-57(2)': 'sync/shutdown/halt gave false fails.',
  'U-57(3)':
    'Deliberately root-owned homes (SFTP chroot) need an exception: sshd ChrootDirectory demands root ownership.',
  'U-57(4)': 'Group write is allowed by the text; report.',
  'U-58(1)': 'Counting system accounts fails every Debian/Ubuntu host: restrict to shells that allow login.',
  'U-58(2)': '/nonexistent is intentional.',
  'U-58(3)': 'Automounted homes may be absent until use.',
  'U-58(4)': 'A login user whose home is / is the risk the guide describes.',
  'U-59(1)':
    'A plain list is useless (every .git, .cache): reduce to suspicious places (/tmp, /var/tmp, /dev/shm, /dev, web roots), odd names ("...", trailing blanks) and executables.',
  'U-59(2)': 'No script can give a final verdict: status manual with evidence.',
  'U-60(1)':
    'xinetd: parse every service block; one file can hold a tcp and a udp block, each with its own "disable" (the Debian chargen file does); the last assignment and the global "disabled ="/"enabled =" lists also count.',
  'U-60(2)': 'Socket-activated daemons show an inactive .service while the .socket listens: check both.',
  'U-60(3)': 'The telnet client package is not the server.',
  'U-60(4)':
    '2021 wording is about using SSH; some assessors fail hosts with both SSH and Telnet/FTP (unsure of the exact note). 2026 only asks that Telnet is off.',
  'U-60(5)': 'Hosts with neither (SSM only) pass.',
  'U-61(1)': 'sftp-server (the SSH subsystem) matches "ftp" in ps and config searches: exclude.',
  'U-61(2)':
    'FTPS needs enforcement (vsftpd force_local_logins_ssl and force_local_data_ssl; proftpd TLSRequired), not just ssl_enable.',
  'U-61(3)': 'tftp is another item.',
  'U-62(1)': 'Match the account name exactly (not names that contain ftp).',
  'U-62(2)': 'Account absent = pass or N/A: be consistent.',
  'U-63(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-63(2)': 'Which file counts depends on the daemon and on pam_listfile in /etc/pam.d/vsftpd: follow it.',
  'U-63(3)': 'No FTP server: N/A even if the file exists.',
  'U-64(1)':
    'user_list is a DENY list with userlist_deny=YES (default) and an ALLOW list with NO: root in the file means opposite things.',
  'U-64(2)': 'A commented "#root" is not an entry.',
  'U-64(3)': 'proftpd: RootLogin default off.',
  'U-64(4)': 'userlist_enable=NO does not switch off the PAM list.',
  'U-65(1)': 'Not installed = N/A.',
  'U-65(2)': 'at.deny present but empty means everyone may use at.',
  'U-65(3)': 'Owner daemon on Debian is stock.',
  'U-66(1)': 'A well-secured v3 agent that monitoring needs still fails literally: provide an exception path.',
  'U-66(2)': 'snmptrapd is another daemon.',
  'U-66(3)': 'UDP: use UNCONN state.',
  'U-67(1)': 'com2sec: the community is the LAST field; rocommunity: the first.',
  'U-67(2)': 'Never print the string in evidence: length and class only.',
  'U-67(3)':
    'No community at all (v3 only): pass; 2026 applies the rule to v3 passwords, which are stored localised: manual.',
  'U-67(4)': 'Quoted strings.',
  'U-68(1)':
    'Non-empty is not a warning: stock issue holds only OS name and version. Check for a configured phrase, or hand to a person.',
  'U-68(2)': 'sshd Banner default none; issue.net is not shown by SSH unless Banner names it.',
  'U-68(3)': 'Only services that run count.',
  'U-68(4)': 'Escapes like \\S, \\r in issue disclose the OS version: CIS fails them.',
  'U-69(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-69(2)': 'Absent = N/A.',
  'U-70(1)': 'goaway includes both flags.',
  'U-70(2)': 'Postfix does not implement EXPN.',
  'U-70(3)': 'exim refuses by default when no ACL is set (unsure).',
  'U-70(4)': 'Loopback-only MTA: literal fail, low risk.',
  'U-71(1)': 'Absent ServerTokens = Full: fail.',
  'U-71(2)': 'ServerTokens is server-wide: only the last global value counts; ServerSignature is per context.',
  'U-71(3)': 'Prod, ProductOnly are the same.',
  'U-71(4)': 'The response header is the best proof but a proxy or ALB in front changes it.',
  'U-72(1)': 'journald-only hosts must not fail for a missing rsyslog.conf.',
  'U-72(2)':
    'RainerScript (if, action()) and 50-default.conf in rsyslog.d hold the rules: a selector grep in the main file misses them.',
  'U-72(3)':
    'The policy part is for a person; automatic part: daemon active, authpriv and info recorded, recent entries.',
  'U-72(4)': 'CloudWatch agent shipping is good evidence.',
  'U-13 2026(1)':
    'Accept prefixes $5$, $6$, $y$, $gy$, $7$, $2a$/$2b$/$2y$; fail $1$, 13-character DES, $md5, plain text; skip ! and * locks (strip leading ! first: the rest may still be a hash).',
  'U-13 2026(2)': 'Scripts that accept only $6$ fail every modern Ubuntu/Debian host.',
  'U-13 2026(3)': 'PAM is authoritative over login.defs.',
  'U-13 2026(4)': 'Changing the setting does not rewrite old hashes: check both.',
  'U-13 2026(5)': 'Never export the hash itself as evidence: only the prefix.',
  'U-17 2026(1)': 'Links under /etc/systemd/system show mode 777: resolve them before the test.',
  'U-17 2026(2)':
    'Links to /dev/null (masked units) resolve to a 666 character device: skip them or every masked unit is a false fail.',
  'U-17 2026(3)': 'Broken links: report, do not fail.',
  'U-17 2026(4)':
    'The text speaks of ordinary users: group-write for root group is tolerable, group-write for a user group is not.',
  'U-17 2026(5)': "Units in /usr/lib/systemd/system are outside the guide's command but worth the same test.",
  'U-51 2026(1)': 'Absent means none: pass.',
  'U-51 2026(2)': 'Address-only lists are spoofable: warn.',
  'U-51 2026(3)': '"any" inside nested ACL names: resolve the ACL.',
  'U-53 2026(1)': "vsftpd's default banner shows its version when the key is absent: fail.",
  'U-53 2026(2)': 'A banner that names the product again is still a fail: test the content.',
  'U-53 2026(3)': 'proftpd default ServerIdent is on (unsure for recent versions).',
  'U-59 2026(1)': 'v3 users are stored in the persistent file under /var/lib: absence in /etc is no proof.',
  'U-59 2026(2)': 'v3 with noauth or auth-only level is weak: report.',
  'U-59 2026(3)': 'rouser alone while rocommunity remains is a fail.',
  'U-61 2026(1)': '"default" as source means everyone.',
  'U-61 2026(2)': 'Loopback-only agentaddress limits the source as well: accept.',
  'U-61 2026(3)': 'VACM views (systemonly) limit content, not source.',
  'U-63 2026(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-63 2026(2)':
    'The pass text says "640" and the fail text "exceeds 640": stock 440 has no bit outside 640 and passes bitwise; a string-equality script fails every host.',
  'U-63 2026(3)': 'sudoers.d files are not named but matter: report them.',
  'U-63 2026(4)':
    'Title speaks of access: list NOPASSWD and ALL grants as evidence (EC2 default user has NOPASSWD:ALL in sudoers.d/90-cloud-init-users).',
  'U-63 2026(5)': 'visudo -c for syntax.',
  'U-65 2026(1)': "The guide's samples name only ntp and chrony; timesyncd must also count.",
  'U-65 2026(2)': 'Unit is chronyd on the RHEL family and chrony on Debian/Ubuntu.',
  'U-65 2026(3)': 'Active is not synchronised: read Leap status and the selected source (*).',
  'U-65 2026(4)':
    '"according to the standard" refers to the organisation\'s rule: let the allowed-source list be a parameter (169.254.169.123, fd00:ec2::123).',
  'U-65 2026(5)': 'Containers share the host clock: N/A.',
  'U-67 2026(1)': 'Compare bitwise ((mode & ~limit) == 0): decimal comparison passes 577 or 466 as "644 or less".',
  'U-67 2026(2)':
    'Literal reading fails every stock host (wtmp, lastlog, btmp, service-owned logs): ship an allow-list profile.',
  'U-67 2026(3)': '/var/log/README on Debian/Ubuntu is a link (777 without stat -L).',
  'U-67 2026(4)':
    'Depth: the text says files in the directory; sub-directories owned by services (postgresql, chrony, nginx) multiply findings.',
  'U-67 2026(5)': 'setgid + ACL on /var/log/journal.',
};
