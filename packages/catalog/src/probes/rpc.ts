// What the port mapper has registered, and the NFS mounts that need a lock service.
import type { CommandRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';

export interface RpcProgram {
  readonly number: number;
  /** As rpcinfo shows it; `-` where /etc/rpc has no name for the number. */
  readonly name: string;
}

export interface Rpc {
  /** null where no port mapper answers, which on a booted host means that none runs. */
  readonly programs: readonly RpcProgram[] | null;
  /** Mount points of NFS version 3 and older; they need rpc.statd for their locks. */
  readonly mountsV3: readonly string[];
}

export const rpc = probe<Rpc>({
  name: 'rpc',
  timeoutSeconds: 20,
  sizeBytesMax: 65536,
  live: false,
  script: `
nfs_mounts() { awk '$3 == "nfs" { print $2, $3, $4 }'; }
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  cmd mapper ss -H -l -n -t -u
  if command -v rpcinfo > /dev/null 2>&1; then cmd rpcinfo timeout 10 rpcinfo -p; else cmd rpcinfo rpcinfo; fi
  file /proc/1/mounts nfs_mounts
fi
`,
  read(records) {
    const asked = records.command('rpcinfo');
    // The port is read here, because not every ss knows filters.
    const mapped = (records.command('mapper')?.stdout ?? []).some(
      (line) => line.trim().split(/\s+/)[4]?.endsWith(':111') === true,
    );
    if (mapped && asked?.exitCode !== 0)
      return unread(
        'rpcbind가 111 포트에서 응답하나 rpcinfo가 목록을 주지 않음',
        'rpcbind answers at port 111, but rpcinfo gave no list of programs',
      );
    const mounts = records.file('/proc/1/mounts');
    if (mounts?.state === 'unreadable') return unread('/proc/1/mounts를 읽을 수 없음', '/proc/1/mounts is unreadable');
    return {
      programs: asked?.exitCode === 0 ? programsOf(asked) : null,
      mountsV3: (mounts?.lines ?? []).flatMap((line) => {
        const [point = '', , options = ''] = line.split(' ');
        return /(^|,)(nfs)?vers=[23](,|$)/.test(options) ? [point] : [];
      }),
    };
  },
});

function programsOf(asked: CommandRecord): RpcProgram[] {
  const seen = new Map<number, string>();
  for (const line of asked.stdout) {
    const parts = /^\s*(\d+)\s+\d+\s+(?:tcp|udp)6?\s+\d+(?:\s+(\S+))?/.exec(line);
    if (parts) seen.set(Number(parts[1]), parts[2] ?? '-');
  }
  return [...seen].map(([number, name]) => ({ number, name }));
}
