// Time synchronisation of a root: chrony or systemd-timesyncd, and where they take the time from.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

/** Amazon Time Sync, link-local (EC2 user guide). */
const amazonServer = 'server 169.254.169.123 prefer iburst minpoll 4 maxpoll 4';
const chronyTail = ['driftfile /var/lib/chrony/drift', 'makestep 1.0 3', 'rtcsync'];

/** chrony with this image's own sources. */
export function chrony(
  image: 'alma' | 'amazon-linux-2' | 'amazon-linux-2023' | 'rocky' | 'rhel' | 'ubuntu' | 'debian',
): Files {
  switch (image) {
    case 'amazon-linux-2':
      return { '/etc/chrony.conf': lines(['pool 2.amazon.pool.ntp.org iburst', amazonServer, ...chronyTail]) };
    case 'amazon-linux-2023':
      return {
        '/etc/chrony.conf': lines(['sourcedir /run/chrony.d', 'sourcedir /etc/chrony.d', ...chronyTail]),
        '/run/chrony.d': { dir: true },
        '/run/chrony.d/link-local-ipv4.sources': `${amazonServer}\n`,
        '/etc/chrony.d': { dir: true },
        '/etc/chrony.d/ntp-pool.sources': 'pool time.aws.com iburst\n',
      };
    case 'alma':
      return { '/etc/chrony.conf': lines(['pool 2.almalinux.pool.ntp.org iburst', ...chronyTail]) };
    case 'rocky':
      return {
        '/etc/chrony.conf': lines(['pool 2.rocky.pool.ntp.org iburst', 'sourcedir /run/chrony-dhcp', ...chronyTail]),
      };
    case 'rhel':
      return { '/etc/chrony.conf': lines([amazonServer, 'pool 2.rhel.pool.ntp.org iburst', ...chronyTail]) };
    case 'ubuntu':
    case 'debian':
      return {
        '/etc/chrony/chrony.conf': lines([
          image === 'ubuntu' ? amazonServer : 'pool 2.debian.pool.ntp.org iburst',
          'confdir /etc/chrony/conf.d',
          'sourcedir /etc/chrony/sources.d',
          ...chronyTail,
        ]),
        '/etc/chrony/conf.d': { dir: true },
        '/etc/chrony/sources.d': { dir: true },
      };
  }
}

/** systemd-timesyncd as packaged: no server of its own, only the vendor's fallback. */
export function timesyncd(image: 'ubuntu' | 'debian'): Files {
  const fallback =
    image === 'ubuntu'
      ? 'ntp.ubuntu.com'
      : '0.debian.pool.ntp.org 1.debian.pool.ntp.org 2.debian.pool.ntp.org 3.debian.pool.ntp.org';
  return { '/etc/systemd/timesyncd.conf': lines(['[Time]', '#NTP=', `#FallbackNTP=${fallback}`]) };
}
