// The hosts that cases speak of: one of each distribution.
import type { Host } from '@bongsu/core';

function host(family: Host['family'], distro: string, version: string, prettyName: string): Host {
  return { family, distro, version, prettyName, container: false, live: true };
}

export const al2 = host('amazon-linux', 'amzn', '2', 'Amazon Linux 2');
export const al2023 = host('amazon-linux', 'amzn', '2023', 'Amazon Linux 2023');
export const rocky8 = host('rhel', 'rocky', '8.10', 'Rocky Linux 8.10 (Green Obsidian)');
export const rocky9 = host('rhel', 'rocky', '9.4', 'Rocky Linux 9.4 (Blue Onyx)');
export const ubuntu20 = host('ubuntu', 'ubuntu', '20.04', 'Ubuntu 20.04.6 LTS');
export const ubuntu22 = host('ubuntu', 'ubuntu', '22.04', 'Ubuntu 22.04.5 LTS');
export const ubuntu24 = host('ubuntu', 'ubuntu', '24.04', 'Ubuntu 24.04.1 LTS');
export const debian12 = host('debian', 'debian', '12', 'Debian GNU/Linux 12 (bookworm)');

/** The same host as an image that is not booted. */
export function image(of: Host): Host {
  return { ...of, live: false };
}
