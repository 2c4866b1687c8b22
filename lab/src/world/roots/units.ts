// systemd units of a root: what is enabled and running on it.

/** Name without `.service`, or with its own suffix; how its file stands; whether it runs. */
export interface Unit {
  readonly name: string;
  readonly file: 'enabled' | 'disabled' | 'static' | 'masked' | 'alias';
  readonly active: boolean;
  readonly description: string;
}

export function running(name: string, description: string): Unit {
  return { name, file: 'enabled', active: true, description };
}

export function installed(name: string, description: string): Unit {
  return { name, file: 'disabled', active: false, description };
}

/** Another name of a running unit, such as sshd for ssh on Debian. */
export function alias(name: string, description: string): Unit {
  return { name, file: 'alias', active: true, description };
}

/** The table that the lab's systemctl reads. */
export function unitFile(systemdVersion: number, units: readonly Unit[]): string {
  const rows = units.map((unit) => {
    const name = unit.name.includes('.') ? unit.name : `${unit.name}.service`;
    const kind = name.slice(name.lastIndexOf('.') + 1);
    const sub = !unit.active
      ? 'dead'
      : kind === 'service'
        ? 'running'
        : kind === 'timer'
          ? 'waiting'
          : kind === 'socket'
            ? 'listening'
            : 'active';
    return [name, unit.file, unit.active ? 'active' : 'inactive', sub, unit.description].join('\t');
  });
  return [`#version ${systemdVersion}`, ...rows, ''].join('\n');
}

/** The units with some replaced by name, others added. */
export function unitsWith(units: readonly Unit[], changes: readonly Unit[]): readonly Unit[] {
  const kept = units.filter((unit) => !changes.some((change) => change.name === unit.name));
  return [...kept, ...changes];
}
