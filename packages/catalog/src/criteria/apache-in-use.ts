// The rule that the Apache httpd items share: every server that runs, or would, is judged, and the worst one decides.
import type { Judgement, Proof } from '@bongsu/core';
import { manual, notApplicable, text } from '@bongsu/core';
import type { ApacheHost } from '../probes/apache.ts';
import type { ApacheInstance } from '../probes/apache/instance.ts';
import type { HostServices } from '../probes/services.ts';
import { worstOf } from './worst-of.ts';

/** The most that one server adds to the evidence of a verdict. */
const shownMax = 40;
const stockUnits = ['httpd.service', 'apache2.service'];

/** Why a server is on; null where it neither runs nor would be started. */
export function apacheOn(services: HostServices, instance: ApacheInstance): readonly Proof[] | null {
  if (instance.master) {
    const { pid, uid } = instance.master;
    return [{ source: `process ${pid}`, found: `${instance.program} runs with ${instance.name} (uid ${uid})` }];
  }
  const scripts = instance.starts.map((source) => ({ source, found: `starts ${instance.program}` }));
  if (instance.units.length === 0) return scripts.length > 0 ? scripts : null;
  const { state, proofs } = services.use({ units: instance.units });
  return state === 'on' || scripts.length > 0 ? [...(state === 'on' ? proofs : []), ...scripts] : null;
}

/** Judges each server that is on. A pass over a configuration that could not wholly be followed is for a person. */
export function judgeApache(
  services: HostServices,
  apache: ApacheHost,
  judge: (instance: ApacheInstance) => Judgement,
): Judgement {
  const on = apache.instances.flatMap((instance) => {
    const why = apacheOn(services, instance);
    return why ? [{ instance, why }] : [];
  });
  const judged = on.map(({ instance, why }) => {
    const judgement = followed(instance, judge(instance));
    const evidence = [...why, ...judgement.evidence.slice(0, shownMax)];
    const rest = judgement.evidence.length - shownMax;
    if (rest > 0) evidence.push({ source: instance.name, found: `${rest} more` });
    const { ko, en } = judgement.reason;
    const named = on.length > 1 ? text(`${instance.name}: ${ko}`, `${instance.name}: ${en}`) : judgement.reason;
    return { ...judgement, reason: named, evidence };
  });
  const strangers = apache.elsewhere.map(({ pid, program }) => ({ source: `process ${pid}`, found: program }));
  if (strangers.length > 0)
    judged.push(
      manual(
        text(
          '컨테이너 안의 httpd이거나 설정을 찾지 못한 httpd가 실행 중: 따로 확인 필요',
          'an httpd runs in a container, or without a configuration that was found: check it there',
        ),
        strangers,
      ) as Judgement & { evidence: Proof[] },
    );
  return worstOf(judged) ?? withoutServer(services, apache);
}

function withoutServer(services: HostServices, apache: ApacheHost): Judgement {
  const { state, proofs } = services.use({ units: stockUnits });
  if (state === 'on')
    return manual(
      text('httpd가 켜져 있으나 설정 파일을 찾지 못함', 'httpd is on, but its configuration was not found'),
      proofs,
    );
  const lying = apache.instances.map(({ name, program }) => ({
    source: name,
    found: program === '' ? 'a configuration without a program' : `${program} neither runs nor is enabled`,
  }));
  return notApplicable(text('Apache httpd가 켜져 있지 않음', 'no Apache httpd is on'), [...lying, ...proofs]);
}

function followed(instance: ApacheInstance, judgement: Judgement): Judgement {
  const open = instance.open.slice(0, 10).map((said) => {
    const at = said.indexOf(': ');
    return { source: said.slice(0, at), found: said.slice(at + 2), expected: 'a configuration that can be followed' };
  });
  if (open.length === 0 || judgement.status === 'fail') return judgement;
  const evidence = [...open, ...judgement.evidence];
  if (judgement.status !== 'pass') return { ...judgement, evidence };
  return manual(
    text(
      `설정의 일부를 따라가지 못함(${open[0]?.source ?? ''}): 나머지는 기준에 맞음`,
      `a part of the configuration could not be followed (${open[0]?.source ?? ''}); the rest is as it should be`,
    ),
    evidence,
  );
}
