// Changes by which a scenario says what runs on its host, would start, or listens, in the words of the lab's systemctl and ss.
import type { Changes } from './scenario.ts';
import { adds } from './scenario.ts';

interface State {
  /** Units that run and start at boot. */
  readonly on?: readonly string[];
  /** Units that start at boot and do not run now. */
  readonly waiting?: readonly string[];
  /** Units that lie there. */
  readonly off?: readonly string[];
  readonly masked?: readonly string[];
  /** Units that nobody enables and that do not run. */
  readonly still?: readonly string[];
  /** Sockets: `udp 0.0.0.0:69 dnsmasq`. */
  readonly hears?: readonly string[];
}

export function host(state: State): Changes {
  const unit = (file: string, active: 'active' | 'inactive', sub: string) => (name: string) =>
    `${name}\t${file}\t${active}\t${sub}\t${name}\n`;
  const units = [
    ...(state.on ?? []).map(unit('enabled', 'active', 'running')),
    ...(state.waiting ?? []).map(unit('enabled', 'inactive', 'dead')),
    ...(state.off ?? []).map(unit('disabled', 'inactive', 'dead')),
    ...(state.masked ?? []).map(unit('masked', 'inactive', 'dead')),
    ...(state.still ?? []).map(unit('static', 'inactive', 'dead')),
  ];
  const sockets = (state.hears ?? []).map((line) => `${line.split(' ').join('\t')}\n`);
  return {
    ...(units.length > 0 ? { '/opt/lab/units': adds(units.join('')) } : {}),
    ...(sockets.length > 0 ? { '/opt/lab/listeners': adds(sockets.join('')) } : {}),
  };
}

/** A block of a file of xinetd. */
export function xinetdBlock(name: string, disable: 'yes' | 'no', protocol: 'tcp' | 'udp' = 'tcp'): string {
  return `service ${name}\n{\n\tprotocol = ${protocol}\n\tdisable = ${disable}\n}\n`;
}

/** Files of an image in which a unit would start at boot. */
export function wanted(unit: string, target = 'multi-user.target'): Changes {
  const file = `/usr/lib/systemd/system/${unit}`;
  return { [file]: '[Unit]\n', [`/etc/systemd/system/${target}.wants/${unit}`]: { link: file } };
}
