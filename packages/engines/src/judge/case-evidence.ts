// Turns a stated case into evidence as the host script would have sent it, so that cases run through the same reader and judge.
import type { CaseFile, HostCase, HostCheck, HostEvidence, Probe } from '@bongsu/core';

/** Evidence in which every probe of the check printed all records of the case. */
export function caseEvidence(check: HostCheck, state: HostCase, system: Probe<unknown>): HostEvidence {
  const text = [
    ...Object.entries(state.files ?? {}).map(([path, file]) => fileText(path, file)),
    ...Object.entries(state.commands ?? {}).map(
      ([label, said]) =>
        `#command\t${name(label)}\t${said.exitCode ?? (said.missing ? 127 : 0)}${said.missing ? '\tmissing' : ''}\n` +
        quoted('|', said.stdout ?? '') +
        quoted('!', said.stderr ?? ''),
    ),
    ...(state.notes ?? []).map(([key, ...values]) => `#note\t${[key, ...values.map(name)].join('\t')}\n`),
  ].join('');
  const raw: Record<string, string> = { [system.name]: systemText(state) };
  // As on a host: where the system is not booted, live probes do not run.
  const skipped = new Set<string>();
  for (const probe of Object.values(check.needs)) {
    if (probe.live && !state.host.live) skipped.add(probe.name);
    raw[probe.name] ??= skipped.has(probe.name) ? '' : text;
  }
  return {
    raw,
    manifest: {
      format: 1,
      runId: 'case',
      instanceId: 'i-0123456789abcdef0',
      commandId: 'case',
      scriptSha256: '0'.repeat(64),
      startedAtSeconds: 0,
      endedAtSeconds: 1,
      uid: 0,
      live: state.host.live,
      probes: Object.keys(raw).map((probe) => ({
        name: probe,
        state: skipped.has(probe) ? ('skipped' as const) : ('ok' as const),
        exitCode: 0,
        seconds: 0,
        bytes: Buffer.byteLength(raw[probe] ?? ''),
      })),
    },
  };
}

function systemText({ host }: HostCase): string {
  if (host.family === 'windows')
    return [
      ['product', host.prettyName],
      ['build', host.version, '1'],
      ['domain', host.domainController ? '5' : '2', host.domainController ? 'True' : 'False'],
      ['today', '2026-03-31'],
    ]
      .map(([key, ...values]) => `#note\t${[key, ...values.map(name)].join('\t')}\n`)
      .join('');
  const release = `ID=${host.distro}\nVERSION_ID="${host.version}"\nPRETTY_NAME="${host.prettyName}"`;
  return `${fileText('/etc/os-release', release)}#note\tcontainer\t${host.container ? 'yes' : 'no'}\n#note\tlive\t${host.live ? 1 : 0}\n`;
}

function fileText(path: string, file: CaseFile): string {
  if (file === 'absent' || file === 'unreadable') return `#file\t${name(path)}\t${file}\n`;
  const { text = '', mode = '0644', uid = 0, gid = 0, ...rest } = typeof file === 'string' ? { text: file } : file;
  const size = rest.sizeBytes ?? Buffer.byteLength(text);
  const fields = [rest.type ?? 'file', mode.replace(/^0(?=.)/, ''), uid, gid, size, name(rest.linkTarget ?? '')];
  return `#file\t${name(path)}\tpresent\t${fields.join('\t')}\n${quoted('|', text)}`;
}

function quoted(mark: '|' | '!', text: string): string {
  if (text === '') return '';
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${mark}${line}\n`).join('');
}

function name(plain: string): string {
  return plain !== '' && !/^hex:|[^A-Za-z0-9_./@%+,:=~ -]/.test(plain)
    ? plain
    : plain && `hex:${Buffer.from(plain).toString('hex')}`;
}
