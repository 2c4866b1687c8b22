// The conditions under which Apache httpd reads a part of its configuration: IfModule, IfDefine, IfVersion and IfFile.
// Source: https://httpd.apache.org/docs/2.4/mod/core.html and mod_version.html.

export interface ApacheWorld {
  /** Names of modules as LoadModule gives them (`ssl_module`) and as files (`mod_ssl.c`), as far as read. */
  readonly modules: Set<string>;
  /** False where nobody said which modules there are: then a condition on one that is not known is open. */
  modulesKnown: boolean;
  /** Of Define, of -D and of the environment. */
  readonly defines: Map<string, string>;
  /** Variables of the environment, which ${} reads and IfDefine does not. */
  readonly environment: ReadonlyMap<string, string>;
  /** `2.4.62`; empty where nothing says. */
  readonly version: string;
  /** Whether a file is there; null where that was not looked at. */
  fileThere(path: string): boolean | null;
}

/** Null where the host did not say enough: the part may or may not be read. */
export type ApacheAnswer = boolean | null;

/** Whether a condition's section is read. */
export function apacheCondition(key: string, words: readonly string[], world: ApacheWorld): ApacheAnswer {
  const joined = words.join('');
  const not = joined.startsWith('!');
  const name = not ? joined.slice(1) : joined;
  const turn = (answer: ApacheAnswer): ApacheAnswer => (answer === null ? null : answer !== not);
  if (key === 'ifdefine') return turn(world.defines.has(name));
  if (key === 'iffile') return turn(world.fileThere(name));
  if (key === 'ifmodule') return turn(moduleThere(name, world));
  return versionHolds(words, world.version);
}

export function isApacheCondition(key: string): boolean {
  return /^if(?:define|module|version|file)$/.test(key);
}

function moduleThere(name: string, world: ApacheWorld): ApacheAnswer {
  return apacheModuleNames(name).some((one) => world.modules.has(one)) ? true : world.modulesKnown ? false : null;
}

/** `ssl_module` and `mod_ssl.c` are one module; the files of a few are named otherwise. */
export function apacheModuleNames(name: string): string[] {
  const stem = /^mod_(.+)\.c$/.exec(name)?.[1] ?? /(.+)_module$/.exec(name)?.[1];
  if (stem !== undefined) return [name, `${stem}_module`, `mod_${stem}.c`];
  const bare = /^(\w+)\.c$/.exec(name)?.[1];
  // prefork.c, worker.c and event.c are files of the MPMs.
  return bare === undefined ? [name] : [name, `${bare}_module`, `mpm_${bare}_module`];
}

function versionHolds(words: readonly string[], version: string): ApacheAnswer {
  if (version === '') return null;
  // A version alone is to be equal.
  const [sign = '', number = sign] = words;
  const operator = sign.replace('!', '');
  const wanted = number.split('.').map(Number);
  // Regular expressions of a configuration are never run.
  if (wanted.some(Number.isNaN) || operator === '~') return null;
  const have = version.split('.').map(Number);
  const order = [0, 1, 2].map((at) => (have[at] ?? 0) - (wanted[at] ?? 0)).find((step) => step !== 0) ?? 0;
  const holds =
    operator === '>'
      ? order > 0
      : operator === '>='
        ? order >= 0
        : operator === '<'
          ? order < 0
          : operator === '<='
            ? order <= 0
            : order === 0;
  return holds !== sign.startsWith('!');
}
