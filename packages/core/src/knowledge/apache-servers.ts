// The servers of an Apache httpd configuration (main server and virtual hosts), what each says, and which folder sections it merges where.
// Source: https://httpd.apache.org/docs/2.4/sections.html ("How the sections are merged") and vhosts/details.html.
import type { ApacheConfig, ApacheNode } from './apache-config.ts';
import { apacheCovers, apachePath } from './apache-paths.ts';

export interface ApacheServer {
  /** `main server` or `*:443 www.example.com`. */
  readonly name: string;
  /** `path:line` of its section; empty for the main server. */
  readonly source: string;
  readonly virtual: boolean;
  /** `*:80`, `192.0.2.1:443`, `[::1]:80`. */
  readonly addresses: readonly string[];
  /** ServerName and ServerAlias, lower case, without a port. */
  readonly names: readonly string[];
  /** Its own directives and sections. */
  readonly own: readonly ApacheNode[];
  /** Those of the main server for a virtual host; empty for the main server. */
  readonly outer: readonly ApacheNode[];
}

/** The main server first, then every virtual host. */
export function apacheServers(config: ApacheConfig): ApacheServer[] {
  const main = config.nodes.filter(({ key }) => key !== 'virtualhost');
  const hosts = config.nodes.flatMap(({ key, words, source, body }) =>
    key === 'virtualhost' && body !== null ? [server(words.join(' '), source, words, body, main)] : [],
  );
  return [server('main server', '', [], main, []), ...hosts];
}

function server(
  title: string,
  source: string,
  addresses: readonly string[],
  own: readonly ApacheNode[],
  outer: readonly ApacheNode[],
): ApacheServer {
  const named = own.flatMap(({ key, words }) =>
    key === 'servername' ? words.slice(0, 1) : key === 'serveralias' ? words : [],
  );
  const names = named.map((name) =>
    name
      .toLowerCase()
      .replace(/[a-z]+:\/\//, '')
      .replace(/:\d+$/, ''),
  );
  const name = [title, ...names.slice(0, 1)].join(' ');
  return { name, source, virtual: source !== '', addresses, names, own, outer };
}

export interface ApacheListen {
  /** `*` where any address. */
  readonly address: string;
  readonly port: string;
  readonly protocol: string;
  readonly source: string;
}

export function apacheListens(config: ApacheConfig): ApacheListen[] {
  return config.nodes.flatMap(({ key, words, source }) => {
    if (key !== 'listen') return [];
    const [place = '', protocol = ''] = words;
    const parts = /^(?:(.*):)?(\d+)$/.exec(place);
    return parts ? [{ address: parts[1] ?? '*', port: parts[2] ?? '', protocol: protocol.toLowerCase(), source }] : [];
  });
}

/** The lines by which requests can come to a server; a port that no virtual host takes for any address goes to the main server. */
export function apacheListensOf(target: ApacheServer, config: ApacheConfig): ApacheListen[] {
  const takes = (host: ApacheServer, { address, port }: ApacheListen): boolean =>
    host.addresses.some((one) => {
      const wanted = /:(?:\d+|\*)$/.exec(one)?.[0] ?? '';
      const place = one.slice(0, one.length - wanted.length);
      const any = ['*', '_default_', address].includes(place) || ['*', '0.0.0.0', '[::]'].includes(address);
      return any && ['', ':*', `:${port}`].includes(wanted);
    });
  const listens = apacheListens(config);
  if (target.virtual) return listens.filter((listen) => takes(target, listen));
  const hosts = apacheServers(config);
  const wide = hosts.map((host) => ({
    ...host,
    addresses: host.addresses.filter((one) => one.startsWith('*') || one.startsWith('_default_')),
  }));
  // A host of one address takes the whole of a line that listens on that address alone.
  const whole = (host: ApacheServer, listen: ApacheListen): boolean =>
    host.addresses.some((one) => one === `${listen.address}:${listen.port}` || one === listen.address);
  return listens.filter(
    (listen) => !wide.some((host) => takes(host, listen)) && !hosts.some((host) => whole(host, listen)),
  );
}

/** Whether requests can reach a server. A virtual host whose port nobody listens at is kept: it may be one that was not understood. */
export function apacheReached(target: ApacheServer, config: ApacheConfig): boolean {
  return target.virtual || apacheListens(config).length === 0 || apacheListensOf(target, config).length > 0;
}

/** The last directive of this name that a server says itself, else the main server's. */
export function apacheSetting(target: ApacheServer, key: string): ApacheNode | undefined {
  const last = (nodes: readonly ApacheNode[]): ApacheNode | undefined =>
    nodes.findLast((node) => node.key === key && node.body === null);
  return last(target.own) ?? last(target.outer);
}

/** All directives of these names that a server or one of its sections says, the main server's first. */
export function apacheAll(target: ApacheServer, ...keys: readonly string[]): ApacheNode[] {
  return deep([...target.outer, ...target.own]).filter((node) => node.body === null && keys.includes(node.key));
}

function deep(nodes: readonly ApacheNode[]): ApacheNode[] {
  return nodes.flatMap((node) => (node.body === null ? [node] : [node, ...deep(node.body)]));
}

/** A layer of settings that applies to a place, from the widest to the nearest. */
export interface ApacheLayer {
  readonly label: string;
  readonly source: string;
  readonly body: readonly ApacheNode[];
}

/** The folder of a `<Directory>`; null for one by regular expression, which is not run. */
export function apacheFolder(section: ApacheNode): string | null {
  if (section.key !== 'directory' || section.words[0] === '~') return null;
  return apachePath(section.words[0] ?? '', '');
}

/** Sections of a server, the main server's first. */
export function apacheSections(target: ApacheServer): ApacheNode[] {
  return [...target.outer, ...target.own].filter(({ body }) => body !== null);
}

/** What .htaccess says in one folder, given the layers that apply so far; null where there is none, or it may say nothing. */
export type ApacheOverrides = (folder: string, layers: readonly ApacheLayer[]) => ApacheLayer | null;

/**
 * What applies to a folder: the server's own words, then for each folder down to it its sections and its .htaccess file, then
 * `<Location />` (ap_directory_walk and ap_location_walk of server/request.c).
 */
export function apacheLayers(target: ApacheServer, folder: string, overrides?: ApacheOverrides): ApacheLayer[] {
  const sections = apacheSections(target);
  const parts = folder.split('/').filter(Boolean);
  const folders = sections.flatMap((section) => {
    const path = apacheFolder(section);
    return path !== null && apacheCovers(path, folder) ? [{ section, depth: path.match(/[^/]+/g)?.length ?? 0 }] : [];
  });
  const layers: ApacheLayer[] = [
    { label: 'server', source: '', body: target.outer },
    { label: target.name, source: target.source, body: target.own },
  ];
  for (let depth = 0; depth <= parts.length; depth++) {
    const here = folders.filter((one) => one.depth === depth);
    layers.push(...here.map(({ section }) => apacheLayer(section)));
    const said = overrides?.(`/${parts.slice(0, depth).join('/')}`, layers);
    if (said) layers.push(said);
  }
  const locations = sections.filter(({ key, words }) => key === 'location' && words[0] === '/');
  return [...layers, ...locations.map(apacheLayer)];
}

export function apacheLayer(section: ApacheNode): ApacheLayer {
  return { label: `<${section.key} ${section.words.join(' ')}>`, source: section.source, body: section.body ?? [] };
}

/** The last directive of this name among layers. */
export function apacheLast(layers: readonly ApacheLayer[], key: string): ApacheNode | undefined {
  return layers.flatMap(({ body }) => body).findLast((node) => node.key === key && node.body === null);
}
