// The rule that the Tomcat items share: every instance that runs, or would be started, is judged, and the worst of them is the verdict.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, manual, notApplicable, text } from '@bongsu/core';
import type { TomcatHost, TomcatInstance } from '../probes/tomcat/instance.ts';
import { worstOf } from './worst-of.ts';

/** Evidence is read by people: no more of one kind than this. */
export const proofsMax = 40;

/** Judges each instance in use. Where none is, the reason says whether Tomcat lies there at all. */
export function judgeTomcat(host: TomcatHost, judge: (instance: TomcatInstance) => Judgement): Judgement {
  const used = host.instances.filter(({ state }) => state !== 'off');
  const judged = used.map((instance) => named(instance, judge(instance)));
  if (host.elsewhere.length > 0)
    judged.push(
      manual(
        text(
          '컨테이너 안에서 Tomcat이 실행 중: 설정이 이 호스트에 없어 컨테이너나 이미지에서 확인 필요',
          'a Tomcat runs in a container: its configuration is not of this host, look into the container or its image',
        ),
        host.elsewhere
          .slice(0, proofsMax)
          .map(({ pid, base }) => ({ source: `/proc/${pid}`, found: `catalina.base=${base}` })),
      ),
    );
  const worst = worstOf(judged);
  if (worst) return worst;
  const idle = host.instances.flatMap((instance) => [
    ...instance.units.map(({ name, state }) => ({ source: name, found: state })),
    { source: `${instance.base}/conf/server.xml`, found: 'installed, no JVM runs with this catalina.base' },
  ]);
  const programs = host.installed.map((path) => ({
    source: `${path}/lib/catalina.jar`,
    found: 'installed, no instance of its own',
  }));
  if (idle.length + programs.length > 0)
    return notApplicable(
      text(
        'Tomcat이 설치되어 있으나 실행 중이 아니고 시작하도록 설정되지 않음',
        'Tomcat is installed, but neither runs nor would be started',
      ),
      [...idle, ...programs],
    );
  return notApplicable(text('Tomcat이 없음', 'there is no Tomcat'), [
    {
      source: 'JVMs, systemd units, /usr/share/tomcat*, /var/lib/tomcat*, /opt, /usr/local, /srv',
      found: 'no catalina.base and no conf/server.xml',
    },
  ]);
}

function named(instance: TomcatInstance, { status, reason, evidence }: Judgement): Judgement {
  return {
    status,
    reason: text(`${instance.base}: ${reason.ko}`, `${instance.base}: ${reason.en}`),
    evidence: [useProof(instance), ...evidence],
  };
}

/** What shows that it is in use, and in which version. */
function useProof({ base, state, processes, units, version }: TomcatInstance): Proof {
  const release = version ? `, Tomcat ${version.value}` : '';
  const [process] = processes;
  if (process)
    return { source: `/proc/${process.pid}`, found: `runs as uid ${process.uid}, catalina.base=${base}${release}` };
  const [unit] = units;
  return {
    source: unit ? unit.path : base,
    found:
      state === 'enabled'
        ? `${unit?.name ?? 'it'} would be started${release}`
        : `what starts it is not known${release}`,
  };
}

/** The worst of several findings of one instance, or a pass with its own evidence. */
export function failOr(faults: readonly Proof[], reason: Judgement['reason'], otherwise: () => Judgement): Judgement {
  return faults.length > 0 ? fail(reason, faults.slice(0, proofsMax)) : otherwise();
}
