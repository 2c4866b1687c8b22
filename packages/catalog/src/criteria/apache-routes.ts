// Where an Apache httpd server answers from: folders that it serves, or another server to which it proxies or redirects everything.
import type { ApacheNode, ApacheServer } from '@bongsu/core';
import { apacheAll, apachePath, apacheSections, apacheSetting } from '@bongsu/core';
import type { ApacheInstance } from '../probes/apache/instance.ts';

export interface ServedFolder {
  readonly server: ApacheServer;
  readonly path: string;
  readonly kind: 'root' | 'alias' | 'script' | 'home';
  /** The path of the address: `/`, `/icons/`. */
  readonly address: string;
  readonly source: string;
}

/** Every folder that a server serves. */
export function servedFolders(instance: ApacheInstance, server: ApacheServer): ServedFolder[] {
  const at = (path: string): string => apachePath(fixedPart(path), instance.serverRoot);
  const aliases = apacheAll(server, 'alias', 'aliasmatch', 'scriptalias', 'scriptaliasmatch').flatMap((node) => {
    const target = node.words.at(-1);
    const kind = node.key.startsWith('script') ? ('script' as const) : ('alias' as const);
    if (target === undefined) return [];
    // Alone in a <Location>, an alias names its folder only.
    const address = node.words.length > 1 ? (node.words[0] ?? '') : '(its location)';
    return [{ server, path: at(target), kind, address, source: node.source }];
  });
  const many = apacheAll(server, 'virtualdocumentroot', 'virtualdocumentrootip').map((node) => ({
    server,
    path: at(node.words[0] ?? ''),
    kind: 'root' as const,
    address: '/',
    source: node.source,
  }));
  return [...documentRoot(instance, server), ...many, ...aliases, ...homes(instance, server)];
}

/** The DocumentRoot of a server; of one that answers nothing from files only where it names its own. */
export function documentRoot(instance: ApacheInstance, server: ApacheServer): ServedFolder[] {
  const set = apacheSetting(server, 'documentroot');
  const own = server.own.some((node) => node === set);
  if (answersElsewhere(server) && !own) return [];
  // The built-in is htdocs below the root it was built for (ap_config_layout.h).
  const path = apachePath(set?.words[0] ?? (instance.rootBuiltIn || 'htdocs'), instance.serverRoot);
  const source = set?.source ?? `${instance.name} (built-in)`;
  return [{ server, path, kind: 'root', address: '/', source }];
}

/** UserDir, where it is not switched off: a name below every home, or a pattern. */
function homes(instance: ApacheInstance, server: ApacheServer): ServedFolder[] {
  if (instance.module('userdir_module') === false) return [];
  const lines = apacheAll(server, 'userdir');
  const disabled = lines.some(({ words }) => words.length === 1 && words[0]?.toLowerCase() === 'disabled');
  const enabled = lines.some(({ words }) => words[0]?.toLowerCase() === 'enabled');
  return lines
    .filter(({ words }) => !/^(?:disabled|enabled)$/i.test(words[0] ?? ''))
    .filter(() => !disabled || enabled)
    .map(({ words, source }) => {
      const [name = ''] = words;
      const path = name.startsWith('/') ? name : `/home/*/${name}`;
      return { server, path, kind: 'home' as const, address: '/~user', source };
    });
}

