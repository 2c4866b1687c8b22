// What host this is: os-release, container marks, and whether the root is booted.
import type { Family, Host } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';

const families: Readonly<Record<string, Family>> = {
  amzn: 'amazon-linux',
  rhel: 'rhel',
  rocky: 'rhel',
  almalinux: 'rhel',
  centos: 'rhel',
  ol: 'rhel',
  ubuntu: 'ubuntu',
  debian: 'debian',
};

/** Notes `container` by systemd's own marks (systemd-detect-virt, /run/systemd/container), Docker's and Podman's. */
export const containerNote = `
_container=no
for _mark in /.dockerenv /run/.containerenv /run/systemd/container; do
  [ -e "$R$_mark" ] && _container=yes
done
note container "$_container"
`;

export const system = probe<Host>({
  name: 'system',
  timeoutSeconds: 10,
  sizeBytesMax: 65536,
  live: false,
  script: `
file /etc/os-release
file /usr/lib/os-release
note live "$LIVE"
${containerNote}`,
  read(records) {
    const places = [records.file('/etc/os-release'), records.file('/usr/lib/os-release')];
    const hidden = places.find((file) => file?.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    // In the order of os-release(5). A host without either is an unknown Linux, judged as far as its facts go.
    const release = places.find((file) => file?.state === 'present' && file.type === 'file');
    const values = new Map<string, string>();
    for (const line of release?.lines ?? []) {
      const parts = /^([A-Z_]+)=(.*)/.exec(line.trim());
      if (parts) values.set(parts[1] ?? '', (parts[2] ?? '').replace(/^(['"])(.*)\1$/, '$2'));
    }
    const distro = values.get('ID') ?? '';
    return {
      family: families[distro] ?? 'other',
      distro,
      version: values.get('VERSION_ID') ?? '',
      prettyName: values.get('PRETTY_NAME') ?? (distro || 'Linux'),
      container: records.note('container')?.values[0] === 'yes',
      live: records.note('live')?.values[0] === '1',
    };
  },
});
