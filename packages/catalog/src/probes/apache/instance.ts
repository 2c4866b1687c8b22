// One Apache httpd server as the host told of it: its processes, its program's own answers and its configuration.
import type { ApacheConfig, ApacheServer, ApacheWorld, FileRecord, NoteRecord, Records, Unread } from '@bongsu/core';
import { apacheConfig, apacheModuleNames, apacheReached, apacheServers, unread } from '@bongsu/core';

export interface ApacheInstance {
  /** The main file, which names it in verdicts. */
  readonly name: string;
  readonly serverRoot: string;
  /** Where the main server says no DocumentRoot: what the program has built in; empty where it did not tell. */
  readonly rootBuiltIn: string;
  /** Empty where only a configuration lies there. */
  readonly program: string;
  /** Null where it does not run. */
  readonly master: { readonly pid: string; readonly uid: number } | null;
  /** Who its serving processes are; empty where it does not run. */
  readonly workers: readonly { readonly uid: number; readonly count: number }[];
  /** Units and start scripts that name its program or configuration. */
  readonly units: readonly string[];
  /** Places outside systemd that start it: `/etc/rc.local:3`. */
  readonly starts: readonly string[];
  /** `2.4.62`; empty where nothing says. */
  readonly version: string;
  readonly config: ApacheConfig;
  /** Those that requests reach. */
  readonly servers: readonly ApacheServer[];
  /** Whether it runs, or something was seen that would start it. */
  readonly started: boolean;
  /** Why its configuration is not whole; null where it is, or where nothing starts it. */
  readonly gap: Unread | null;
  /** What the verdict cannot be sure of. */
  readonly open: readonly string[];
  /** `httpd -t -D DUMP_…` where the program answered, else the main file as parsed. */
  readonly source: string;
  /** Whether a module is there; null where nobody said which there are. */
  module(name: string): boolean | null;
  /** How .htaccess and other fragments of it are read. */
  readonly world: ApacheWorld;
}

/** Modules that the distributions build in (httpd -l): of Debian and Ubuntu, and of Red Hat, which loads all others. */
const builtIn = ['core', 'so', 'http', 'watchdog', 'log_config', 'logio', 'version', 'unixd'].map(
  (name) => `${name}_module`,
);
const coreFiles = ['core.c', 'http_core.c'];

export function apacheInstance(note: NoteRecord, records: Records): ApacheInstance {
  const [id = '', main = '', root = '', program = '', pid = '0', euid = ''] = note.values;
  const mine = (key: string): NoteRecord[] => records.notes(`apache.${key}`).filter(({ values }) => values[0] === id);
  const dump = records.command(`apache.dump.${id}`);
  const said = dump?.exitCode === 0 ? dump.stdout : null;
  const version = versionOf(records, id, program);
  const files = records.files();
  const flags = mine('flag').map(({ values }) => values[1] ?? '');
  const text = (key: string): string[] => mine(key).map(({ values }) => values[1] ?? '');
  const readWith = (modulesKnown: boolean): { readonly world: ApacheWorld; readonly config: ApacheConfig } => {
    const world: ApacheWorld = {
      modules: new Set([...coreFiles, ...(said ? loaded(said) : builtIn).flatMap(apacheModuleNames)]),
      modulesKnown,
      defines: new Map(flags.map((flag) => [flag, ''])),
      environment: new Map(mine('variable').map(({ values }) => [values[1] ?? '', values[2] ?? ''])),
      version,
      fileThere: (path) => seen(files, path),
    };
    const start = { main, serverRoot: root, files, world, before: text('before'), after: text('after') };
    return { world, config: apacheConfig(start) };
  };
  // A configuration that loads modules names all but those built in; one that loads none may be of a build with anything in it.
  const blind = said === null && !readWith(true).config.nodes.some(({ key }) => key === 'loadmodule');
  const { world, config } = readWith(!blind);
  const starts = startsOf(main, root, program, records);
  const [missing] = config.missing;
  const wanted = records.notes('apache.wanted').some(({ values }) => starts.units.includes(values[0] ?? ''));
  const started = pid !== '0' || wanted || starts.scripts.length > 0;
  // Of one that nothing starts, a gap is no matter.
  const gap =
    missing !== undefined && started
      ? unread(`${main}이 포함하는 ${missing}를 읽지 못함`, `${missing}, which ${main} includes, could not be read`)
      : null;
  const servers = apacheServers(config).filter((server) => apacheReached(server, config));
  return {
    name: main,
    serverRoot: config.serverRoot,
    rootBuiltIn: said?.flatMap((line) => /^Main DocumentRoot: "(.*)"$/.exec(line)?.[1] ?? [])[0] ?? '',
    program,
    master: pid === '0' ? null : { pid, uid: Number(euid) },
    workers: mine('workers').map(({ values }) => ({ uid: Number(values[1]), count: Number(values[2]) })),
    units: starts.units,
    starts: starts.scripts,
    version,
    config,
    servers,
    started,
    gap,
    open: [
      ...config.missing.map((path) => `${path}: included and not read`),
      ...config.open,
      ...(said ? unlike(said, config) : []),
    ],
    source: said ? `${program} -t -D DUMP_… with ${main}` : `${main} (parsed)`,
    module: (name) => (world.modules.has(name) ? true : said === null ? null : false),
    world,
  };
}

