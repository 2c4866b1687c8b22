// Which servers of Apache httpd speak TLS, which are open to the network without it, and what stands in front of them.
import type { ApacheServer, Proof } from '@bongsu/core';
import { apacheListensOf, apacheSetting } from '@bongsu/core';
import type { ApacheInstance } from '../probes/apache/instance.ts';
import { redirects } from './apache-routes.ts';

export interface TlsServer {
  readonly server: ApacheServer;
  readonly tls: boolean;
  readonly proof: Proof;
}

/** Servers that the network reaches; those on loopback addresses only answer the host itself. */
export function networkServers(instance: ApacheInstance): TlsServer[] {
  const local = (address: string): boolean => /^(?:127\.|\[::1\]|localhost(?::|$))/.test(address);
  return instance.servers
    .map((server) => ({ server, listens: apacheListensOf(server, instance.config) }))
    .filter(({ server }) => !(server.addresses.length > 0 && server.addresses.every(local)))
    .filter(({ listens }) => listens.length === 0 || !listens.every(({ address }) => local(address)))
    .map(({ server, listens }) => {
      const engine = apacheSetting(server, 'sslengine') ?? apacheSetting(server, 'gnutlsenable');
      const ports = [...new Set(listens.map(({ port }) => port))];
      // `Listen 8443 https` names the protocol of a port; it is SSLEngine that speaks it.
      const spoken = listens.some(({ protocol }) => protocol === 'https');
      const tls = /^(?:on|optional)$/i.test(engine?.words[0] ?? '');
      const found = engine
        ? `${engine.key === 'sslengine' ? 'SSLEngine' : 'GnuTLSEnable'} ${engine.words.join(' ')}`
        : 'no SSLEngine';
      return {
        server,
        tls,
        proof: {
          source: engine?.source ?? (server.source || instance.name),
          found: `${server.name} (port ${ports.join(', ') || '?'}): ${found}${spoken ? ', Listen … https' : ''}`,
        },
      };
    });
}

/** What shows that TLS ends before the host: the scheme is read from what a load balancer adds. */
export function frontProof(instance: ApacheInstance): Proof | null {
  for (const server of instance.servers) {
    const behind = [...server.own, ...server.outer].find(
      ({ key, words }) =>
        key === 'remoteipheader' ||
        (key === 'rewritecond' && words.some((word) => /x-forwarded-(?:proto|port|ssl)/i.test(word))),
    );
    if (behind) return { source: behind.source, found: `${behind.key} ${behind.words.join(' ')}` };
  }
  return null;
}

/** The redirect of a server to HTTPS, whole or not. */
export function httpsRedirects(server: ApacheServer): ReturnType<typeof redirects> {
  return redirects(server).filter(({ target }) => /^(?:https:|%\{ENV:|\$\{)/i.test(target));
}
