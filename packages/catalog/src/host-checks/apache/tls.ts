// Apache httpd speaks TLS with whoever comes from the network (KISA 2026 WEB-20).
import type { Judgement, Proof } from '@bongsu/core';
import { apacheSetting, fail, hostCheck, manual, pass, switchParameter, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import type { TlsServer } from '../../criteria/apache-tls.ts';
import { frontProof, httpsRedirects, networkServers } from '../../criteria/apache-tls.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

const expected = 'SSLEngine on, or a redirect to HTTPS';

export const tls = hostCheck({
  id: 'apache.tls',
  title: text('Apache SSL/TLS 활성화', 'Apache: TLS is on'),
  why: text(
    '평문으로 오가는 비밀번호와 내용은 중간에서 읽히고 바뀔 수 있습니다.',
    'What travels in plain text is read and changed on its way.',
  ),
  importance: 'high',
  expects: text(
    '네트워크에서 닿는 모든 가상 호스트가 TLS를 쓰거나 HTTPS로 보냄',
    'every virtual host that the network reaches speaks TLS or sends on to HTTPS',
  ),
  remedy: text(
    'mod_ssl을 켜고 443 가상 호스트에 SSLEngine on과 인증서를 두고, 80은 HTTPS로 보냅니다. TLS가 로드 밸런서(ALB, CloudFront)에서 끝나면 그 리스너와 보안 그룹을 증적으로 남기고 매개변수 tlsInFront를 켭니다.',
    'Enable mod_ssl, give the virtual host of 443 SSLEngine on and a certificate, and send 80 on to HTTPS. Where TLS ends at a load balancer (ALB, CloudFront), keep its listener and security group as evidence and switch the parameter tlsInFront on.',
  ),
  fix: {
    debian: ['a2enmod ssl', 'a2ensite default-ssl', 'apache2ctl -t && systemctl restart apache2'],
    rhel: ['dnf install -y mod_ssl', 'httpd -t && systemctl restart httpd'],
  },
  question: text(
    '이 서버 앞의 로드 밸런서나 CDN이 TLS를 처리합니까? 그 앞을 거치지 않는 접근은 막혀 있습니까?',
    'Does a load balancer or CDN in front of this server speak TLS, and is every other way to it closed?',
  ),
  parameters: {
    tlsInFront: switchParameter(
      text(
        'TLS가 호스트 앞(로드 밸런서)에서 끝남을 확인했음',
        'it is known that TLS ends before the host, at a load balancer',
      ),
      false,
    ),
  },
  needs: { services, apache },
  judge({ services: seen, apache: found }, _host, { tlsInFront }) {
    return judgeApache(seen, found, (instance) => judgeTls(instance, tlsInFront));
  },
});

function judgeTls(instance: ApacheInstance, tlsInFront: boolean): Judgement {
  const reached = networkServers(instance);
  const proofs = reached.map(({ proof }): Proof => ({ ...proof, expected }));
  if (reached.length === 0)
    return pass(text('자기 자신의 주소에서만 받음', 'it answers the host itself only'), [
      { source: instance.name, found: 'loopback addresses only' },
    ]);
  const weak = reached.filter(({ tls: on }) => on).flatMap((one) => brokenProtocols(one));
  if (weak.length > 0) return fail(text('SSLv2나 SSLv3가 켜져 있음', 'SSLv2 or SSLv3 is on'), [...weak, ...proofs]);
  const plain = reached.filter((one) => !sentOn(one) && !twin(one, reached));
  if (plain.length === 0) {
    const protocols = reached.flatMap(({ server }) => apacheSetting(server, 'sslprotocol') ?? []);
    const said = protocols.map(({ source, words }): Proof => ({ source, found: `SSLProtocol ${words.join(' ')}` }));
    return pass(text('TLS가 켜져 있음', 'TLS is on'), [...proofs, ...said]);
  }
  if (tlsInFront)
    return pass(
      text('TLS가 호스트 앞에서 끝남(매개변수로 확인함)', 'TLS ends before the host, as the parameter says'),
      proofs,
    );
  const front = frontProof(instance);
  const names = plain
    .slice(0, 3)
    .map(({ server }) => server.name)
    .join(', ');
  if (front)
    return manual(
      text(
        `${names}은 TLS 없이 받으나 앞에 로드 밸런서가 있는 듯함`,
        `${names} speaks no TLS, and something seems to stand in front of it`,
      ),
      [front, ...proofs],
    );
  return fail(text(`TLS 없이 서비스함: ${names}`, `it serves without TLS: ${names}`), proofs);
}

function sentOn({ server }: TlsServer): boolean {
  return httpsRedirects(server).some(({ whole }) => whole);
}

/** The site is there with TLS, by itself or by another server of the same name, or of none. */
function twin({ server }: TlsServer, reached: readonly TlsServer[]): boolean {
  return reached.some(
    (other) =>
      other.tls &&
      (server.names.length === 0 ||
        other.server.names.length === 0 ||
        other.server.names.some((name) => server.names.includes(name))),
  );
}

/** Named or not taken away from a list that names them; `all` holds neither in any build of OpenSSL 1.1 and later. */
function brokenProtocols({ server }: TlsServer): Proof[] {
  const line = apacheSetting(server, 'sslprotocol');
  if (!line || !line.words.some((word) => /^\+?sslv[23]$/i.test(word))) return [];
  return [{ source: line.source, found: `SSLProtocol ${line.words.join(' ')}`, expected: 'TLSv1.2 and later' }];
}
