// Scenarios of the family ssh.
import type { ScenarioTable } from '../scenario.ts';
import { adds, edits, on } from '../scenario.ts';

const config = '/etc/ssh/sshd_config';
const dropIn = (name: string): string => `/etc/ssh/sshd_config.d/${name}.conf`;

export const sshScenarios: ScenarioTable = {
  'ssh.root-login': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('debian-12-tidy', 'hardened image', {}, 'pass'),
    on('amazon-linux-2-stock', 'stock: no line, built-in default', {}, 'fail', { because: 'without-password' }),
    on('rocky-9-tidy', 'a drop-in that is read first says yes', { [dropIn('00-a')]: 'PermitRootLogin yes\n' }, 'fail'),
    on('rocky-9-tidy', 'a drop-in that is read later says yes', { [dropIn('99-z')]: 'PermitRootLogin yes\n' }, 'pass'),
    on('rocky-9-tidy', 'the main file says yes below the Include', { [config]: adds('PermitRootLogin yes\n') }, 'pass'),
    on(
      'rocky-9-tidy',
      'a file that no Include names',
      { '/etc/ssh/sshd_config.d/00-a.conf.bak': 'PermitRootLogin yes\n' },
      'pass',
    ),
    on(
      'rocky-9-tidy',
      'a Match block for root says yes',
      { [config]: adds('Match User root\n  PermitRootLogin yes\n') },
      'fail',
    ),
    on('debian-12-tidy', 'commented out', { [dropIn('00-hardening')]: '#PermitRootLogin no\n' }, 'fail'),
    on(
      'debian-12-tidy',
      'letter case, quotes and an equals sign',
      { [dropIn('00-hardening')]: 'permitrootlogin="no"\n' },
      'pass',
    ),
    on('debian-12-tidy', 'carriage returns', { [dropIn('00-hardening')]: 'PermitRootLogin no\r\n' }, 'pass'),
    on(
      'amazon-linux-2-stock',
      'drop-ins where sshd knows no Include',
      { [dropIn('00-a')]: 'PermitRootLogin no\n' },
      'fail',
    ),
    on(
      'amazon-linux-2-stock',
      'the first of two lines wins',
      { [config]: edits(/^/, 'PermitRootLogin no\nPermitRootLogin yes\n') },
      'pass',
    ),
  ],
};
