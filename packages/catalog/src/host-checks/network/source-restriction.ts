// The host itself bounds which addresses and ports may connect (KISA 2026 U-28, 2021 U-18). Where only security groups may do it, a person must look: a host does not see them.
import type { PacketFilter, Proof } from '@bongsu/core';
import { hostCheck, listParameter, manual, pass, text, wrapperDenial } from '@bongsu/core';
import type { HostServices } from '../../probes/services.ts';
import { services } from '../../probes/services.ts';
import type { SourceLimits } from '../../probes/source-limits.ts';
import { filterFiles, sourceLimits } from '../../probes/source-limits.ts';

/** SSH, Telnet, RDP and the console of RHEL. */
const adminPorts = ['22', '23', '3389', '9090'];
const portsMax = 5;
const rulesMax = 20;

export const sourceRestriction = hostCheck({
  id: 'network.source-restriction',
  title: text('접속 IP 및 포트 제한', 'Source addresses and ports are restricted'),
  why: text(
    '제한이 없으면 네트워크에 닿는 누구나 모든 서비스에 비밀번호 대입과 취약점 공격을 할 수 있습니다.',
    'Without a bound, whoever reaches the network can guess passwords and try exploits on every service.',
  ),
  importance: 'high',
  expects: text(
    '호스트 방화벽(기본 차단)이나 TCP Wrapper가 접속할 수 있는 주소와 포트를 정함',
    'a host firewall that denies by default, or the TCP wrappers of sshd, say which addresses and ports may connect',
  ),
  remedy: text(
    '필요한 출발지만 허용합니다: firewalld·ufw·nftables의 기본 차단과 허용 규칙, 또는 libwrap을 쓰는 sshd라면 hosts.deny에 ALL: ALL과 hosts.allow. AWS에서는 보안 그룹에서 22번의 0.0.0.0/0도 없앱니다.',
    'Let in only the sources that are needed: deny by default in firewalld, ufw or nftables, or ALL: ALL in hosts.deny with hosts.allow where sshd uses libwrap. On AWS, take 0.0.0.0/0 off port 22 of the security group too.',
  ),
  fix: {
    rhel: [
      'firewall-cmd --permanent --remove-service=ssh',
      "firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=10.0.0.0/8 service name=ssh accept'",
      'firewall-cmd --reload',
    ],
    debian: ['ufw default deny incoming', 'ufw allow from 10.0.0.0/8 to any port 22 proto tcp', 'ufw enable'],
  },
  question: text(
    '보안 그룹과 네트워크 ACL이 필요한 출발지와 포트만 허용합니까?',
    'Do security groups and network ACLs let in only the sources and ports that are needed?',
  ),
  parameters: {
    adminPorts: listParameter(
      text(
        '모든 주소에 열려 있으면 안 되는 관리 포트',
        'ports of administration that may not be open to every address',
      ),
      adminPorts,
    ),
  },
  needs: { services, limits: sourceLimits },
  judge({ services: known, limits }, host, chosen) {
    const administering = administers(chosen.adminPorts.map(Number));
    const denial = limits.wrapped ? wrapperDenial(limits.rules, 'sshd') : undefined;
    const filters = host.live ? limits.filters : limits.filters.filter((filter) => startsAtBoot(filter, known));
    const denying = filters.filter((filter) => filter.denies);
    const evidence = [...filters.flatMap(filterProofs), ...wrapperProofs(limits)];
    if (denial)
      return pass(
        text('sshd의 TCP Wrapper가 접속 주소를 제한함', 'the TCP wrappers bound the sources of sshd'),
        evidence,
      );
    const open = denying.find((filter) => !filter.openToAll.some(administering(filter)));
    if (open && limits.ipv6 && !open.deniesIpv6)
      return manual(
        text(
          `${open.tool}이 IPv4만 막고 호스트에 IPv6 주소가 있음: 보안 그룹이 IPv6 출발지를 제한하는지 확인 필요`,
          `${open.tool} denies over IPv4 alone, and the host has an address of IPv6: do the security groups bound IPv6?`,
        ),
        evidence,
      );
    if (open)
      return pass(
        text(`${open.tool}이 허용하지 않은 접속을 막음`, `${open.tool} denies what no rule allows`),
        evidence,
      );
    const shut = denying[0];
    if (shut) {
      const ports = shut.openToAll.filter(administering(shut)).slice(0, portsMax).join(', ');
      return manual(
        text(
          `${shut.tool}이 관리 포트를 모든 주소에 엶(${ports}): 보안 그룹이 출발지를 제한하는지 확인 필요`,
          `${shut.tool} opens administration to every address (${ports}): do the security groups bound its sources?`,
        ),
        evidence,
      );
    }
    const seen: Proof[] = [
      ...evidence,
      ...limits.asked.map((found) => ({ source: 'packet filter', found })),
      ...managers.flatMap((unit) => known.use({ units: [unit] }).proofs),
    ];
    return manual(
      text(
        '호스트에서 확인된 접속 제한이 없음: 보안 그룹과 네트워크 ACL이 필요한 출발지와 포트만 허용하는지 확인 필요',
        'no restriction is seen on the host: do security groups and network ACLs let in only the sources and ports that are needed?',
      ),
      seen,
    );
  },
});

const managers = ['firewalld.service', 'ufw.service', 'nftables.service'];

/** True where what is open is a way to administer the host, by name, number or range, or where it names no port at all. */
function administers(ports: readonly number[]): (filter: PacketFilter) => (what: string) => boolean {
  return (filter) => (what) => {
    const named = filter.tool === 'nftables' || filter.tool === 'iptables' ? /\bdports?\b/ : /./;
    return (
      !named.test(what) ||
      /\b(?:all|ssh|openssh|telnet|cockpit)\b|@/i.test(what) ||
      [...what.matchAll(/(\d+)(?:[:-](\d+))?/g)].some(([, from, to]) =>
        ports.some((port) => port >= Number(from) && port <= Number(to ?? from)),
      )
    );
  };
}

function startsAtBoot(filter: PacketFilter, known: HostServices): boolean {
  return filterFiles.some(([path, unit]) => path === filter.said[0] && known.use({ units: [unit] }).state === 'on');
}

function filterProofs(filter: PacketFilter): Proof[] {
  return [
    {
      source: filter.tool,
      found: filter.denies ? 'denies by default' : 'accepts by default',
      expected: 'denies by default',
    },
    {
      source: filter.tool,
      found: `open to every address: ${filter.openToAll.slice(0, rulesMax).join('; ') || 'none'}`,
    },
    ...filter.said.map((line) => ({ source: filter.tool, found: line })),
  ];
}

function wrapperProofs(limits: SourceLimits): Proof[] {
  const linked = limits.wrapped
    ? 'linked to libwrap'
    : 'not linked to libwrap: hosts.allow and hosts.deny do nothing for it';
  return [
    { source: '/usr/sbin/sshd', found: linked },
    ...limits.rules.slice(0, rulesMax).map((rule) => ({ source: `${rule.path}:${rule.line}`, found: rule.text })),
  ];
}
