// What the probe's records say of each Tomcat instance.
import type { FileRecord, Records, TomcatServer, TomcatUser, WebApp, XmlElement } from '@bongsu/core';
import { tomcatServer, tomcatUsers, webApp } from '@bongsu/core';
import type { FileModes } from '../file-modes.ts';
import { fileModesOf } from '../file-modes.ts';
import type { Documents } from './documents.ts';
import { documentsOf } from './documents.ts';

export interface TomcatHost {
  readonly instances: readonly TomcatInstance[];
  /** Programs of Tomcat that lie here without an instance. */
  readonly installed: readonly string[];
  /** JVMs that run Tomcat within a container: their files are not of this root. */
  readonly elsewhere: readonly { readonly pid: string; readonly base: string }[];
  readonly modes: FileModes;
}

export interface TomcatInstance {
  readonly base: string;
  /** Empty where the programs were not found. */
  readonly home: string;
  /** `unseen`: a root that is not booted, on which nothing says what would start. */
  readonly state: 'running' | 'enabled' | 'off' | 'unseen';
  readonly processes: readonly TomcatProcess[];
  readonly units: readonly TomcatUnit[];
  readonly version: { readonly value: string; readonly source: string } | null;
  readonly serverPath: string;
  /** Null only where a check did not ask for it. */
  readonly server: TomcatServer | null;
  /** conf/web.xml; null where there is none. */
  readonly defaults: WebApp | null;
  readonly contexts: readonly TomcatContext[];
  readonly applications: readonly TomcatApplication[];
  readonly appBases: readonly TomcatAppBase[];
  /** Archives that no folder of their name stands beside: nobody looked into them. */
  readonly packed: readonly string[];
  readonly userFiles: readonly {
    readonly path: string;
    readonly file: FileRecord | undefined;
    readonly users: readonly TomcatUser[];
  }[];
  readonly docBases: readonly {
    readonly written: string;
    readonly path: string;
    readonly file: FileRecord | undefined;
  }[];
  readonly configFolder: FileRecord | undefined;
  readonly configFiles: readonly FileRecord[];
  /** Links, left-overs, places for uploads and what others may write, below the applications. */
  readonly found: readonly TomcatFound[];
  /** Applications in which more was found than was noted. */
  readonly foundMore: readonly string[];
  readonly logs: readonly TomcatLogs[];
  /** What overrides the version that Tomcat tells of itself; null where nothing does. */
  readonly serverInfo: { readonly source: string; readonly value: string } | null;
}

export interface TomcatProcess {
  readonly pid: string;
  readonly uid: number;
  readonly parent: string;
  readonly program: string;
}

export interface TomcatUnit {
  readonly name: string;
  readonly path: string;
  /** Empty means root. */
  readonly user: string;
  readonly state: 'active' | 'enabled' | 'off' | 'masked';
}

export interface TomcatContext {
  /** `all`: of every application; `host`: of every application of a host; `one`: of one. */
  readonly of: 'all' | 'host' | 'one';
  readonly path: string;
  readonly element: XmlElement;
}

export interface TomcatApplication {
  readonly path: string;
  readonly name: string;
  readonly descriptors: readonly WebApp[];
  readonly webInf: FileRecord | undefined;
}

export interface TomcatAppBase {
  readonly path: string;
  readonly folder: FileRecord | undefined;
  readonly entries: readonly FileRecord[];
}

export interface TomcatFound {
  readonly path: string;
  readonly file: FileRecord | undefined;
  readonly link: boolean;
}

export interface TomcatLogs {
  readonly path: string;
  readonly folder: FileRecord | undefined;
  /** Every kind of owner and mode among its files. */
  readonly kinds: readonly {
    readonly mode: number;
    readonly uid: number;
    readonly gid: number;
    readonly count: number;
    readonly example: string;
  }[];
}

/** Every instance; what could not be read is null or missing here, and named by `tomcatFaults` (faults.ts). */
export function tomcatHostOf(records: Records): TomcatHost {
  const documents = documentsOf(records);
  return {
    instances: records
      .notes('instance')
      .map(({ values: [base = '', home = ''] }) => instanceOf(records, documents, base, home)),
    installed: records.notes('installed').map(({ values: [path = ''] }) => path),
    elsewhere: records.notes('jvm-elsewhere').map(({ values: [pid = '', base = ''] }) => ({ pid, base })),
    modes: fileModesOf(records),
  };
}

