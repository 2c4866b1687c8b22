// One walk over every local file system: files without an owner, writable by everybody, run as their owner, or hidden.
import type { NoteRecord, Probe, Records, Unread } from '@bongsu/core';
import { isUnread, probe, unread } from '@bongsu/core';

export interface WalkedFile {
  /** Cut where it is longer than the walk reports. */
  readonly path: string;
  readonly cut: boolean;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** In the words of stat: `regular file`, `directory`, `symbolic link`. */
  readonly type: string;
  /** Under a folder where the system keeps programs and settings (/etc, /usr, /opt, /root, the cron spools, …). */
  readonly system: boolean;
}

export interface WalkedKind {
  readonly total: number;
  /** How many of the total are in system places. */
  readonly systemTotal: number;
  /** At most 200 in system places and 200 elsewhere. */
  readonly listed: readonly WalkedFile[];
}

export interface FileWalk {
  readonly unowned: WalkedKind;
  readonly writableFiles: WalkedKind;
  /** Folders that everybody may write and that have no sticky bit. */
  readonly writableFolders: WalkedKind;
  readonly setuid: WalkedKind;
  /** Mount points that were walked besides the root. */
  readonly mounts: readonly string[];
  readonly leftOut: readonly { readonly path: string; readonly why: string }[];
  /** The directory service that also names accounts (`sss`, `ldap`, …); null where local files name all. */
  readonly directory: string | null;
}

export interface HiddenWalk extends FileWalk {
  /** Names that begin with a dot, as far as the name is odd, it is a program, or it lies in /tmp, /var/tmp or a web root. */
  readonly hidden: WalkedKind;
}

export const fileWalk = probe<FileWalk>({
  name: 'file-walk',
  timeoutSeconds: 600,
  // Ten lists of 200 names of at most 400 bytes, and the mounts.
  sizeBytesMax: 1310720,
  live: false,
  script: `
file /etc/nsswitch.conf
meta /etc/sssd/sssd.conf
expand '/etc/sssd/conf.d/*' meta
walk
`,
  read(records) {
    const gap = gapOf(records);
    if (gap) return gap;
    const kinds = ['unowned', 'writable-file', 'writable-directory', 'setuid'].map((kind) => kindOf(records, kind));
    const [unowned, writableFiles, writableFolders, setuid] = kinds;
    if (!unowned || !writableFiles || !writableFolders || !setuid)
      return unread('파일 탐색이 끝까지 가지 못함', 'the walk did not reach its end');
    return {
      unowned,
      writableFiles,
      writableFolders,
      setuid,
      mounts: records.notes('walk.mount').map((note) => note.values[0] ?? ''),
      leftOut: records.notes('walk.skipped').map(({ values }) => ({ path: values[0] ?? '', why: values[1] ?? '' })),
      directory: directoryOf(records),
    };
  },
});

/** The same walk for the check that asks for hidden files, so that evidence from before that question still answers the others. */
export const hiddenWalk: Probe<HiddenWalk> = {
  ...fileWalk,
  read(records) {
    const walk = fileWalk.read(records);
    if (isUnread(walk)) return walk;
    const hidden = kindOf(records, 'hidden');
    return hidden === null
      ? unread('이 증적은 숨김 파일을 찾기 전의 것임', 'this evidence is older than the search for hidden files')
      : { ...walk, hidden };
  },
};

function gapOf(records: Records): Unread | null {
  const denied = Number(records.note('walk.denied')?.values[0] ?? Number.NaN);
  const faults = Number(records.note('walk.faults')?.values[0] ?? Number.NaN);
  const words = records.note('walk.gap')?.values[0] ?? '';
  if (Number.isNaN(denied) || Number.isNaN(faults))
    return unread('파일 탐색이 끝까지 가지 못함', 'the walk did not reach its end');
  if (denied > 0)
    return unread(
      `디렉터리 ${denied}개를 읽을 수 없음(${words})`,
      `${denied} directories could not be read (${words})`,
    );
  if (faults > 0) return unread(`탐색 중 오류 ${faults}건(${words})`, `the walk met ${faults} faults (${words})`);
  if (records.note('walk.accounts'))
    return unread('/etc/passwd나 /etc/group을 읽을 수 없음', '/etc/passwd or /etc/group could not be read');
  return null;
}

function kindOf(records: Records, kind: string): WalkedKind | null {
  const [total = '', systemTotal = ''] = records.note(`walk.${kind}.total`)?.values ?? [];
  if (!/^[0-9]+$/.test(total) || !/^[0-9]+$/.test(systemTotal)) return null;
  return {
    total: Number(total),
    systemTotal: Number(systemTotal),
    listed: records.notes(`walk.${kind}`).map(fileOf),
  };
}

function fileOf({ values }: NoteRecord): WalkedFile {
  const [mode = '', uid = '', gid = '', type = '', path = '', place, cut] = values;
  return {
    path,
    cut: cut === 'cut',
    mode: Number.parseInt(mode, 8),
    uid: Number(uid),
    gid: Number(gid),
    type,
    system: place === 'system',
  };
}

/** Sources of nsswitch.conf(5) that read this host's own files. */
const local = new Set(['files', 'compat', 'db', 'altfiles', 'systemd', 'extrausers', 'myhostname']);

function directoryOf(records: Records): string | null {
  const lines = records.file('/etc/nsswitch.conf')?.lines ?? [];
  const named = lines.flatMap((line) => {
    const sources = /^\s*(?:passwd|group)\s*:([^#]*)/.exec(line)?.[1] ?? '';
    return sources.replace(/\[[^\]]*\]/g, ' ').match(/\S+/g) ?? [];
  });
  // The RHEL family names sss on every host; it counts only where SSSD is set up.
  const sssd = records.files().some((file) => file.path.startsWith('/etc/sssd/') && file.state !== 'absent');
  return named.find((source) => !local.has(source) && (source !== 'sss' || sssd)) ?? null;
}
