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
  const own = place.directive.block ?? [];
  // In their order: what stands first answers.
  for (const one of own) {
    if (leadsToHttps(one, place)) return { kind: 'https', because: [one] };
    if (one.name === 'if' && asksForPlain(one.args) && (one.block ?? []).some((inner) => leadsToHttps(inner, place)))
      return { kind: 'https', because: [one] };
    if (one.name === 'return') {
      const named = nginxOwn(place, 'if').filter((some) =>
        (some.block ?? []).some((inner) => leadsToHttps(inner, place)),
      );
      const refused = /^[45]\d\d$/.test(one.args[0] ?? '');
      return { kind: refused ? 'refused' : 'content', because: [...named, one] };
    }
  }
  const places = reached(server).filter(({ kind }) => kind !== 'if');
  const answers = places.map((one) => ({ place: one, kind: placeAnswer(one) }));
  const content = answers.filter(({ kind }) => kind === 'content');
  if (content.length > 0) return { kind: 'content', because: content.map((one) => one.place.directive) };
  const on = answers.filter(({ kind }) => kind === 'https');
  return { kind: on.length > 0 ? 'https' : 'refused', because: answers.map((one) => one.place.directive) };
}

function placeAnswer(place: NginxPlace): PlainAnswer['kind'] {
  const own = place.directive.block ?? [];
  if (own.some((one) => leadsToHttps(one, place))) return 'https';
  if (
    own.some(
      (one) =>
        one.name === 'if' && asksForPlain(one.args) && (one.block ?? []).some((inner) => leadsToHttps(inner, place)),
    )
  )
    return 'https';
  // Certificate authorities ask here, in plain text (RFC 8555, 8.3); named and internal locations are reached from others only.
  if (/^\^?\/\\?\.well-known\/(?:acme-challenge|pki-validation)/.test(place.location?.path ?? '')) return 'refused';
  if (place.location?.modifier === '@' || own.some((one) => one.name === 'internal')) return 'refused';
  return nginxAnswer(place) === 'refuses' ? 'refused' : 'content';
}

/** `return 301 https://…`, `return https://…`, or a rewrite to one of every path that gets there. */
function leadsToHttps({ name, args }: NginxDirective, { location }: NginxPlace): boolean {
  if (name === 'return') {
    const target = args[1] ?? args[0] ?? '';
    return /^https:\/\//i.test(target) && (args[1] === undefined || /^30[12378]$/.test(args[0] ?? ''));
  }
  if (name !== 'rewrite' || !/^https:\/\//i.test(args[1] ?? '')) return false;
  const taken = args[0] ?? '';
  if (/^(?:\^?\/?\(?\.[*+]\)?\$?|\^\/?|\^?\/?\(\?<[a-z_]{1,32}>\.\*\)\$?)$/i.test(taken)) return true;
  // Within `location /shop`, `^/shop` takes every path.
  return (
    location !== null && location.path !== '/' && taken.replace(/\/?\(?(?:\.\*)?\)?\$?$/, '') === `^${location.path}`
  );
}

/** The conditions by which configurations tell plain HTTP: `if ($scheme != "https")` and its kin. */
function asksForPlain(args: readonly string[]): boolean {
  const said = args
    .join(' ')
    .replace(/^\(\s*|\s*\)$/g, '')
    .replace(/["']/g, '')
    .trim();
  return /^\$(?:(?:scheme|http_x_forwarded_proto)\s*(?:!=\s*https|!~\*?\s*\^?https\$?|=\s*http|~\*?\s*\^?http\$)|https\s*(?:!=\s*on|=\s*)|server_port\s*(?:=\s*80|!=\s*443|!~\*?\s*\^?443\$?))$/.test(
    said,
  );
}

/** Signs that a load balancer stands in front and may hold the TLS. */
export function behindAnother(instance: NginxInstance): NginxDirective[] {
  const of = (name: string): NginxDirective[] => nginxEvery(instance.tree, name);
  const asked = of('if').filter((one) => /\$http_x_forwarded_(?:proto|port)/.test(one.args.join(' ')));
  const proxied = of('listen').filter((one) => one.args.includes('proxy_protocol'));
  return [...of('set_real_ip_from'), ...of('real_ip_header'), ...asked, ...proxied];
}