function instanceOf(records: Records, documents: Documents, base: string, home: string): TomcatInstance {
  const of = (key: string): string[][] =>
    records.notes(key).flatMap(({ values }) => (values[0] === base ? [values.slice(1)] : []));
  const processes = records
    .notes('jvm')
    .flatMap(({ values: [pid = '', uid = '', parent = '', program = '', at] }) =>
      at === base ? [{ pid, uid: Number(uid), parent, program }] : [],
    );
  const { units, state } = startOf(records, base, processes.length > 0);
  const serverPath = of('server')[0]?.[0] ?? `${base}/conf/server.xml`;
  const model = <M>(path: string, make: (root: XmlElement) => M | null): M | null => {
    const root = documents.root(path);
    return root ? make(root) : null;
  };
  const contextOf = (kind: TomcatContext['of'], path: string): TomcatContext[] => {
    const element = documents.root(path);
    return element ? [{ of: kind, path, element }] : [];
  };
  const applications = of('app').map(([path = '']) => ({
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    // tomcat-web.xml is read instead of web.xml where it is there, and may lie beside it unread.
    descriptors: ['tomcat-web.xml', 'web.xml'].flatMap((name) => model(`${path}/WEB-INF/${name}`, webApp) ?? []),
    webInf: documents.file(`${path}/WEB-INF`),
  }));
  const appBases = of('app-base').map(([path = '']) => ({
    path,
    folder: documents.file(path),
    entries: documents.below(path).filter((file) => file.state === 'present'),
  }));
  const [version] = records.notes('version').filter(({ values }) => values[0] === home);
  const [info] = of('server-info');
  return {
    base,
    home,
    state,
    processes,
    units,
    version: version ? { value: version.values[2] ?? '', source: version.values[1] ?? '' } : null,
    serverPath,
    server: model(serverPath, tomcatServer),
    defaults: model(`${base}/conf/web.xml`, webApp),
    contexts: [
      ...contextOf('all', `${base}/conf/context.xml`),
      ...of('host-default').flatMap(([path = '']) => contextOf('host', path)),
      ...of('context').flatMap(([path = '']) => contextOf('one', path)),
      ...applications.flatMap(({ path }) => contextOf('one', `${path}/META-INF/context.xml`)),
    ],
    applications,
    appBases,
    packed: appBases.flatMap(({ entries }) =>
      entries.flatMap(({ path }) =>
        path.endsWith('.war') && !entries.some((other) => other.path === path.slice(0, -4)) ? [path] : [],
      ),
    ),
    userFiles: of('users').map(([path = '']) => ({
      path,
      file: documents.file(path),
      users: model(path, tomcatUsers) ?? [],
    })),
    docBases: of('doc-base').map(([written = '', path = '']) => ({ written, path, file: documents.file(path) })),
    configFolder: documents.file(`${base}/conf`),
    configFiles: documents.under(`${base}/conf`).filter((file) => file.state === 'present'),
    found: of('found').map(([path = '']) => ({
      path,
      file: documents.file(path),
      link: records.notes('link').some(({ values }) => values[0] === path),
    })),
    foundMore: records
      .notes('more-found')
      .flatMap(({ values: [path = ''] }) => (applications.some((one) => one.path === path) ? [path] : [])),
    logs: of('log-folder').map(([path = '']) => ({
      path,
      folder: documents.file(path),
      kinds: of('log-modes').flatMap(([at, mode = '', uid = '', gid = '', count = '', example = '']) =>
        at === path
          ? [{ mode: Number.parseInt(mode, 8), uid: Number(uid), gid: Number(gid), count: Number(count), example }]
          : [],
      ),
    })),
    serverInfo: info ? { source: info[0] ?? '', value: info[1] ?? '' } : null,
  };
}

/** Whether it runs or would be started. A unit whose folder nobody could tell may start any instance without a unit of its own. */
function startOf(records: Records, base: string, runs: boolean): Pick<TomcatInstance, 'units' | 'state'> {
  const all = records.notes('unit').map(({ values: [name = '', path = '', user = '', at = '', state] }) => ({
    unit: {
      name,
      path,
      user,
      state: state === 'active' || state === 'enabled' || state === 'masked' ? state : 'off',
    } as const,
    at,
  }));
  const own = all.filter(({ at }) => at === base).map(({ unit }) => unit);
  const vague = all.filter(({ at }) => at === '').map(({ unit }) => unit);
  const units = own.length > 0 ? own : vague;
  const starts = units.some(({ state }) => state === 'active' || state === 'enabled');
  const booted = records.notes('processes-asked').length > 0;
  const atBoot = own.length === 0 && records.notes('at-boot').length > 0;
  if (runs) return { units, state: 'running' };
  if (starts || atBoot) return { units, state: 'enabled' };
  return { units, state: booted || own.length > 0 ? 'off' : 'unseen' };
}
