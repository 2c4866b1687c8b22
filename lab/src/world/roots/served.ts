// A root with a server on it: the files of its packages, its account, its unit that is on, and what listens.
import type { RootSpec, WorldFile } from '../spec.ts';
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';
import type { Listener } from './skeleton.ts';

export interface Served {
  readonly name: string;
  /** `mysql:27:27:/var/lib/mysql:/sbin/nologin`, each with a group of its own. */
  readonly accounts?: readonly string[];
  readonly files: Files;
  readonly tools?: Readonly<Record<string, string>>;
  /** Services that run and start at boot, each with the text of its unit. */
  readonly units: Readonly<Record<string, string>>;
  readonly listeners: readonly (Listener | `unix ${string} ${string}`)[];
}

export function served(root: RootSpec, server: Served): RootSpec {
  const accounts = (server.accounts ?? []).map((one) => one.split(':'));
  const rows = (of: (name: string, uid: string, gid: string, home: string, shell: string) => string): string =>
    lines(accounts.map(([name = '', uid = '', gid = '', home = '', shell = '']) => of(name, uid, gid, home, shell)));
  const units = Object.keys(server.units);
  const more: Readonly<Record<string, string>> = {
    '/etc/passwd': rows((name, uid, gid, home, shell) => `${name}:x:${uid}:${gid}::${home}:${shell}`),
    '/etc/shadow': rows((name) => `${name}:!:19700::::::`),
    '/etc/group': rows((name, _uid, gid) => `${name}:x:${gid}:`),
    '/etc/gshadow': rows((name) => `${name}:!::`),
    '/opt/lab/units': lines(units.map((unit) => `${unit}\tenabled\tactive\trunning\t${unit}`)),
    '/opt/lab/listeners': lines(server.listeners.map((one) => one.split(' ').join('\t'))),
  };
  return {
    ...root,
    name: server.name,
    tools: { ...root.tools, ...server.tools },
    files: {
      ...root.files,
      ...Object.fromEntries(Object.entries(more).map(([path, text]) => [path, longer(root.files[path], text)])),
      ...Object.fromEntries(
        units.flatMap((unit): [string, WorldFile][] => [
          [`/usr/lib/systemd/system/${unit}`, server.units[unit] ?? ''],
          [`/etc/systemd/system/multi-user.target.wants/${unit}`, { link: `/usr/lib/systemd/system/${unit}` }],
        ]),
      ),
      ...server.files,
    },
  };
}

function longer(file: WorldFile | undefined, text: string): WorldFile {
  return typeof file === 'object' ? { ...file, text: `${file.text ?? ''}${text}` } : `${file ?? ''}${text}`;
}

/** Program files of a server: what they answer when they are asked for their version, and nothing more. */
export function saysVersion(said: string, options: readonly string[]): WorldFile {
  const cases = options.map((option) => `  ${option}) cat << 'EOF'\n${said}\nEOF\n    ;;\n`).join('');
  return {
    text: `#!/bin/sh\ncase \${1:-} in\n${cases}  *)\n    echo 'a lab instance serves nothing' >&2\n    exit 1\n    ;;\nesac\n`,
    mode: '0755',
  };
}
