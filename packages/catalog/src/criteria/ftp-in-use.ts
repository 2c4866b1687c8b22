// The rule that the FTP items share: only the FTP server that runs, or would, is judged; SFTP is no FTP and has no part here.
import type { Judgement, Proof } from '@bongsu/core';
import type { FtpServer } from '../probes/ftp-servers.ts';
import type { HostServices } from '../probes/services.ts';
import { worstOf } from './worst-of.ts';

const units: Readonly<Record<Exclude<FtpServer, 'other'>, readonly string[]>> = {
  vsftpd: ['vsftpd.service', 'vsftpd.socket'],
  proftpd: ['proftpd.service', 'proftpd.socket'],
  'pure-ftpd': [
    'pure-ftpd.service',
    'pure-ftpd-mysql.service',
    'pure-ftpd-postgresql.service',
    'pure-ftpd-ldap.service',
  ],
};
const servers = ['vsftpd', 'proftpd', 'pure-ftpd'] as const;

/** The FTP servers in use; what a super-server starts goes to the server that is installed, else to `other`. */
export function ftpInUse(services: HostServices): { readonly server: FtpServer; readonly proofs: readonly Proof[] }[] {
  const uses = servers.map((server) => ({
    server,
    ...services.use({ units: units[server], programs: [`/usr/sbin/${server}`] }),
  }));
  const on: { server: FtpServer; proofs: readonly Proof[] }[] = uses.filter(({ state }) => state === 'on');
  const started = services.use({ units: ['ftpd.service', 'inetutils-ftpd.service'], inetd: ['ftp', 'ftps', 'vsftpd'] });
  if (started.state === 'on') {
    const there = uses.find(({ state }) => state !== 'absent')?.server ?? 'other';
    on.push({ server: there, proofs: started.proofs });
  }
  // A control connection is TCP 21 (RFC 959).
  const listening = services.listeners.filter(({ protocol, port }) => protocol === 'tcp' && port === 21);
  if (on.length === 0 && listening.length > 0)
    on.push({
      server: 'other',
      proofs: listening.map(({ address }) => ({ source: 'ss -l -n -t', found: `tcp ${address}:21` })),
    });
  return on;
}

/** Judges each FTP server in use; `without` is what the item says where there is none. */
export function judgeFtp(
  services: HostServices,
  judge: (server: FtpServer, proofs: readonly Proof[]) => Judgement,
  without: Judgement,
): Judgement {
  return worstOf(ftpInUse(services).map(({ server, proofs }) => judge(server, proofs))) ?? without;
}

/** What stands as evidence that no FTP server is on. */
export function noFtpProofs(services: HostServices): readonly Proof[] {
  return services.use({ units: servers.flatMap((server) => units[server]), inetd: ['ftp', 'ftps', 'vsftpd'] }).proofs;
}
