// The programs that answer on a root, by name; their texts stand in programs/.
import { readFileSync } from 'node:fs';

const texts = new Map<string, string>();

/** Programs as RootSpec wants them. */
export function programs(
  ...names: readonly (
    | 'authselect'
    | 'chronyc'
    | 'getfacl'
    | 'mysql'
    | 'nginx'
    | 'psql'
    | 'rpcinfo'
    | 'serve'
    | 'setpriv'
    | 'ss'
    | 'sshd'
    | 'start'
    | 'systemctl'
    | 'timedatectl'
    | 'uname'
  )[]
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(name)]));
}

function textOf(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`programs/${name}.sh`, import.meta.url), 'utf8');
  texts.set(name, text);
  return text;
}
