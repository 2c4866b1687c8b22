// No FTP server that runs lets anonymous users in (KISA 2026 U-35, 2021 U-20). The account ftp of every RHEL is not anonymous FTP by itself.
import type { AnonymousAnswer, Host, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import type { FtpAnonymous } from '../../probes/ftp-anonymous.ts';
import { ftpAnonymous } from '../../probes/ftp-anonymous.ts';
import type { HostServices } from '../../probes/services.ts';
import { services } from '../../probes/services.ts';
import { superServers } from '../../criteria/service-off.ts';

export const anonymousFtp = hostCheck({
  id: 'service.anonymous-ftp',
  title: text('Anonymous FTP 비활성화', 'No anonymous FTP'),
  why: text(
    '누구나 로그인하지 않고 파일을 가져가거나 악성 파일을 올릴 수 있습니다.',
    'Anybody takes files, or leaves malicious ones, without an account.',
  ),
  importance: 'high',
  expects: text(
    'FTP 서버가 켜져 있지 않거나 익명 접속을 거부함',
    'no FTP server is on, or each refuses anonymous users',
  ),
  remedy: text(
    'vsftpd: anonymous_enable=NO(등호 앞뒤 빈칸 없이). ProFTPD: <Anonymous> 블록 삭제. Pure-FTPd: NoAnonymous yes. 그 뒤 서비스를 다시 시작합니다.',
    'vsftpd: anonymous_enable=NO (no blanks around the sign). ProFTPD: remove the <Anonymous> block. Pure-FTPd: NoAnonymous yes. Then restart the service.',
  ),
  fix: {
    any: ["sed -i 's/^anonymous_enable=.*/anonymous_enable=NO/' vsftpd.conf", 'systemctl restart vsftpd'],
  },
  question: text('FTP 서버가 익명 접속을 거부합니까?', 'Does the FTP server refuse anonymous logins?'),
  needs: { services, ftp: ftpAnonymous },
  judge({ services: known, ftp }, host) {
    const judged = [...vsftpdRunning(known, ftp, host), ...othersRunning(known, ftp)];
    const running = [...judged, ...strangers(known, judged.length > 0)];
    const evidence = running.flatMap((one) => [...one.proofs, ...(one.answer ? [one.answer.proof] : [])]);
    const open = running.find((one) => one.answer?.anonymous);
    if (open) return fail(text(`${open.name}가 익명 접속을 허용함`, `${open.name} lets anonymous users in`), evidence);
    const unclear = running.find((one) => !one.answer);
    if (unclear)
      return manual(
        text(`${unclear.name}가 익명 접속을 거부하는지 확인 필요`, `does ${unclear.name} refuse anonymous users?`),
        evidence,
      );
    if (running.length > 0)
      return pass(text('FTP 서버가 익명 접속을 거부함', 'the FTP server refuses anonymous users'), evidence);
    const { proofs } = known.use({ units: ['vsftpd.service', 'proftpd.service', 'pure-ftpd.service'], inetd: ['ftp'] });
    return pass(text('FTP 서버가 켜져 있지 않음', 'no FTP server is on'), proofs);
  },
});

interface Running {
  readonly name: string;
  readonly proofs: readonly Proof[];
  /** null where nothing says. */
  readonly answer: AnonymousAnswer | null;
}

function listening(known: HostServices, programs: readonly string[]): Proof[] {
  return known.listeners
    .filter((one) => one.protocol === 'tcp' && one.port === 21 && one.programs.some((name) => programs.includes(name)))
    .map((one) => ({ source: 'ss -l -n -p tcp/21', found: one.programs.join(', ') }));
}

function proofsOn(known: HostServices, units: readonly string[], heard: readonly Proof[]): readonly Proof[] {
  const { state, proofs } = known.use({ units });
  return state === 'on' ? proofs : heard;
}

function vsftpdRunning(known: HostServices, ftp: FtpAnonymous, host: Host): Running[] {
  const places = ['/etc/vsftpd.conf', '/etc/vsftpd/vsftpd.conf'];
  if (host.family === 'rhel' || host.family === 'amazon-linux') places.reverse();
  const running: Running[] = [...ftp.vsftpd]
    .filter(([path]) => !places.includes(path))
    .flatMap(([path, answer]) => {
      const name = `vsftpd@${path.slice(path.lastIndexOf('/') + 1, -'.conf'.length)}.service`;
      const { state, proofs } = known.use({ units: [name] });
      return state === 'on' ? [{ name, proofs, answer }] : [];
    });
  // Where an instance runs, the port may be its own.
  const heard = running.length > 0 ? [] : listening(known, ['vsftpd']);
  const proofs = proofsOn(known, ['vsftpd.service', 'vsftpd.socket', 'vsftpd@vsftpd.service'], heard);
  if (proofs.length === 0) return running;
  // Built-in: vsftpd.conf(5), anonymous_enable "Default: YES".
  const builtIn = {
    anonymous: true,
    proof: { source: 'vsftpd', found: 'no configuration file, built-in anonymous_enable=YES' },
  };
  const answer = places.map((path) => ftp.vsftpd.get(path)).find((one) => one !== undefined) ?? builtIn;
  return [...running, { name: 'vsftpd', proofs, answer }];
}

function othersRunning(known: HostServices, ftp: FtpAnonymous): Running[] {
  const answers = [...ftp.vsftpd.values(), ftp.proftpd, ftp.pureFtpd].filter((one) => one !== null);
  const served = known.use({ units: [], inetd: ['ftp'] });
  const found: Running[] = [
    {
      name: 'proftpd',
      proofs: proofsOn(known, ['proftpd.service', 'proftpd.socket'], listening(known, ['proftpd'])),
      answer: ftp.proftpd,
    },
    {
      name: 'pure-ftpd',
      proofs: proofsOn(
        known,
        ['pure-ftpd.service', 'pure-ftpd-mysql.service', 'pure-ftpd-ldap.service'],
        listening(known, ['pure-ftpd']),
      ),
      answer: ftp.pureFtpd,
    },
    // A super-server starts the one that is there; with none or several of known grammar, a person must look.
    {
      name: 'ftp (inetd)',
      proofs: served.state === 'on' ? served.proofs : [],
      answer: answers.length === 1 ? (answers[0] ?? null) : null,
    },
  ];
  return found.filter((one) => one.proofs.length > 0);
}

/** Port 21 in hands that nothing above explains; a super-server holds it for what a unit or a file names. */
function strangers(known: HostServices, explained: boolean): Running[] {
  const known21 = (name: string): boolean =>
    ['vsftpd', 'proftpd', 'pure-ftpd'].includes(name) || (explained && superServers.some((one) => one === name));
  const strange = known.listeners.filter(
    (one) => one.protocol === 'tcp' && one.port === 21 && !one.programs.some(known21),
  );
  return strange.map((one) => ({
    name: 'tcp/21',
    proofs: [{ source: 'ss -l -n -p tcp/21', found: one.programs.join(', ') || 'no process named' }],
    answer: null,
  }));
}
