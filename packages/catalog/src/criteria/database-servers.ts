// The rule that the database items share: every server that runs, or would, is judged; the worst decides and is named.
import type { Host, Judgement, Proof } from '@bongsu/core';
import { manual, notApplicable, text } from '@bongsu/core';
import type { ServerProcess } from '../probes/database/processes.ts';
import type { HostServices } from '../probes/services.ts';
import { worstOf } from './worst-of.ts';

export interface DatabaseServer {
  readonly name: string;
  readonly version: string;
  readonly process: ServerProcess | null;
}

export interface DatabaseUse<S extends DatabaseServer> {
  readonly product: string;
  readonly units: readonly string[];
  readonly servers: readonly S[];
  readonly services: HostServices;
  readonly host: Host;
  /** Whether the data of a server that does not run lies there: an image that would serve it. */
  hasData(server: S): boolean;
}

/** Judges each server. One in a container is for a person: its files and accounts are not the host's. */
export function judgeServers<S extends DatabaseServer>(
  use: DatabaseUse<S>,
  judge: (server: S) => Judgement,
): Judgement {
  const unit = use.services.use({ units: use.units });
  const judged = use.servers.filter(
    (one) => one.process !== null || unit.state === 'on' || (!use.host.live && use.hasData(one)),
  );
  const worst = worstOf(
    judged.map((server) => named(server, server.process?.elsewhere ? inContainer(server.process) : judge(server))),
  );
  if (worst) return worst;
  // On a booted host the processes tell; an image that would start a server whose data is elsewhere does not.
  if (unit.state === 'on' && !use.host.live)
    return manual(
      text(
        `${use.product} 서비스가 켜지지만 데이터를 찾지 못함`,
        `${use.product} would start, but its data was not found`,
      ),
      unit.proofs,
    );
  return notApplicable(text(`${use.product} 서버가 없음`, `there is no ${use.product} server`), [
    { source: 'ps', found: use.host.live ? `no process of ${use.product}` : 'the root is not booted' },
    ...unit.proofs,
    ...use.servers.map((one) => ({ source: one.name, found: 'installed; neither runs nor would' })),
  ]);
}

function named(server: DatabaseServer, judgement: Judgement): Judgement {
  const { status, reason, evidence } = judgement;
  return {
    status,
    reason: text(`${server.name}: ${reason.ko}`, `${server.name}: ${reason.en}`),
    evidence: [serverProof(server), ...evidence],
  };
}

function inContainer({ pid }: ServerProcess): Judgement {
  return manual(text('컨테이너 안에서 실행됨: 그 안에서 확인 필요', 'runs in a container: to be checked inside it'), [
    { source: `/proc/${pid}/root`, found: 'another root than the host' },
  ]);
}

/** Who runs the server, and where. */
export function serverProof({ name, process, version }: DatabaseServer): Proof {
  const known = version === '' ? '' : `, ${version.slice(0, 60)}`;
  return process
    ? { source: `ps (pid ${process.pid})`, found: `${name}: uid ${process.uid} (${process.account})${known}` }
    : { source: name, found: `does not run${known}` };
}

/** What a person must ask because the server did not let the probe in. */
export function notAsked(client: string, refused: string, byHand: string): Judgement {
  return manual(
    text(
      '비밀번호 없이 로컬 로그인을 할 수 없어 질의하지 못함',
      'could not be asked: no local login without a password',
    ),
    [{ source: client, found: refused || 'not answered', expected: `the answer to: ${byHand}` }],
  );
}

/** Whether a name or address to listen on, as the configuration writes it, is the host's own. */
export function loopbackName(name: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(name);
}

/** Whether an address of a listener, as ss writes it, is the host's own. */
export function loopbackListener(address: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|\[::1\]|\[::ffff:127(?:\.\d{1,3}){3}\])(?:%\w+)?:\d+$/.test(address);
}
