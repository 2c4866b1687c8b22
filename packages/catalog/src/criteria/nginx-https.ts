// Whether a server of nginx that takes plain HTTP sends everybody on to HTTPS, and whether another server in front may do so.
import type { Judgement, NginxDirective, NginxListen, NginxPlace, NginxServer, Proof } from '@bongsu/core';
import { nginxEvery, nginxLocalOnly, nginxOwn, pass, switchParameter, text } from '@bongsu/core';
import type { NginxInstance } from '../probes/nginx.ts';
import { nginxAnswer, reached } from './nginx-answers.ts';

/** No file of the host tells what a load balancer does. */
export const tlsInFront = switchParameter(
  text(
    'TLS와 HTTPS 리디렉션을 호스트 앞(로드 밸런서)이 맡음을 확인했음',
    'it is known that a load balancer before the host holds TLS and the redirect to HTTPS',
  ),
  false,
);

/** The verdict where that is known. */
export function heldInFront(evidence: readonly Proof[]): Judgement {
  return pass(
    text('호스트 앞에서 TLS가 끝남(매개변수로 확인함)', 'TLS ends before the host, as the parameter says'),
    evidence,
  );
}

/** Sockets that others reach. */
export function openListens(server: NginxServer): NginxListen[] {
  return server.listens.filter((listen) => !nginxLocalOnly(listen));
}

export interface PlainAnswer {
  /** `https`: all is sent on; `refused`: nothing is answered; `content`: some place answers in plain text. */
  readonly kind: 'https' | 'refused' | 'content';
  /** What says so. */
  readonly because: readonly NginxDirective[];
}

/** What a request without TLS gets from the server. */
export function plainAnswer(server: NginxServer): PlainAnswer {
  const [place] = server.places;
  // In their order: what stands first answers.
  for (const one of place.directive.block ?? []) {
    if (sendsOn(one, place)) return { kind: 'https', because: [one] };
    if (one.name !== 'return') continue;
    // Certbot's: those of a name are sent on, and the rest is refused.
    const named = nginxOwn(place, 'if').filter((some) => within(some, place));
    const refused = /^[45]\d\d$/.test(one.args[0] ?? '');
    return { kind: refused ? 'refused' : 'content', because: [...named, one] };
  }
  const answers = reached(server)
    .filter(({ kind }) => kind !== 'if')
    .map((one) => ({ directive: one.directive, kind: placeAnswer(one) }));
  const of = (wanted: PlainAnswer['kind']): NginxDirective[] =>
    answers.filter(({ kind }) => kind === wanted).map(({ directive }) => directive);
  if (of('content').length > 0) return { kind: 'content', because: of('content') };
  return {
    kind: of('https').length > 0 ? 'https' : 'refused',
    because: answers.map(({ directive }) => directive),
  };
}

/** Null where nothing is answered. */
function placeAnswer(place: NginxPlace): 'https' | 'content' | null {
  const own = place.directive.block ?? [];
  if (own.some((one) => sendsOn(one, place))) return 'https';
  // Certificate authorities ask here, in plain text (RFC 8555, 8.3); named and internal locations are reached from others only.
  if (/^\^?\/\\?\.well-known\/(?:acme-challenge|pki-validation)/.test(place.location?.path ?? '')) return null;
  if (place.location?.modifier === '@' || own.some((one) => one.name === 'internal')) return null;
  return nginxAnswer(place) === 'refuses' ? null : 'content';
}

/** Whether a directive sends on whoever comes without TLS. */
function sendsOn(one: NginxDirective, place: NginxPlace): boolean {
  return leadsToHttps(one, place) || (one.name === 'if' && asksForPlain(one.args) && within(one, place));
}

function within(condition: NginxDirective, place: NginxPlace): boolean {
  return (condition.block ?? []).some((inner) => leadsToHttps(inner, place));
}

/** `return 301 https://…`, `return https://…`, or a rewrite to one of every path that gets there. */
function leadsToHttps({ name, args: [first = '', second] }: NginxDirective, { location }: NginxPlace): boolean {
  const target = second ?? first;
  if (!/^https:\/\//i.test(target)) return false;
  if (name === 'return') return target === first || /^30[12378]$/.test(first);
  // Within `location /shop`, `^/shop` takes every path.
  const starts = ['', '/', '^', '^/', ...(location ? [`^${location.path}`] : [])];
  return (
    name === 'rewrite' && starts.some((start) => first.startsWith(start) && onward.test(first.slice(start.length)))
  );
}

/** What takes the rest of every path. */
const onward = /^(?:\/\?)?(?:(?:\.\*|\(\.\*\)|\(\?<[a-z_]{1,32}>\.\*\))\$?)?$/i;

/** What is asked by configurations that tell plain HTTP: `if ($scheme != "https")` and its kin. */
const plainly: ReadonlySet<string> = new Set([
  'scheme http',
  'scheme !https',
  'http_x_forwarded_proto http',
  'http_x_forwarded_proto !https',
  'https ',
  'https !on',
  'server_port 80',
  'server_port !443',
]);

function asksForPlain(args: readonly string[]): boolean {
  const said = args.join('').replace(/["'()]/g, '');
  return plainly.has(said.replace(/\$(\w+)(!?)[=~]\*?\^?(\w*)\$?/, '$1 $2$3'));
}

/** Signs that a load balancer stands in front and may hold the TLS. */
export function behindAnother(instance: NginxInstance): NginxDirective[] {
  const of = (name: string): NginxDirective[] => nginxEvery(instance.tree, name);
  const asked = of('if').filter((one) => one.args.some((word) => /\$http_x_forwarded_(?:proto|port)/.test(word)));
  const proxied = of('listen').filter((one) => one.args.includes('proxy_protocol'));
  return [...of('set_real_ip_from'), ...of('real_ip_header'), ...asked, ...proxied];
}
