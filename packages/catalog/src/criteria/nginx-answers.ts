// How a place of an nginx server answers: from files, from another server or program, with a redirect, or not at all.
import type { NginxDirective, NginxPlace, NginxServer } from '@bongsu/core';
import { nginxOwn, nginxSetting } from '@bongsu/core';

export type NginxAnswer = 'files' | 'passes' | 'program' | 'redirects' | 'refuses' | 'text';

const passes = /^(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached|redis2?|drizzle|upload)_pass$/;
const program = /^(?:content_by_lua(?:_block|_file)?|js_content|perl|echo|stub_status|empty_gif|passenger_enabled)$/;

/** The content handler of a place; nested locations do not inherit it, an `if` does. */
export function nginxAnswer(place: NginxPlace): NginxAnswer {
  const [told] = nginxOwn(place, 'return');
  if (told) return returned(told);
  if (refusesAll(place)) return 'refuses';
  const handlers = place.scopes.slice(0, place.kind === 'if' ? 2 : 1).flat();
  if (handlers.some((one) => passes.test(one.name))) return 'passes';
  return handlers.some((one) => program.test(one.name)) ? 'program' : 'files';
}

function returned({ args: [code = '', target] }: NginxDirective): NginxAnswer {
  if (/^30[12378]$/.test(code)) return 'redirects';
  if (/^[45]\d\d$/.test(code)) return 'refuses';
  return /^(?:https?:|\$scheme)/.test(code) && target === undefined ? 'redirects' : 'text';
}

/** Who is let in by address: what the nearest scope says that says anything, in its order. */
function addresses({ scopes }: NginxPlace): readonly NginxDirective[] {
  const rules = scopes.map((scope) => scope.filter((one) => one.name === 'allow' || one.name === 'deny'));
  return rules.find((some) => some.length > 0) ?? [];
}

/** `deny all` with nobody allowed before it. */
export function refusesAll(place: NginxPlace): boolean {
  const [first] = addresses(place);
  return first?.name === 'deny' && first.args[0] === 'all';
}

/** Whether a place asks for an address or a password. */
export function isLimited(place: NginxPlace): boolean {
  const asks = (name: string): boolean => nginxSetting(place, name).some((one) => one.args[0] !== 'off');
  const rest = addresses(place).find((one) => one.args[0] === 'all');
  return rest?.name === 'deny' || asks('auth_basic') || asks('auth_request') || asks('auth_jwt');
}

/** Whether the server block itself answers every request (`return` outside of any location), so that no location is reached. */
export function answersAlone({ places: [server] }: NginxServer): boolean {
  return nginxOwn(server, 'return').length > 0;
}

/** The places that requests reach: without the server's own where a location takes every path, and none where the server answers alone. */
export function reached(server: NginxServer): NginxPlace[] {
  if (answersAlone(server)) return [];
  const whole = server.places.some(({ location }) => location?.path === '/' && location.modifier !== '=');
  return server.places.filter(({ kind }) => kind !== 'limit_except' && !(whole && kind === 'server'));
}

/** Whether requests get content there: from files, from another server or from a program. */
export function hasContent(place: NginxPlace): boolean {
  return nginxAnswer(place) === 'files' || handsOn(place);
}

/** Whether another server or a program takes the request, its body included. */
export function handsOn(place: NginxPlace): boolean {
  const answer = nginxAnswer(place);
  return answer === 'passes' || answer === 'program';
}

/** The places that answer from files. */
export function filePlaces(server: NginxServer): NginxPlace[] {
  return reached(server).filter((place) => nginxAnswer(place) === 'files');
}

/** A switch of nginx at a place; it takes `ON` as well. */
export function isOn(place: NginxPlace, name: string): boolean {
  return nginxSetting(place, name).at(-1)?.args[0]?.toLowerCase() === 'on';
}