/** The part before a back-reference or an interpolation. */
function fixedPart(path: string): string {
  const at = path.search(/\$\d|%(?:\d|-|\{|[a-z])/);
  return at < 0 ? path : path.slice(0, at).replace(/[^/]*$/, '');
}

/** The directive by which everything goes elsewhere: a proxy or a redirect of `/`. */
export function answersElsewhere(server: ApacheServer): ApacheNode | undefined {
  return proxiesAll(server) ?? redirectsAll(server);
}

export function proxiesAll(server: ApacheServer): ApacheNode | undefined {
  const bodies = wholeBodies(server);
  return bodies.find(({ key, words }) => {
    if (key === 'proxypass') return words.length === 1 || (words[0] === '/' && words[1] !== '!');
    if (key === 'proxypassmatch') return everything(words[0] ?? '') && words[1] !== '!';
    return key === 'rewriterule' && everything(words[0] ?? '') && /[[,]p[\],]/i.test(words[2]?.toLowerCase() ?? '');
  });
}

/** A redirect of everything, by Redirect, RedirectMatch or RewriteRule; conditions on HTTPS and on ACME's folder do not narrow it. */
export function redirectsAll(server: ApacheServer): ApacheNode | undefined {
  return redirects(server).find(({ whole }) => whole)?.node;
}

export interface ApacheRedirect {
  readonly node: ApacheNode;
  readonly target: string;
  /** Whether it takes every request that comes without TLS. */
  readonly whole: boolean;
  /** Whether it stands on conditions that were not understood. */
  readonly conditional: boolean;
}

export function redirects(server: ApacheServer): ApacheRedirect[] {
  // mod_rewrite inherits nothing from the main server unless RewriteOptions says so; mod_alias does.
  const inherit = server.own.some(({ key, words }) => key === 'rewriteoptions' && /^inherit/i.test(words[0] ?? ''));
  const found = wholeBodies(server).flatMap((node): ApacheRedirect[] => {
    const redirect = redirectOf(node);
    return redirect ? [{ node, ...redirect, conditional: false }] : [];
  });
  const lists = [server.own, ...(inherit || !server.virtual ? [server.outer] : []), ...wholeSections(server)];
  return [...found, ...lists.flatMap(rewrites)];
}

function redirectOf({ key, words }: ApacheNode): { target: string; whole: boolean } | null {
  if (!/^redirect(?:match|permanent|temp)?$/.test(key)) return null;
  const status = /^(?:permanent|temp|seeother|30[1278])$/i.test(words[0] ?? '') ? 1 : 0;
  const [from = '', to] = words.slice(status);
  // Within <Location /> a redirect names its target only.
  if (to === undefined) return { target: from, whole: /^https?:/i.test(from) };
  return { target: to, whole: key === 'redirectmatch' ? everything(from) : from === '/' };
}

function rewrites(nodes: readonly ApacheNode[]): ApacheRedirect[] {
  const engine = nodes.findLast(({ key }) => key === 'rewriteengine');
  if (engine?.words[0]?.toLowerCase() !== 'on') return [];
  const found: ApacheRedirect[] = [];
  let conditions: ApacheNode[] = [];
  for (const node of nodes) {
    if (node.key === 'rewritecond') conditions.push(node);
    if (node.key !== 'rewriterule') continue;
    const [pattern = '', target = '', flags = ''] = node.words;
    const sends = /^https?:/i.test(target) || /[[,]r(?:edirect)?(?:=|[\],])/i.test(flags);
    if (sends) {
      const odd = conditions.some((condition) => !harmless(condition));
      found.push({ node, target, whole: everything(pattern) && !odd, conditional: odd });
    }
    conditions = [];
  }
  return found;
}

/** "not yet HTTPS", and exceptions for the challenge of a certificate authority (RFC 8555). */
function harmless({ words }: ApacheNode): boolean {
  const [test = '', pattern = ''] = words;
  if (/^%\{REQUEST_URI\}$/i.test(test)) return /^!.{0,40}well-known/.test(pattern);
  if (/^%\{HTTPS\}$/i.test(test)) return /^(?:=?"?off"?|!=?\^?"?on"?\$?)$/i.test(pattern);
  if (/^%\{SERVER_PORT\}$/i.test(test)) return /^(?:!\^?443\$?|\^?=?80\$?)$/.test(pattern);
  if (/^%\{REQUEST_SCHEME\}$/i.test(test)) return /^(?:\^?=?http\$?|!=?\^?https\$?)$/i.test(pattern);
  return /^%\{HTTP:X-Forwarded-Proto\}$/i.test(test) && /^(?:\^?=?http\$?|!=?\^?https\$?)$/i.test(pattern);
}

/** Patterns that every path matches. */
function everything(pattern: string): boolean {
  return /^(?:\^|\^\/|\^\/\?|)(?:\(?\.\*\)?)?\$?$|^\/$/.test(pattern) && pattern !== '^/$' && pattern !== '^$';
}

/** Sections that take everything a server serves: `<Location />` and the folder of its DocumentRoot. */
function wholeSections(server: ApacheServer): (readonly ApacheNode[])[] {
  const root = apachePath(apacheSetting(server, 'documentroot')?.words[0] ?? '', '/');
  return apacheSections(server)
    .filter(
      ({ key, words }) =>
        (key === 'location' && words[0] === '/') ||
        (key === 'directory' && root !== '/' && apachePath(words[0] ?? '', '/') === root),
    )
    .map(({ body }) => body ?? []);
}

function wholeBodies(server: ApacheServer): ApacheNode[] {
  return [...server.outer, ...server.own, ...wholeSections(server).flat()].filter(({ body }) => body === null);
}
