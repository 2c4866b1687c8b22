// Where an Apache httpd server answers from: folders that it serves, or another server to which it proxies or redirects everything.
import type { ApacheNode, ApacheServer } from '@bongsu/core';
import { apacheAll, apacheFolder, apachePath, apacheSections, apacheSetting } from '@bongsu/core';
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
  const aliases = apacheAll(server, 'alias', 'aliasmatch', 'scriptalias', 'scriptaliasmatch').flatMap(
    ({ key, words: [first, ...rest], source }): ServedFolder[] => {
      if (first === undefined) return [];
      const kind = key.startsWith('script') ? 'script' : 'alias';
      // Alone in a <Location>, an alias names its folder only.
      const target = rest.at(-1);
      if (target === undefined) return [{ server, path: at(first), kind, address: '(its location)', source }];
      return [{ server, path: at(target), kind, address: first, source }];
    },
  );
  const many = apacheAll(server, 'virtualdocumentroot', 'virtualdocumentrootip').flatMap(({ words, source }) =>
    words.map((path): ServedFolder => ({ server, path: at(path), kind: 'root', address: '/', source })),
  );
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
  const lines = apacheAll(server, 'userdir').map((node) => ({ ...node, first: node.words[0]?.toLowerCase() }));
  // `disabled` alone is for everybody but those whom `enabled` names.
  const disabled = lines.some(({ first, words }) => first === 'disabled' && words.length === 1);
  if (disabled && !lines.some(({ first }) => first === 'enabled')) return [];
  return lines
    .filter(({ first }) => first !== 'disabled' && first !== 'enabled')
    .flatMap(({ words, source }) => words.map((name) => ({ name, source })))
    .filter(({ name }) => !/^https?:/i.test(name))
    .map(({ name, source }) => {
      return { server, path: apachePath(name, '/home/*'), kind: 'home', address: '/~user', source };
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
  const passed = wholeBodies(server).find(({ key, words: [from = '!', to] }) => {
    if (key !== 'proxypass' && key !== 'proxypassmatch') return false;
    // Within <Location /> a proxy names its target only.
    if (/^[a-z0-9]+:/i.test(from)) return true;
    return to !== '!' && (key === 'proxypass' ? from === '/' : everything(from));
  });
  return passed ?? rewrites(server).find(({ sends, whole }) => sends === 'proxy' && whole)?.node;
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
  const found = wholeBodies(server).flatMap((node): ApacheRedirect[] => {
    const redirect = redirectOf(node);
    return redirect ? [{ node, ...redirect, conditional: false }] : [];
  });
  return [...found, ...rewrites(server).filter(({ sends }) => sends === 'redirect')];
}

function redirectOf({ key, words }: ApacheNode): { target: string; whole: boolean } | null {
  if (!/^redirect(?:match|permanent|temp)?$/.test(key)) return null;
  const [from, to] = /^(?:permanent|temp|seeother|3\d\d)$/i.test(words[0] ?? '') ? words.slice(1) : words;
  if (from === undefined) return null;
  // Within <Location /> a redirect names its target only.
  if (to === undefined) return { target: from, whole: /^https?:/i.test(from) };
  return { target: to, whole: key === 'redirectmatch' ? everything(from) : from === '/' };
}

interface ApacheRewrite extends ApacheRedirect {
  readonly sends: 'redirect' | 'proxy' | null;
}

/** The rules of mod_rewrite that a server follows. It inherits none of the main server's unless RewriteOptions says so. */
function rewrites(server: ApacheServer): ApacheRewrite[] {
  const says = (nodes: readonly ApacheNode[], wanted: RegExp): boolean =>
    nodes.some(({ key, words }) => key === 'rewriteoptions' && words.some((word) => wanted.test(word)));
  const inherits = says(server.own, /^inherit(?:before)?$/i) || says(server.outer, /^inheritdown(?:before)?$/i);
  return [server.own, ...(inherits ? [server.outer] : []), ...wholeSections(server)].flatMap(rulesOf);
}

function rulesOf(nodes: readonly ApacheNode[]): ApacheRewrite[] {
  const engine = nodes.findLast(({ key }) => key === 'rewriteengine');
  if (engine?.words[0]?.toLowerCase() !== 'on') return [];
  const found: ApacheRewrite[] = [];
  let conditional = false;
  for (const node of nodes) {
    if (node.key === 'rewritecond') conditional ||= !harmless(node);
    if (node.key !== 'rewriterule') continue;
    const [pattern = '', target = '', flags = ''] = node.words;
    const sends = /[[,]p(?:roxy)?[,\]]/i.test(flags)
      ? 'proxy'
      : /^https?:/i.test(target) || /[[,]r(?:edirect)?[=,\]]/i.test(flags)
        ? 'redirect'
        : null;
    found.push({ node, target, whole: everything(pattern) && !conditional, conditional, sends });
    conditional = false;
  }
  return found;
}

/** What tells that a request came without TLS: the word that something is, or is not. */
const plainly: ReadonlySet<string> = new Set([
  '%{https} off',
  '%{https} !on',
  '%{server_port} 80',
  '%{server_port} !443',
  '%{request_scheme} http',
  '%{request_scheme} !https',
  '%{http:x-forwarded-proto} http',
  '%{http:x-forwarded-proto} !https',
]);

/** "not yet HTTPS", and exceptions for the challenge of a certificate authority (RFC 8555). */
function harmless({ words }: ApacheNode): boolean {
  const said = words.slice(0, 2).join(' ').toLowerCase();
  // `!=on`, `!^on$` and `="off"` compare with a word.
  const plain = said.replace(/ (!?)=?\^?"?([a-z0-9]+)"?\$?/, ' $1$2');
  return plainly.has(plain) || /^%\{request_uri\} !\^?(?:\\?\/)?\\?\.well-known/.test(said);
}

/** Patterns that every path matches. */
function everything(pattern: string): boolean {
  return /^\^?(?:\/\??)?(?:(?:\.\*|\(\.\*\))\$?)?$/.test(pattern);
}

/** Sections that take everything a server serves: `<Location />` and the folder of its DocumentRoot. */
function wholeSections(server: ApacheServer): (readonly ApacheNode[])[] {
  const root = apacheSetting(server, 'documentroot')?.words[0];
  const folder = root === undefined ? root : apachePath(root, '/');
  return apacheSections(server)
    .filter((section) => (section.key === 'location' && section.words[0] === '/') || apacheFolder(section) === folder)
    .map(({ body }) => body ?? []);
}

/** What a server says for everything that it serves. */
function wholeBodies(server: ApacheServer): ApacheNode[] {
  return [...server.outer, ...server.own, ...wholeSections(server).flat()];
}
