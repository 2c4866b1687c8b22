// Options and AllowOverride of Apache httpd as they merge: a plain list replaces, signs add and take away.
// Source: server/core.c of httpd 2.4 (set_options, merge_core_dir_configs); the built-in is FollowSymLinks, and All before 2.3.11.
import type { ApacheNode } from './apache-config.ts';
import type { ApacheLayer } from './apache-servers.ts';

/** Lower-case names in effect, each with the `path:line` that set it; the built-in has the source `built-in`. */
export type ApacheOptions = ReadonlyMap<string, string>;

/** All but MultiViews. */
const all = ['indexes', 'includes', 'followsymlinks', 'execcgi'] as const;

/** The options after all layers. */
export function apacheOptions(layers: readonly ApacheLayer[], version = ''): ApacheOptions {
  const builtIn = beforeOwnDefaults(version) ? all : ['followsymlinks'];
  let now = new Map<string, string>(builtIn.map((name) => [name, 'built-in']));
  for (const layer of layers) {
    const { replaces, add, remove } = changeOf(layer.body);
    if (replaces) now = new Map();
    for (const name of remove) now.delete(name);
    for (const [name, source] of add) now.set(name, source);
  }
  return now;
}

/** Whether a layer sets any. */
export function setsOptions(body: readonly ApacheNode[]): boolean {
  return body.some((node) => node.key === 'options' && node.body === null);
}

/** Since 2.3.9 and 2.3.11 the built-in is less than All. */
function beforeOwnDefaults(version: string): boolean {
  return /^(?:1\.|2\.[0-2](?:\.|$))/.test(version);
}

interface Change {
  /** A list without signs: what was before goes. */
  readonly replaces: boolean;
  readonly add: ReadonlyMap<string, string>;
  readonly remove: ReadonlySet<string>;
}

function changeOf(body: readonly ApacheNode[]): Change {
  let replaces = false;
  const add = new Map<string, string>();
  const remove = new Set<string>();
  for (const { key, words, source, body: inner } of body) {
    if (key !== 'options' || inner !== null) continue;
    let first = true;
    for (const word of words) {
      const sign = /^[+-]/.exec(word)?.[0] ?? '';
      if (sign === '' && first) {
        replaces = true;
        add.clear();
        first = false;
      }
      for (const name of namesOf(word.slice(sign.length))) {
        if (sign === '-') {
          remove.add(name);
          add.delete(name);
        } else add.set(name, source);
      }
    }
  }
  return { replaces, add, remove };
}

/** IncludesNOEXEC is Includes without exec: both mean that pages are parsed. */
function namesOf(word: string): readonly string[] {
  const name = word.toLowerCase();
  if (name === 'none') return [];
  if (name === 'all') return all;
  return name === 'includesnoexec' ? ['includes'] : [name];
}

/**
 * What .htaccess files may say in a folder: lower-case classes of the last AllowOverride of a folder section, without `none`, and
 * `options` where AllowOverrideList names that directive.
 */
export function apacheAllowOverride(
  layers: readonly ApacheLayer[],
  version = '',
): { readonly classes: readonly string[]; readonly source: string } {
  const last = (key: string): ApacheNode | undefined =>
    layers.flatMap(({ body }) => body).findLast((node) => node.key === key);
  const [line, list] = [last('allowoverride'), last('allowoverridelist')];
  const listed = list?.words.some((word) => word.toLowerCase() === 'options') ? ['options'] : [];
  // The built-in is None since 2.3.9 and was All before.
  const old = beforeOwnDefaults(version) ? ['all'] : [];
  const classes = line ? line.words.map((word) => word.toLowerCase()).filter((word) => word !== 'none') : old;
  return { classes: [...classes, ...listed], source: line?.source ?? list?.source ?? 'built-in' };
}

/** Whether .htaccess may set this option. */
export function overridesOption(classes: readonly string[], option: string): boolean {
  return classes.some((one) => {
    if (one === 'all' || one === 'options') return true;
    const listed = /^options=(.*)/.exec(one)?.[1];
    return listed !== undefined && listed.split(',').some((name) => namesOf(name).includes(option));
  });
}
