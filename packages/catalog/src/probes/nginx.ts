// Every nginx of a host: how it is started, its configuration with all includes, under whom it answers, and what it serves and writes.
// `nginx -T` is not asked: it creates the pid file, logs and temporary folders where they are missing, binds every socket and looks up
// names (ngx_init_cycle; seen with strace on 1.22.1). So the files are read as nginx reads them, and proofs say "parsed"; what `nginx -V`
// would tell is read from the program's own bytes.
import type { FileRecord, NginxDirective, NginxServer, Probe, Proof, Records, Unread } from '@bongsu/core';
import { nginxDirectives, nginxServers, probe, unread } from '@bongsu/core';
import type { FileModes } from './file-modes.ts';
import { fileModesOf, guardShell } from './file-modes.ts';
import { nginxContentShell } from './nginx/content.ts';
import { nginxDiscoverShell } from './nginx/discover.ts';
import { nginxGatherShell } from './nginx/gather.ts';
import { nginxMaskShell } from './nginx/mask.ts';

export interface Nginx {
  /** Those that run, then those that would start. */
  readonly instances: readonly NginxInstance[];
  /** Programs and configurations that lie there and are not in use. */
  readonly off: readonly Proof[];
  /** Those that run with another root, in a container: their files are not this host's. */
  readonly elsewhere: readonly Proof[];
  /** Owner, mode and access-control list of logs, keys and served folders. */
  readonly modes: FileModes;
  folder(path: string): NginxFolder;
}

export interface NginxInstance {
  /** As reasons name it: its configuration, and its process where it runs. */
  readonly name: string;
  readonly running: boolean;
  readonly conf: string;
  readonly prefix: string;
  readonly program: string;
  /** `nginx/1.22.1`; empty where the program does not say. */
  readonly version: string;
  /** The account that was built in, for where `user` is not set. */
  readonly builtUser: string;
  /** Where errors and requests are logged where the configuration does not say. */
  readonly errorLog: string;
  readonly accessLog: string;
  /** The master process; null where it does not run. */
  readonly master: { readonly pid: string; readonly uid: number } | null;
  readonly workers: readonly NginxWorker[];
  /** True where the program on disk is no longer the one that runs. */
  readonly replaced: boolean;
  /** Files that were written after it loaded its configuration: what they say is not in force yet. */
  readonly unloaded: readonly string[];
  /** How it was found, and what was parsed. */
  readonly proofs: readonly Proof[];
  readonly tree: readonly NginxDirective[];
  readonly servers: readonly NginxServer[];
  /** The files that its configuration was read from. */
  readonly files: readonly FileRecord[];
}

export interface NginxWorker {
  readonly pid: string;
  readonly uid: number;
  readonly title: string;
}

/** A folder that is served, and what in it is worth a look. */
export interface NginxFolder {
  readonly state: 'folder' | 'file' | 'absent' | 'system' | 'unreadable' | 'unseen';
  readonly entries: readonly NginxEntry[];
  /** Why the list is not complete; empty where it is. */
  readonly cut: string;
}

export interface NginxEntry {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly kind: 'file' | 'folder' | 'link' | 'stock-page' | 'other';
  readonly linkTarget: string;
}

export const nginx: Probe<Nginx> = probe<Nginx>({
  name: 'nginx',
  timeoutSeconds: 120,
  // About 800 files of a few kilobytes each.
  sizeBytesMax: 2097152,
  live: false,
  script: `
${guardShell}${nginxMaskShell}${nginxGatherShell}${nginxDiscoverShell}${nginxContentShell}for _list in seen roots logs guarded instances programs; do : > "$W/nginx-$_list"; done
nginx_count=0
nginx_candidates='/usr/sbin/nginx /usr/bin/nginx /usr/local/sbin/nginx /usr/local/bin/nginx /usr/local/nginx/sbin/nginx /usr/local/openresty/nginx/sbin/nginx /usr/local/openresty/bin/openresty /usr/local/tengine/sbin/nginx /opt/nginx/sbin/nginx /opt/openresty/nginx/sbin/nginx /usr/sbin/angie'
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then nginx_processes; fi
nginx_starters
for _path in $nginx_candidates; do nginx_lying "$_path"; done
for _pattern in 'opt/*/sbin/nginx' 'opt/*/nginx/sbin/nginx' 'usr/local/*/sbin/nginx'; do spread "" "$_pattern" nginx_lying; done
for _conf in /etc/nginx/nginx.conf /usr/local/nginx/conf/nginx.conf; do
  if [ -e "$R$_conf" ] && ! grep -q -x -F -e "$_conf" "$W/nginx-seen"; then note nginx-off "$_conf" 'not in use'; fi
done
if [ -s "$W/nginx-instances" ]; then
  sort -u "$W/nginx-logs" | head -n 200 > "$W/nginx-list"
  while IFS= read -r _path; do
    expand "$_path*" guard
    printf '%s\\n' "\${_path%/*}" >> "$W/nginx-guarded"
  done < "$W/nginx-list"
  sort -u "$W/nginx-guarded" | head -n 400 > "$W/nginx-list"
  while IFS= read -r _path; do guard "$_path"; done < "$W/nginx-list"
  sort -u "$W/nginx-roots" | head -n 50 > "$W/nginx-list"
  _began=$(date +%s)
  while IFS= read -r _path; do
    if [ "$(($(date +%s) - _began))" -gt 45 ]; then note nginx-cut "$_path" 'no time left'; else nginx_content "$_path"; fi
  done < "$W/nginx-list"
fi
:
`,
  read(records) {
    const instances: NginxInstance[] = [];
    for (const { values } of records.notes('nginx-instance')) {
      const instance = instanceOf(records, values);
      if ('unread' in instance) return instance;
      instances.push(instance);
    }
    return {
      instances,
      off: records.notes('nginx-off').map(({ values: [source = '', said = ''] }) => ({ source, found: said })),
      elsewhere: records.notes('nginx-elsewhere').map(({ values: [pid = '', uid = '', title = ''] }) => ({
        source: `process ${pid}`,
        found: `uid ${uid}: ${title} (another root: a container)`,
      })),
      modes: fileModesOf(records),
      folder: (path) => folderOf(records, path),
    };
  },
});

