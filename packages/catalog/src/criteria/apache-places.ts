// The folders and addresses that an Apache httpd server serves, each with the options in effect there, .htaccess files included.
import type { ApacheLayer, ApacheNode, ApacheOptions, ApacheOverrides, ApacheServer, Proof } from '@bongsu/core';
import {
  apacheAllowOverride,
  apacheCovers,
  apacheFolder,
  apacheFragment,
  apacheLayer,
  apacheLayers,
  apacheOptions,
  apachePath,
  apacheSections,
  apacheSetting,
  overridesOption,
  setsOptions,
} from '@bongsu/core';
import type { ApacheHost } from '../probes/apache.ts';
import type { ApacheInstance } from '../probes/apache/instance.ts';
import { servedFolders } from './apache-routes.ts';

export interface ApachePlace {
  /** `*:80 www: /var/www/html`. */
  readonly label: string;
  /** What set it up. */
  readonly source: string;
  /** Empty for sections by address or by regular expression. */
  readonly path: string;
  readonly kind: 'root' | 'alias' | 'script' | 'home' | 'section' | 'htaccess';
  readonly server: ApacheServer;
  /** From the widest to the nearest. */
  readonly layers: readonly ApacheLayer[];
}

/** Every place that some server of the instance serves. */
export function apachePlaces(instance: ApacheInstance, apache: ApacheHost): ApachePlace[] {
  return instance.servers.flatMap((server) => placesOf(instance, server, apache));
}

function placesOf(instance: ApacheInstance, server: ApacheServer, apache: ApacheHost): ApachePlace[] {
  const overrides = overridesOf(instance, server, apache);
  const at = (path: string): ApacheLayer[] => apacheLayers(server, path, overrides.at);
  const served = servedFolders(instance, server).map(
    ({ path, source, kind }): ApachePlace => ({
      label: `${server.name}: ${path}`,
      source,
      path,
      kind,
      server,
      layers: at(path),
    }),
  );
  const root = served.find(({ kind }) => kind === 'root');
  const sections = apacheSections(server).flatMap((section): ApachePlace[] => {
    const path = apacheFolder(section);
    const own = apacheLayer(section);
    const place = { label: `${server.name}: ${own.label}`, source: section.source, kind: 'section' as const, server };
    if (path !== null) {
      const below = served.some((one) => path !== one.path && apacheCovers(one.path, path));
      return below ? [{ ...place, path, layers: at(path) }] : [];
    }
    // By address, by name or by regular expression: it adds to whatever folder it meets; the root stands for all.
    if (!narrow.test(section.key) || (section.key === 'location' && section.words[0] === '/')) return [];
    return served.length > 0 ? [{ ...place, path: '', layers: [...(root?.layers ?? at('/')), own] }] : [];
  });
  const files = overrides.folders
    .filter((folder) => served.some(({ path }) => apacheCovers(path, folder)))
    .map((folder): ApachePlace => {
      const source = apachePath('.htaccess', folder);
      return { label: `${server.name}: ${source}`, source, path: folder, kind: 'htaccess', server, layers: at(folder) };
    });
  // One that AllowOverride silences adds no layer.
  return [
    ...served,
    ...sections,
    ...files.filter(({ layers, source }) => layers.some((layer) => layer.source === source)),
  ];
}

/** Sections, with their …Match forms, that a folder does not name by its path. */
const narrow = /^(?:directory|location|files|if|else)/;

/** The .htaccess files that were seen: where they are, and what each may say. */
function overridesOf(
  instance: ApacheInstance,
  server: ApacheServer,
  apache: ApacheHost,
): { readonly folders: readonly string[]; readonly at: ApacheOverrides } {
  const read = overrideNames(server).includes('.htaccess');
  const files = read
    ? apache.files.filter(({ path, state }) => path.endsWith('/.htaccess') && state === 'present')
    : [];
  return {
    folders: files.map(({ path }) => path.slice(0, -'/.htaccess'.length) || '/'),
    at(folder, layers) {
      const path = apachePath('.htaccess', folder);
      const file = files.find((one) => one.path === path);
      const { classes } = apacheAllowOverride(layers, instance.version);
      if (!file || classes.length === 0) return null;
      return { label: path, source: path, body: allowed(apacheFragment(file, instance.world), classes) };
    },
  };
}

