// Which folder of the host a place of nginx serves, and which folders hold the system itself.
import type { NginxPlace, NginxServer } from '@bongsu/core';
import { nginxPath } from '@bongsu/core';
import type { NginxFolder, NginxInstance } from '../probes/nginx.ts';
import type { Nginx } from '../probes/nginx.ts';
import { filePlaces } from './nginx-answers.ts';

export interface ServedFolder {
  /** Without a slash at its end; may hold a variable. */
  readonly path: string;
  readonly alias: boolean;
  readonly source: string;
  readonly said: string;
}

/** The nearest root or alias; without either it is `html` under the prefix (ngx_http_core_module). */
export function servedFolder(instance: NginxInstance, place: NginxPlace): ServedFolder {
  for (const scope of place.scopes) {
    const found = scope.findLast((one) => one.name === 'root' || one.name === 'alias');
    if (found) {
      const [said = ''] = found.args;
      return {
        path: nginxPath(filled(said, place), instance.prefix).replace(/(?<=.)\/$/, ''),
        alias: found.name === 'alias',
        source: found.source,
        said: `${found.name} ${said}`,
      };
    }
  }
  return {
    path: nginxPath('html', instance.prefix),
    alias: false,
    source: place.directive.source,
    said: 'root unset (html)',
  };
}

/** A path that begins with its only variable, which `set` fills. */
function filled(said: string, { scopes }: NginxPlace): string {
  return said.replace(/^\$\{?(\w+)\}?(?=[^$]*$)/, (whole, name: string) => {
    const set = scopes.flat().find((one) => one.name === 'set' && one.args[0] === `$${name}`);
    return set?.args[1] ?? whole;
  });
}

const whole =
  /^(?:\/|\/(?:home|usr|usr\/local|usr\/share|var|var\/lib|opt|srv|tmp|var\/tmp|mnt|media)|\/(?:bin|boot|dev|etc|lib(?:32|64|x32)?|proc|root|run|sbin|sys|usr\/(?:bin|lib(?:32|64|exec)?|sbin|local\/(?:bin|etc|lib|sbin))|var\/(?:cache|log|mail|run|spool))(?:\/.*)?)$/;

/** Folders with the system's own files, and those that hold everybody's; `/var/log/app` is one as `/var/log` is, and so is `/srv/../etc`. */
export function isSystemFolder(path: string): boolean {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return whole.test(`/${parts.join('/')}`);
}

/** Every folder that the places of a server serve, with what was seen in it; folders that a variable decides are left out. */
export function servedFolders(
  nginx: Nginx,
  instance: NginxInstance,
  servers: readonly NginxServer[],
): { readonly path: string; readonly source: string; readonly folder: NginxFolder }[] {
  const served = servers.flatMap((server) => filePlaces(server).map((place) => servedFolder(instance, place)));
  const once = new Map(served.filter(({ path }) => !path.includes('$')).map((one) => [one.path, one]));
  return [...once.values()].map(({ path, source }) => ({ path, source, folder: nginx.folder(path) }));
}