/** The same probe for a check that needs every log, key and folder: one whose metadata is hidden is a gap. */
export const nginxSeen: Probe<Nginx> = {
  ...nginx,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    return hidden ? unread(`${hidden.path}를 볼 수 없음`, `${hidden.path} could not be seen`) : nginx.read(records);
  },
};

function instanceOf(records: Records, values: readonly string[]): NginxInstance | Unread {
  const [state, conf = '', prefix = '', program = '', globals = '', source = '', said = '', uid, pid = ''] = values;
  const tree = nginxDirectives({ conf, prefix, globals, files: records.files() });
  if ('missing' in tree)
    return unread(
      `${conf}의 nginx 설정 가운데 ${tree.missing}를 읽지 못함`,
      `of the nginx of ${conf}, ${tree.missing} was not read`,
    );
  const build = records.notes('nginx-build').find((note) => note.values[0] === program && note.values[1] === pid);
  const [, , version = '', builtUser = '', errorLog = '', accessLog = ''] = build?.values ?? [];
  const running = state === 'running';
  const used = new Set([conf, ...sourcesOf(tree)]);
  const files = records.files().filter((file) => used.has(file.path) && file.state === 'present');
  const workers = records.notes('nginx-worker').filter((note) => running && note.values[0] === pid);
  return {
    name: running ? `nginx ${conf} (pid ${pid})` : `nginx ${conf}`,
    running,
    conf,
    prefix,
    program,
    version,
    builtUser: builtUser || 'nobody',
    errorLog,
    accessLog,
    master: running ? { pid, uid: Number(uid) } : null,
    workers: workers.map(({ values: [, owner = '', id = '', title = ''] }) => ({ pid: id, uid: Number(owner), title })),
    replaced: running && records.notes('nginx-replaced').some((note) => note.values[0] === pid),
    unloaded: records
      .notes('nginx-unloaded')
      .flatMap(({ values: [id, path = ''] }) => (running && id === pid ? [path] : [])),
    proofs: [
      { source, found: said.slice(0, 200) },
      { source: conf, found: `parsed, ${files.length} files; ${version || 'version not known'}` },
    ],
    tree,
    servers: nginxServers(tree),
    files,
  };
}

function sourcesOf(tree: readonly NginxDirective[]): string[] {
  return tree.flatMap((one) => [one.source.replace(/:\d+$/, ''), ...sourcesOf(one.block ?? [])]);
}

function folderOf(records: Records, path: string): NginxFolder {
  const of = (key: string) => records.notes(key).filter((note) => note.values[0] === path);
  const state = states.find((one) => one === of('nginx-root')[0]?.values[1]) ?? 'unseen';
  const entries = of('nginx-entry').map(({ values }): NginxEntry => {
    const [, name = '', mode = '', uid = '', gid = '', kind = '', linkTarget = ''] = values;
    return {
      path: name,
      mode: /^[0-7]{1,4}$/.test(mode) ? Number.parseInt(mode, 8) : 0,
      uid: Number(uid),
      gid: Number(gid),
      kind: kinds.find(([said]) => kind.startsWith(said))?.[1] ?? 'other',
      linkTarget,
    };
  });
  return { state, entries, cut: of('nginx-cut')[0]?.values[1] ?? '' };
}

const states = ['folder', 'file', 'absent', 'system', 'unreadable'] as const;
const kinds = [
  ['regular', 'file'],
  ['directory', 'folder'],
  ['symbolic', 'link'],
  ['stock page', 'stock-page'],
] as const;
