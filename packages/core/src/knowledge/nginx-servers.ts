// What an http server of nginx does where: server blocks, the places within them, and which directive counts at each.
// Source: nginx documentation, ngx_http_core_module; a scope that has a directive replaces all of its outer ones, also where several add up.
import type { NginxDirective } from './nginx-config.ts';

/** A directive with a block. */
export interface NginxBlock extends NginxDirective {
  readonly block: readonly NginxDirective[];
}

/** A server block, a location, or an `if` or `limit_except` within. */
export interface NginxPlace {
  readonly kind: 'server' | 'location' | 'if' | 'limit_except';
  readonly directive: NginxBlock;
  /** Its own directives, then those around it up to http. */
  readonly scopes: readonly (readonly NginxDirective[])[];
  /** The location that it is or stands in; null outside of any. */
  readonly location: NginxLocation | null;
}

export interface NginxLocation {
  /** `=`, `^~`, `~`, `~*`, `@` (named) or empty (a prefix). */
  readonly modifier: '=' | '^~' | '~' | '~*' | '@' | '';
  readonly path: string;
}

export interface NginxListen {
  /** `*`, an address, or `unix:/path`. */
  readonly address: string;
  readonly port: number;
  readonly tls: boolean;
  readonly isDefault: boolean;
  readonly source: string;
  /** The words behind `listen`; empty where nothing is said and nginx takes its own. */
  readonly said: string;
}

export interface NginxServer {
  /** `server_name`, or what it listens on where it has none. */
  readonly name: string;
  readonly names: readonly string[];
  readonly listens: readonly NginxListen[];
  /** The server block itself, then all places within. */
  readonly places: readonly [NginxPlace, ...NginxPlace[]];
}

/** So many names stand for a server, and so many characters for a place. */
const namesMax = 3;
const textMax = 120;

/** Every server of the http block. */
export function nginxServers(tree: readonly NginxDirective[]): NginxServer[] {
  const servers = nginxBlocks(tree, 'http').flatMap((http) =>
    nginxBlocks(http.block, 'server').map((server) => serverOf(server, http.block)),
  );
  // TLS belongs to a socket: one server that asks for it gives it to all that listen there.
  const key = (listen: NginxListen): string => `${listen.address}|${listen.port}`;
  const tls = new Set(servers.flatMap(({ listens }) => listens.filter((one) => one.tls).map(key)));
  return servers.map((server) => ({
    ...server,
    listens: server.listens.map((listen) => ({ ...listen, tls: tls.has(key(listen)) })),
  }));
}

/** Blocks of one name in a scope. */
export function nginxBlocks(scope: readonly NginxDirective[], name: string): NginxBlock[] {
  return scope.filter((one): one is NginxBlock => one.name === name && one.block !== null);
}

/** The directives of one name that count at a place: those of the nearest scope that has any. */
export function nginxSetting(place: NginxPlace, name: string): readonly NginxDirective[] {
  for (const scope of place.scopes) {
    const found = scope.filter((one) => one.name === name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Directives of one name in the place itself. */
export function nginxOwn(place: NginxPlace, name: string): readonly NginxDirective[] {
  return place.directive.block.filter((one) => one.name === name);
}

/** Every directive below a scope, blocks of data left out. */
export function nginxEvery(scope: readonly NginxDirective[], name: string): NginxDirective[] {
  return scope.flatMap((one) => [
    ...(one.name === name ? [one] : []),
    ...(one.block && !/^(?:map|geo|types|split_clients|charset_map)$/.test(one.name)
      ? nginxEvery(one.block, name)
      : []),
  ]);
}

function serverOf(server: NginxBlock, http: readonly NginxDirective[]): NginxServer {
  const place: NginxPlace = { kind: 'server', directive: server, scopes: [server.block, http], location: null };
  const names = nginxOwn(place, 'server_name').flatMap((one) => one.args);
  const listens = listensOf(place);
  const named = names.filter((one) => one !== '' && one !== '_').slice(0, namesMax);
  const name = named.length > 0 ? named.join(' ') : listens.map((one) => one.said || '80').join(', ');
  return { name, names, listens, places: [place, ...placesWithin(place)] };
}

function placesWithin(outer: NginxPlace): NginxPlace[] {
  return outer.directive.block.flatMap((one) => {
    const { block } = one;
    if (block === null) return [];
    if (one.name !== 'location' && one.name !== 'if' && one.name !== 'limit_except') return [];
    const location = one.name === 'location' ? locationOf(one.args) : outer.location;
    const place: NginxPlace = {
      kind: one.name,
      directive: { ...one, block },
      scopes: [block, ...outer.scopes],
      location,
    };
    return [place, ...placesWithin(place)];
  });
}

/** `location ~ \.php$`, and `location ~\.php$` without the blank, which nginx takes too. */
function locationOf(args: readonly string[]): NginxLocation {
  const said = args.join('');
  if (said.startsWith('@')) return { modifier: '@', path: said };
  const modifier = (['=', '^~', '~*', '~'] as const).find((one) => said.startsWith(one)) ?? '';
  return { modifier, path: said.slice(modifier.length) };
}

function listensOf(place: NginxPlace): NginxListen[] {
  const whole = nginxSetting(place, 'ssl').at(-1)?.args[0] === 'on';
  const found = nginxOwn(place, 'listen').flatMap((one) => {
    const { address, ports } = socketOf(one.args[0] ?? '');
    const tls = whole || one.args.includes('ssl') || one.args.includes('quic');
    const isDefault = one.args.includes('default_server') || one.args.includes('default');
    return ports.map((port) => ({ address, port, tls, isDefault, source: one.source, said: one.args.join(' ') }));
  });
  // Without listen it is *:80, or *:8000 where nginx is not started by root.
  return found.length > 0
    ? found
    : [{ address: '*', port: 80, tls: whole, isDefault: false, source: place.directive.source, said: '' }];
}

/** `8080`, `10.0.0.1:80`, `[::1]:443`, `10.0.0.1`, `8000-8010` and `unix:/run/x`; without a port it is 80. */
function socketOf(said: string): { address: string; ports: number[] } {
  if (said.startsWith('unix:')) return { address: said, ports: [0] };
  const parts = /^(?:(\[[0-9a-fA-F:.]*\]|[^:[\]]*):)?(\d{1,5})(?:-(\d{1,5}))?$/.exec(said);
  if (!parts) return { address: said, ports: [80] };
  const [first, last] = [Number(parts[2]), Number(parts[3] ?? parts[2])];
  // A range is one place to listen at; its ends tell where.
  return { address: parts[1] || '*', ports: first === last ? [first] : [first, last] };
}

/** Whether a socket takes connections of the host itself only. */
export function nginxLocalOnly({ address }: NginxListen): boolean {
  return /^(?:unix:.*|127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/.test(address);
}

/** A place as people name it: `server a.example, location /img`. */
export function nginxPlaceName(server: NginxServer, place: NginxPlace): string {
  if (place.kind === 'server') return `server ${server.name}`;
  const { name, args } = place.directive;
  return `server ${server.name}, ${[name, ...args].join(' ').slice(0, textMax)}`;
}