function versionOf(records: Records, id: string, program: string): string {
  const said = records.command(`apache.version.${id}`)?.stdout.join(' ') ?? '';
  const packaged = program === '/usr/sbin/apache2' ? (records.note('apache.packaged')?.values[0] ?? '') : '';
  return /Apache\/(\d+\.\d+(?:\.\d+)?)/.exec(said)?.[1] ?? /^(?:\d+:)?(\d+\.\d+(?:\.\d+)?)/.exec(packaged)?.[1] ?? '';
}

/** ` ssl_module (shared)` */
function loaded(said: readonly string[]): string[] {
  return said.flatMap((line) => /^\s*([A-Za-z0-9_]+_module)\s+\((?:static|shared)\)/.exec(line)?.[1] ?? []);
}

function seen(files: readonly FileRecord[], path: string): boolean | null {
  const file = files.find((one) => one.path === path);
  return file ? file.state === 'present' : null;
}

/** Where httpd itself read a file or knows a virtual host that was not found here. */
function unlike(said: readonly string[], config: ApacheConfig): string[] {
  const hosts = new Set(apacheServers(config).map(({ source }) => source));
  return said.flatMap((line) => {
    const included = /^\s*\((?:\d+|\*)\)\s+(\/.*)$/.exec(line)?.[1];
    if (included !== undefined && !config.paths.includes(included)) return [`${included}: read by httpd, not followed`];
    const host = /\((\/[^()]*:\d+)\)\s*$/.exec(line)?.[1];
    return host !== undefined && !hosts.has(host) ? [`${host}: a virtual host of httpd, not followed`] : [];
  });
}

/** A unit starts it where its command names the configuration, the root or the very program. */
function startsOf(
  main: string,
  root: string,
  program: string,
  records: Records,
): { readonly units: readonly string[]; readonly scripts: readonly string[] } {
  const names = (command: string): boolean => {
    const words = command.split(/\s+/);
    const at = words.findIndex((word) => /^-[fd]/.test(word));
    if (at >= 0) {
      const named = (words[at] ?? '').slice(2) || (words[at + 1] ?? '');
      return named === main || named === root || main === `${root}/${named}`;
    }
    const ran = words.find((word) => /\/(?:httpd|apachectl|apache2|apache2ctl)$/.test(word)) ?? '';
    // apachectl stands beside its httpd.
    return ran !== '' && ran.replace(/[^/]*$/, '') === program.replace(/[^/]*$/, '') && isStock(main, root, program);
  };
  const units = records.notes('apache.unit').filter(({ values }) => names(values[2] ?? ''));
  const scripts = records.notes('apache.start').filter(({ values }) => names(values[1] ?? ''));
  const several = /^\/etc\/apache2-([^/]+)$/.exec(root)?.[1];
  const known =
    root === '/etc/httpd'
      ? ['httpd.service', 'httpd.socket']
      : root === '/etc/apache2'
        ? ['apache2.service']
        : several === undefined
          ? []
          : [`apache2@${several}.service`];
  return {
    units: [...new Set([...known, ...units.map(({ values }) => values[0] ?? '')])],
    scripts: scripts.map(({ values }) => values[0] ?? ''),
  };
}

/** Whether a program without arguments would take this configuration. */
function isStock(main: string, root: string, program: string): boolean {
  if (root.startsWith('/etc/')) return root === '/etc/httpd' || root === '/etc/apache2';
  return program.startsWith(`${root}/`) || main.startsWith(program.replace(/\/(?:s?bin|usr\/sbin)\/[^/]*$/, '/'));
}
