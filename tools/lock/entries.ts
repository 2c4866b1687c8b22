// Finds the packages of other platforms that a lockfile lacks because a registry did not serve them; `npm ci` refuses such a lockfile.

/** A package's entry in package-lock.json, as far as it is read here. */
export interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type Entries = Readonly<Record<string, Entry>>;

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * Entries for the optional packages that another names and that have none. They carry no integrity, because nobody
 * here has seen them; npm installs one only on the platform in its name.
 */
export function missingEntries(packages: Entries): Entries {
  const missing: Record<string, Entry> = {};
  for (const { optionalDependencies = {}, dev } of Object.values(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`;
      if (packages[path] !== undefined) continue;
      const { cpu, libc, os } = platformOf(name);
      missing[path] = { version, cpu, ...(dev && { dev }), ...(libc && { libc }), optional: true, os } as Entry;
    }
  return missing;
}

interface Platform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc?: readonly string[];
}

function platformOf(name: string): Platform {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`the platform of ${name} cannot be told from its name`);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return os[0] === 'linux' ? { os, cpu, libc: [libc] } : { os, cpu };
}
