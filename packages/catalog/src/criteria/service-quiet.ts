// The rule that many Windows items share: a service does not run and does not start by itself.
import type { Judgement, Text } from '@bongsu/core';
import { fail, manual, pass, text } from '@bongsu/core';
import type { WindowsServices } from '../probes/windows/service-states.ts';

/** Runs now, or would after the next start. */
export function inUse(services: WindowsServices, ...names: string[]): boolean {
  return names.some((name) => {
    const found = services.find(name);
    return found !== undefined && (found.running || found.start === 'Auto');
  });
}

/** Pass where none is in use; else a fault, or a question where the service may be needed. */
export function judgeQuiet(services: WindowsServices, what: Text, names: readonly string[], needed?: Text): Judgement {
  const evidence = services.proofs(...names);
  if (!inUse(services, ...names)) return pass(text(`${what.ko}가 꺼져 있음`, `${what.en}: off`), evidence);
  return needed === undefined
    ? fail(text(`${what.ko}가 켜져 있음`, `${what.en}: on`), evidence)
    : manual(needed, evidence);
}
