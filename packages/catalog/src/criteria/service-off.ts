// The rule that many items share: a service neither runs, nor would be started, nor answers at its port.
import type { Judgement, Proof, Text } from '@bongsu/core';
import { fail, manual, pass, text } from '@bongsu/core';
import type { Listener, ServiceNames, HostServices } from '../probes/services.ts';

/** The ports that IANA gives a service, and who may be found there. */
export interface ServicePorts {
  readonly tcp?: readonly number[];
  readonly udp?: readonly number[];
  /** Process names that are this service; `kernel` stands for a socket that no process holds. */
  readonly servers: readonly string[];
  /** Process names that have the port for another purpose. */
  readonly others?: readonly string[];
}

/** Whoever starts services for their clients holds the port itself. */
export const superServers = ['systemd', 'xinetd', 'inetd', 'inetutils-inetd', 'openbsd-inetd'] as const;

/** Judges that a service is off. `what` names it, in Korean with 서비스 at the end. `more`: further proofs that it is on. */
export function judgeOff(
  services: HostServices,
  what: Text,
  names: ServiceNames,
  ports: ServicePorts = { servers: [] },
  more: readonly Proof[] = [],
): Judgement {
  const { state, proofs } = services.use(names);
  const held = services.listeners.filter((one) => ports[one.protocol]?.includes(one.port));
  const known = held.filter((one) => holders(one).some((name) => ports.servers.includes(name)));
  if (state === 'on' || known.length + more.length > 0)
    return fail(text(`${what.ko}가 켜져 있음`, `${what.en}: on`), [...proofs, ...more, ...known.map(portProof)]);
  const evidence = [...proofs, ...held.map(portProof)];
  const strange = held.filter((one) => !holders(one).some((name) => ports.others?.includes(name)));
  if (strange.length > 0) {
    const where = strange.map(portName).join(', ');
    return manual(
      text(
        `${where}에서 응답하는 프로그램이 ${what.ko}인지 확인 필요`,
        `is the program that answers at ${where} one of these: ${what.en}?`,
      ),
      evidence,
    );
  }
  return pass(text(`${what.ko}가 켜져 있지 않음`, `${what.en}: off`), evidence);
}

function holders(listener: Listener): readonly string[] {
  return listener.programs.length > 0 ? listener.programs : ['kernel'];
}

function portName(listener: Listener): string {
  return `${listener.protocol}/${listener.port}`;
}

function portProof(listener: Listener): Proof {
  const by = listener.programs.length > 0 ? listener.programs.join(', ') : 'no process named';
  return { source: `ss -l -n -p ${portName(listener)}`, found: `${listener.address}:${listener.port} (${by})` };
}
