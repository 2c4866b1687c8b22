// Whether rlogin, rsh and rexec are off; the item of the services and the item of the trust files both ask. UDP 514 is syslog.
import type { Judgement } from '@bongsu/core';
import { text } from '@bongsu/core';
import type { HostServices } from '../probes/services.ts';
import { judgeOff, superServers } from './service-off.ts';

/** Passes where none of the three runs, would be started or answers. */
export function judgeRServicesOff(services: HostServices): Judgement {
  return judgeOff(
    services,
    text('r 계열 서비스', 'r services'),
    {
      units: ['rsh.socket', 'rlogin.socket', 'rexec.socket', 'rsh.service', 'rlogin.service', 'rexec.service'],
      // The names of /etc/services; a file of xinetd may be called rsh and hold the service shell.
      inetd: ['shell', 'login', 'exec', 'rsh', 'rlogin', 'rexec'],
    },
    {
      tcp: [512, 513, 514],
      servers: [...superServers, 'in.rshd', 'in.rlogind', 'in.rexecd', 'rshd', 'rlogind', 'rexecd'],
      others: ['rsyslogd', 'syslog-ng'],
    },
  );
}
