// Which services run, would start or only lie there: systemd's units, what listens, and the super-servers' files.
import type { CommandRecord, FileRecord, InetdService, Proof, Records } from '@bongsu/core';
import { inetdServices, probe, unread, xinetdServices } from '@bongsu/core';

/** A service by every name that may start it; names are exact, because `sftp-server` is no ftp and `systemd-logind` no rlogin. */
export interface ServiceNames {
  /** Units with suffix: `vsftpd.service`, `telnet.socket`. */
  readonly units: readonly string[];
  /** Names in xinetd and inetd files. */
  readonly inetd?: readonly string[];
  /** Programs whose presence means it is installed. Must be among `installedPrograms`. */
  readonly programs?: readonly string[];
}

export interface ServiceUse {
  /** `on`: runs, or would be started; `off`: installed and neither; `absent`: nothing of it is there. */
  readonly state: 'on' | 'off' | 'absent';
  readonly proofs: readonly Proof[];
}

export interface Listener {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  /** Names of the processes that hold it; empty for the kernel's own, and where the asker is not root. */
  readonly programs: readonly string[];
}

export interface HostServices {
  use(names: ServiceNames): ServiceUse;
  /** What listens; empty on a root that is not booted. */
  readonly listeners: readonly Listener[];
}

/** Programs whose presence tells that a service is installed where no unit says so. */
export const installedPrograms = [
  '/usr/sbin/vsftpd',
  '/usr/sbin/proftpd',
  '/usr/sbin/pure-ftpd',
  '/usr/sbin/in.telnetd',
  '/usr/sbin/in.fingerd',
  '/usr/sbin/in.tftpd',
  '/usr/sbin/sendmail',
  '/usr/sbin/postfix',
  '/usr/sbin/exim4',
  '/usr/sbin/exim',
  '/usr/sbin/named',
  '/usr/sbin/snmpd',
  '/usr/sbin/smbd',
  '/usr/sbin/rpcbind',
  '/usr/sbin/automount',
  '/usr/sbin/ypserv',
  '/usr/sbin/ypbind',
  '/usr/sbin/rpc.nfsd',
  '/usr/sbin/rpc.mountd',
  '/usr/sbin/cupsd',
  '/usr/sbin/rsyslogd',
  '/usr/sbin/syslog-ng',
  '/usr/sbin/xinetd',
  '/usr/sbin/inetd',
] as const;

