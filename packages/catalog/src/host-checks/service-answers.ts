// What systemctl and ss answer on the hosts that cases speak of.
import type { CaseCommand, CaseFile, Host, HostCase } from '@bongsu/core';

/** Answers of a booted host: `on` run and are enabled, `off` are neither, `listening` are lines of ss. */
export function booted(
  on: readonly string[],
  off: readonly string[] = [],
  listening: readonly string[] = [],
): Record<string, CaseCommand> {
  const list = [
    ...on.map((unit) => `${unit} loaded active running ${unit}`),
    ...off.map((unit) => `${unit} loaded inactive dead ${unit}`),
  ];
  const files = [...on.map((unit) => `${unit} enabled`), ...off.map((unit) => `${unit} disabled`)];
  return {
    units: { stdout: list.join('\n') },
    'unit-files': { stdout: files.join('\n') },
    listeners: { stdout: listening.join('\n') },
  };
}

/** A line of `ss -H -l -n -t -u -p`; without a program, as the kernel's own sockets show. */
export function listens(protocol: 'tcp' | 'udp', port: number, program?: string, address = '0.0.0.0'): string {
  const state = protocol === 'tcp' ? 'LISTEN' : 'UNCONN';
  const held = program === undefined ? '' : `users:(("${program}",pid=812,fd=5))`;
  return `${protocol} ${state} 0 128 ${address}:${port} 0.0.0.0:* ${held}`;
}

/** A block of a file of xinetd. */
export function xinetdBlock(name: string, disable: 'yes' | 'no', protocol: 'tcp' | 'udp' = 'tcp'): string {
  return `service ${name}\n{\n  protocol = ${protocol}\n  disable = ${disable}\n}\n`;
}

/** Files of an image in which a unit would start at boot. */
export function wanted(unit: string, target = 'multi-user.target'): Record<string, CaseFile> {
  const file = `/usr/lib/systemd/system/${unit}`;
  return { [file]: '', [`/etc/systemd/system/${target}.wants/${unit}`]: { linkTarget: file } };
}

/** By what a service that must be off is known. */
export interface KnownBy {
  readonly units?: readonly string[];
  readonly inetd?: readonly string[];
  readonly programs?: readonly string[];
  readonly ports?: readonly (readonly ['tcp' | 'udp', number, string])[];
}

/** A case for each of them: a unit that runs, a block of xinetd, a program that only lies there, and one that holds a port. */
export function casesOfNames(host: Host, names: KnownBy): HostCase[] {
  return [
    ...(names.units ?? []).map(
      (unit): HostCase => ({ name: `${unit} runs`, host, commands: booted([unit]), expect: 'fail', because: unit }),
    ),
    ...(names.inetd ?? []).map(
      (name): HostCase => ({
        name: `xinetd serves ${name}`,
        host,
        files: { '/etc/xinetd.d/served': xinetdBlock(name, 'no') },
        commands: booted(['xinetd.service']),
        expect: 'fail',
        because: `${name} on`,
      }),
    ),
    ...(names.programs ?? []).map(
      (path): HostCase => ({
        name: `${path} lies there`,
        host,
        files: { [path]: '' },
        commands: booted(['ssh.service']),
        expect: 'pass',
        because: path,
      }),
    ),
    ...(names.ports ?? []).map(
      ([protocol, port, program]): HostCase => ({
        name: `${program} holds ${protocol}/${port}`,
        host,
        commands: booted([], [], [listens(protocol, port, program)]),
        expect: 'fail',
        because: `${protocol}/${port}`,
      }),
    ),
  ];
}
