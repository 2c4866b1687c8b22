// The shell words that run a program with the planted root as the root of a running machine, so that two tools see the same host.

/** Programs and packages are the machine's own; everything else is planted. Mounts end with the command. */
export function inside(root: string, command: string): string {
  const binds = ['/usr', '/var/lib/dpkg', '/var/lib/apt', '/proc', '/sys', '/dev'];
  const mounts = binds.map((path) => `mkdir -p '${root}${path}' && mount --rbind ${path} '${root}${path}'`);
  const steps = ['mount --make-rprivate /', `mount --bind '${root}' '${root}'`, `cd '${root}'`, ...mounts];
  return `unshare --mount sh -c "${steps.join(' && ')} && exec chroot . ${command}"`;
}
