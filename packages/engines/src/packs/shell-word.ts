// Words that a pack gives, as the shell of a host reads them: quoted whatever they hold, and refused where they have no business.

/** A word in single quotes: inert in every POSIX shell. */
export function shellWord(word: string): string {
  if (word.includes('\0') || word.includes('\n')) throw new Error('a word of a script holds no line end');
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Files whose text is a secret; a pack may ask for their owner and mode alone. */
const secretTexts =
  /^\/etc\/(?:passwd|group|shadow|gshadow|security\/opasswd|krb5\.keytab)(?:[-.~].*)?$|(?:^|\/)(?:ssh_host_[^/]*_key|id_(?:rsa|dsa|ecdsa|ed25519)|authorized_keys|\.netrc|\.pgpass|\.my\.cnf)$|\.(?:key|pem|p12|pfx|jks|keystore|keytab)$|\/(?:private|ssl\.key)\//;

export function holdsSecrets(path: string): boolean {
  return secretTexts.test(path);
}

const plainPath = /^(?:\/[A-Za-z0-9._@+=:,%-]+)+$/;
/** Reading these may wait for ever, change the system, or tell another thing at each read. */
const livePlaces = /^\/(?:proc|sys|dev|run\/user)(?:\/|$)/;

/** Why a pack may not ask for this file; null where it may. */
export function pathFault(path: string): string | null {
  if (!plainPath.test(path) || path.length > 200)
    return 'is no plain absolute path: letters, digits and ._@+=:,%- between slashes';
  if (/\/\.{1,2}(?:\/|$)/.test(path)) return 'may not hold . or .. as a part';
  if (livePlaces.test(path)) return 'may not lie in /proc, /sys or /dev: ask a command instead';
  return null;
}

/** The folders in which a pack may ask for many files at once. */
export const globFolders = [
  '/etc',
  '/usr/lib/systemd',
  '/usr/lib/sysctl.d',
  '/usr/lib/modprobe.d',
  '/usr/lib/tmpfiles.d',
  '/usr/local/etc',
  '/usr/share/polkit-1',
  '/var/spool/cron',
  '/opt',
] as const;

/** Why a pack may not ask for these files; null where it may. `*` and `?` stand in the last part only. */
export function globFault(glob: string): string | null {
  const folder = glob.slice(0, glob.lastIndexOf('/'));
  const last = glob.slice(glob.lastIndexOf('/') + 1);
  const fault = pathFault(folder);
  if (fault !== null) return fault;
  if (!/^[A-Za-z0-9._@+=:,%*?-]+$/.test(last) || !/[*?]/.test(last))
    return 'ends in a name with * or ?, such as *.conf; * and ? stand nowhere else';
  if (!globFolders.some((allowed) => folder === allowed || folder.startsWith(`${allowed}/`)))
    return `must lie in one of ${globFolders.join(', ')}`;
  return null;
}

/** Whether a path is one that the glob asks for; as in a shell, a leading dot is matched by a dot alone. */
export function globMatches(glob: string, path: string): boolean {
  const cut = glob.lastIndexOf('/') + 1;
  if (path.slice(0, cut) !== glob.slice(0, cut)) return false;
  const [last, name] = [glob.slice(cut), path.slice(cut)];
  if (name === '' || name.includes('/') || (name.startsWith('.') && !last.startsWith('.'))) return false;
  return wildcard(last, name);
}

/** Greedy with one step back to the last star: never more than length times length. */
function wildcard(glob: string, name: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (from < name.length) {
    if (glob[at] === '*') [star, mark, at] = [at, from, at + 1];
    else if (glob[at] === '?' || glob[at] === name[from]) [at, from] = [at + 1, from + 1];
    else if (star >= 0) [at, mark, from] = [star + 1, mark + 1, mark + 1];
    else return false;
  }
  return glob.slice(at).replaceAll('*', '') === '';
}
