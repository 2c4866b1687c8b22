// Every Tomcat instance of the host: who runs it, its configuration and applications as files, its users, logs and version; no password leaves.
import type { Probe, Records } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';
import { guardShell } from './file-modes.ts';
import { findShell } from './tomcat/find-shell.ts';
import { tomcatMask } from './tomcat/mask.ts';
import type { TomcatPart } from './tomcat/faults.ts';
import { tomcatFaults } from './tomcat/faults.ts';
import type { TomcatHost } from './tomcat/instance.ts';
import { tomcatHostOf } from './tomcat/instance.ts';
import { readShell } from './tomcat/read-shell.ts';

const script = `
${guardShell}${tomcatMask}${readShell}${findShell}
tomcat_find
:
`;

/** The probe for a check that asks for these parts alone: what else could not be read is no matter to it. */
export function tomcatWith(...parts: readonly TomcatPart[]): Probe<TomcatHost> {
  return probe<TomcatHost>({
    name: 'tomcat',
    timeoutSeconds: 120,
    sizeBytesMax: 1048576,
    live: false,
    script,
    read(records: Records) {
      const host = tomcatHostOf(records);
      const [fault] = tomcatFaults(records, host, parts);
      return fault ? unread(fault.ko, fault.en) : host;
    },
  });
}

/** The instances and who runs them. */
export const tomcat = tomcatWith();
