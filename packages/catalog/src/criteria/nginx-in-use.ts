// The rule that the nginx items share: every instance that runs or would start is judged, every server block of it, and the worst decides.
import type { Judgement, NginxServer, Proof } from '@bongsu/core';
import { manual, notApplicable, text } from '@bongsu/core';
import type { Nginx, NginxInstance } from '../probes/nginx.ts';
import { worstOf } from './worst-of.ts';

/** The last step of every remedy: the test first, so that a mistake does not stop the service. */
export const nginxReload = 'nginx -t && systemctl reload nginx';

/** What a person is asked where an item itself leaves no doubt: what was not seen is an nginx in a container, or what runs before a reload. */
export const nginxQuestion = text(
  '컨테이너에서 도는 nginx의 이미지나, 아직 적재되지 않은 설정 대신 지금 동작하는 설정도 이 기준을 지킵니까?',
  'Does the image of the nginx in a container, or the configuration that still runs until a reload, keep to this as well?',
);

/** More would hide the first ones from a reader. */
const shownMax = 50;

/**
 * Judges each instance; the reason names those that decided. `by` the host is what is seen on it (modes, processes, packages), which no load
 * of a configuration changes.
 */
export function judgeNginx(nginx: Nginx, judge: (instance: NginxInstance) => Judgement, by?: 'host'): Judgement {
  const judged = nginx.instances.map((instance) => {
    const { status, reason, evidence } = by === 'host' ? judge(instance) : loaded(instance, judge(instance));
    const rest = evidence.slice(shownMax);
    const more = rest.length > 0 ? [{ source: instance.conf, found: `${rest.length} more` }] : [];
    return {
      status,
      reason: text(`${instance.name}: ${reason.ko}`, `${instance.name}: ${reason.en}`),
      evidence: [...instance.proofs, ...evidence.slice(0, shownMax), ...more],
    };
  });
  const elsewhere = nginx.elsewhere.map((proof) =>
    manual(
      text(
        `컨테이너의 nginx(${proof.source})는 설정이 이 호스트에 없음: 이미지 확인 필요`,
        `the nginx in a container (${proof.source}) has its configuration elsewhere: look at its image`,
      ),
      [proof],
    ),
  );
  const none: Proof = { source: 'nginx', found: 'no program, no process' };
  return (
    worstOf([...judged, ...elsewhere]) ??
    notApplicable(
      text('동작하거나 부팅 때 시작되는 nginx가 없음', 'no nginx runs, and none would start'),
      nginx.off.length > 0 ? nginx.off : [none],
    )
  );
}

/** A pass by files that nginx has not loaded yet says nothing of what answers; what they do wrong comes with the next load. */
function loaded(instance: NginxInstance, judged: Judgement): Judgement {
  const [first] = instance.unloaded;
  if (first === undefined || judged.status !== 'pass') return judged;
  return manual(
    text(
      `설정이 적재된 뒤에 바뀜(${first}): 다시 적재한 뒤 점검 필요(파일대로면 ${judged.reason.ko})`,
      `${first} was written after nginx loaded it: reload and check again (by the files: ${judged.reason.en})`,
    ),
    [...instance.unloaded.map((path) => ({ source: path, found: 'written after the load' })), ...judged.evidence],
  );
}

/** Judges each server block of an instance. */
export function judgeServers(instance: NginxInstance, judge: (server: NginxServer) => Judgement): Judgement {
  return (
    worstOf(instance.servers.map(judge)) ??
    notApplicable(text('http 서버 블록이 없음', 'it has no http server block'), [
      { source: instance.conf, found: 'no server block in http' },
    ])
  );
}

/** Names for a reason: the first three, and how many more. */
export function named(names: readonly string[]): string {
  const all = [...new Set(names)];
  return all.length > 3 ? `${all.slice(0, 3).join('; ')} (+${all.length - 3})` : all.join('; ');
}
