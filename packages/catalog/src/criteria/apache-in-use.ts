// The rule that the Apache httpd items share: every server that runs, or would, is judged, and the worst one decides.
import type { Judgement, Proof } from '@bongsu/core';
import { manual, notApplicable, text } from '@bongsu/core';
import type { ApacheHost } from '../probes/apache.ts';
import type { ApacheInstance } from '../probes/apache/instance.ts';
import type { HostServices } from '../probes/services.ts';
import { worstOf } from './worst-of.ts';

/** The most that one server adds to the evidence of a verdict. */
const shownMax = 40;
const openMax = 10;
const stockUnits = ['httpd.service', 'apache2.service'];

/** Why a server is on; null where it neither runs nor would be started. */
export function apacheOn(services: HostServices, instance: ApacheInstance): readonly Proof[] | null {
  if (instance.master) {
    const { pid, uid } = instance.master;
    return [{ source: `process ${pid}`, found: `${instance.program} runs with ${instance.name} (uid ${uid})` }];
  }
  const { state, proofs } = services.use({ units: instance.units });
  const scripts = instance.starts.map((source) => ({ source, found: `starts ${instance.program}` }));
  const why = [...(state === 'on' ? proofs : []), ...scripts];
  return why.length > 0 ? why : null;
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
  const judged = on.map(({ instance, why }): Judgement => {
    const { status, reason, evidence } = followed(instance, judge(instance));
    const rest = evidence.slice(shownMax);
    const more = rest.length > 0 ? [{ source: instance.name, found: `${rest.length} more` }] : [];
    const { ko, en } = reason;
    const named = on.length > 1 ? text(`${instance.name}: ${ko}`, `${instance.name}: ${en}`) : reason;
    return { status, reason: named, evidence: [...why, ...evidence.slice(0, shownMax), ...more] };
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
      ),
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
  const open = instance.open.slice(0, openMax).map((said) => {
    const at = said.indexOf(': ');
    return { source: said.slice(0, at), found: said.slice(at + 2), expected: 'a configuration that can be followed' };
  });
  const [first] = open;
  if (!first || judgement.status === 'fail') return judgement;
  const evidence = [...open, ...judgement.evidence];
  if (judgement.status !== 'pass') return { ...judgement, evidence };
  return manual(
    text(
      `설정의 일부를 따라가지 못함(${first.source}): 나머지는 기준에 맞음`,
      `a part of the configuration could not be followed (${first.source}); the rest is as it should be`,
    ),
    evidence,
  );
}