/** AccessFileName may give them other names, which are not looked for. */
function overrideNames(server: ApacheServer): readonly string[] {
  return apacheSetting(server, 'accessfilename')?.words ?? ['.htaccess'];
}

/** Of Options only what AllowOverride permits. */
function allowed(nodes: readonly ApacheNode[], classes: readonly string[]): ApacheNode[] {
  return nodes.flatMap((node) => {
    if (node.key !== 'options') return [node];
    const words = node.words.filter((word) => overridesOption(classes, word.replace(/^[+-]/, '').toLowerCase()));
    return words.length > 0 ? [{ ...node, words }] : [];
  });
}

/** The layer that a section or an .htaccess file is itself. */
export function ownLayer({ layers, source }: ApachePlace): readonly ApacheLayer[] {
  return layers.filter((layer) => layer.source === source);
}

export interface PlaceOptions extends ApachePlace {
  readonly options: ApacheOptions;
}

/** Places with their options; sections that set none say nothing of their own. */
export function optionPlaces(instance: ApacheInstance, apache: ApacheHost): PlaceOptions[] {
  return withOptions(instance, apachePlaces(instance, apache));
}

/**
 * The same for links, which are looked at on the way down the folders: Location, Files and If come too late to allow or forbid them
 * (mod/core.html, Options: "work only in <Directory> sections or .htaccess files").
 */
export function linkPlaces(instance: ApacheInstance, apache: ApacheHost): PlaceOptions[] {
  const early = apachePlaces(instance, apache).map((place) => ({
    ...place,
    layers: place.layers.filter(({ label }) => !/^<(?:location|files|if|else)/.test(label)),
  }));
  return withOptions(instance, early);
}

function withOptions(instance: ApacheInstance, places: readonly ApachePlace[]): PlaceOptions[] {
  return places
    .filter((place) => place.kind !== 'section' || ownLayer(place).some(({ body }) => setsOptions(body)))
    .map((place) => ({ ...place, options: apacheOptions(place.layers, instance.version) }));
}

const spelt: Readonly<Record<string, string>> = {
  indexes: 'Indexes',
  includes: 'Includes',
  followsymlinks: 'FollowSymLinks',
  symlinksifownermatch: 'SymLinksIfOwnerMatch',
  execcgi: 'ExecCGI',
  multiviews: 'MultiViews',
};

/** What stands for one option at a place: the line that set it, or the nearest that left it out. */
export function optionProof(place: PlaceOptions, option: string, expected: string): Proof {
  const lines = place.layers.flatMap(({ body }) => body).filter(({ key }) => key === 'options');
  const at = place.options.get(option);
  const source = at === undefined || at === 'built-in' ? (lines.at(-1)?.source ?? place.source) : at;
  const names = [...place.options.keys()].map((name) => spelt[name] ?? name).join(' ') || 'None';
  return { source, found: `${place.label}: Options ${names}${at === 'built-in' ? ' (built-in)' : ''}`, expected };
}

/** Places whose .htaccess files may set the option, and which were not walked to their ends. */
export function unseenOverrides(
  places: readonly ApachePlace[],
  apache: ApacheHost,
  option: string,
  version: string,
): Proof[] {
  const unwalked = new Map(apache.seen('unwalked').map(([path = '', why = '']) => [path, why]));
  return places.flatMap(({ path, kind, layers, label, server }) => {
    if (kind === 'htaccess' || kind === 'section') return [];
    const { classes, source } = apacheAllowOverride(layers, version);
    const other = overrideNames(server).find((name) => name !== '.htaccess');
    const why =
      unwalked.get(path) ??
      (path.includes('*') ? 'homes are not walked' : other === undefined ? undefined : `AccessFileName ${other}`);
    if (why === undefined || !overridesOption(classes, option)) return [];
    return [{ source, found: `${label}: AllowOverride ${classes.join(' ')}; .htaccess files not all seen (${why})` }];
  });
}