export const services = probe<HostServices>({
  name: 'services',
  timeoutSeconds: 30,
  sizeBytesMax: 524288,
  live: false,
  script: `
# Without a systemd that answers, the files tell: a link in a .wants folder is what would start a unit.
units_by_files() {
  for _folder in multi-user sockets network-online graphical printer remote-fs; do
    expand "/etc/systemd/system/$_folder.target.wants/*" later metas
  done
  expand '/etc/systemd/system/*.service' later metas
  expand '/etc/systemd/system/*.socket' later metas
  for _folder in /usr/lib/systemd/system /lib/systemd/system; do
    expand "$_folder/*.service" later metas
    expand "$_folder/*.socket" later metas
  done
  expand '/etc/rc3.d/S*' later metas
  later '' metas
}
if [ "$LIVE" = 1 ] && cmd units systemctl list-units --all --plain --no-legend --type=service --type=socket --type=automount; then
  cmd unit-files systemctl list-unit-files --plain --no-legend --type=service --type=socket
else
  units_by_files
fi
[ "$LIVE" = 1 ] && cmd listeners ss -H -l -n -t -u -p
metas ${installedPrograms.join(' ')}
file /etc/inetd.conf
file /etc/xinetd.conf
expand '/etc/xinetd.d/*' file
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable' && !file.path.startsWith('/usr/'));
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    // Where systemd answers, a silent ss would make every port look closed, and a silent list every unit look off at boot.
    const silent = ['listeners', 'unit-files'].find((label) => (records.command(label)?.exitCode ?? 0) !== 0);
    if (records.command('units')?.exitCode === 0 && silent !== undefined)
      return unread(`${silent} 질문에 답이 없음`, `the question for ${silent} was not answered`);
    const units = unitsOf(records);
    const listeners = listenersOf(records);
    const inetd = inetdOf(records, units);
    return { listeners, use: (names) => useOf(names, units, inetd, records) };
  },
});

interface Unit {
  readonly active: boolean;
  /** `enabled`, `disabled`, `masked`, `static`…; empty where unknown. */
  readonly file: string;
  readonly source: string;
}

const running = new Set(['active', 'activating', 'reloading']);
/** `alias` and `linked` name a unit without starting it: Debian has nfs-kernel-server.service as an alias whether or not it is on. */
const starting = new Set(['enabled', 'enabled-runtime', 'generated']);

function unitsOf(records: Records): ReadonlyMap<string, Unit> {
  const asked = records.command('units');
  return asked?.exitCode === 0 ? liveUnits(asked, records) : imageUnits(records.files());
}

function liveUnits(asked: CommandRecord, records: Records): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const line of records.command('unit-files')?.stdout ?? []) {
    const [name = '', file = ''] = line.trim().split(/\s+/);
    units.set(name, { active: false, file, source: `systemctl is-enabled ${name}` });
  }
  for (const line of asked.stdout) {
    const [name = '', load, active = ''] = line.replace(/^[●*\s]+/, '').split(/\s+/);
    if (load === 'not-found') continue;
    const source = `systemctl is-active ${name}`;
    if (running.has(active) || !units.has(name)) units.set(name, { active: running.has(active), file: '', source });
  }
  return units;
}

/** Unit files that lie there, and the links that would start them; a link to /dev/null masks. */
function imageUnits(files: readonly FileRecord[]): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  for (const { path: source } of files.filter((one) => one.state === 'present')) {
    const name = nameOf(source);
    if (source.includes('.wants/')) units.set(name, { active: false, file: 'enabled', source });
    else if (!units.has(name)) units.set(name, { active: false, file: 'disabled', source });
  }
  // A mask wins over the links that want the unit, whichever came first.
  for (const { path: source, linkTarget } of files)
    if (linkTarget === '/dev/null') units.set(nameOf(source), { active: false, file: 'masked', source });
  for (const { path: source } of files) {
    const script = /^\/etc\/rc3\.d\/S\d\d(.*)/.exec(source)?.[1];
    if (script !== undefined && !units.has(`${script}.service`))
      units.set(`${script}.service`, { active: false, file: 'enabled', source });
  }
  return units;
}

/** Services of the super-servers; on only where the super-server itself runs or would. */
function inetdOf(records: Records, units: ReadonlyMap<string, Unit>): InetdService[] {
  const present = records.files().filter((file) => file.type === 'file');
  const would = (names: readonly string[], program: string): boolean => {
    const known = names.flatMap((name) => units.get(name) ?? []);
    if (known.length > 0) return known.some((unit) => unit.active || starting.has(unit.file));
    return present.some((file) => file.path === program);
  };
  const xinetd = xinetdServices(present.filter((file) => /^\/etc\/xinetd(\.conf$|\.d\/)/.test(file.path)));
  const conf = present.find((file) => file.path === '/etc/inetd.conf');
  const inetd = conf ? inetdServices(conf) : [];
  const xinetdRuns = would(['xinetd.service'], '/usr/sbin/xinetd');
  const inetdRuns = would(['inetd.service', 'openbsd-inetd.service', 'inetutils-inetd.service'], '/usr/sbin/inetd');
  return [
    ...xinetd.map((service) => ({ ...service, on: service.on && xinetdRuns })),
    ...inetd.map((service) => ({ ...service, on: service.on && inetdRuns })),
  ];
}

function useOf(
  names: ServiceNames,
  units: ReadonlyMap<string, Unit>,
  inetd: readonly InetdService[],
  records: Records,
): ServiceUse {
  const found = names.units.flatMap((name) => {
    const unit = units.get(name);
    return unit
      ? [{ unit, proof: { source: unit.source, found: unit.active ? 'active' : unit.file || 'inactive' } }]
      : [];
  });
  const served = inetd
    .filter((service) => names.inetd?.includes(service.name))
    .map((service) => ({
      service,
      proof: { source: service.source, found: service.on ? `${service.name} on` : `${service.name} off` },
    }));
  const programs = (names.programs ?? []).filter((path) => records.file(path)?.state === 'present');
  const on = [
    ...found.filter(({ unit }) => unit.active || starting.has(unit.file)).map(({ proof }) => proof),
    ...served.filter(({ service }) => service.on).map(({ proof }) => proof),
  ];
  if (on.length > 0) return { state: 'on', proofs: on };
  const off = [...found, ...served].map(({ proof }) => proof);
  const lying = programs.map((path) => ({ source: path, found: 'installed' }));
  if (off.length + lying.length > 0) return { state: 'off', proofs: [...off, ...lying] };
  return { state: 'absent', proofs: [{ source: names.units.join(', '), found: 'not installed' }] };
}

function listenersOf(records: Records): Listener[] {
  return (records.command('listeners')?.stdout ?? []).flatMap((line) => {
    const [protocol, , , , local = ''] = line.trim().split(/\s+/);
    const parts = /(.*):(\d+)$/.exec(local);
    if ((protocol !== 'tcp' && protocol !== 'udp') || !parts) return [];
    // users:(("sshd",pid=1,fd=3),("systemd",pid=1,fd=40))
    const programs = [...line.matchAll(/\("([^"]*)",pid=/g)].map((match) => match[1] ?? '');
    return [{ protocol, address: (parts[1] ?? '').replace(/%.*/, ''), port: Number(parts[2]), programs }];
  });
}
