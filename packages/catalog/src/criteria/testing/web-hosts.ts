// The web servers of stated hosts as their probes read them, for the tests of what their items share.
import type { CaseCommand, CaseFile, FileRecord, Probe, ProbeRecord, Records } from '@bongsu/core';
import { isUnread, recordsOf } from '@bongsu/core';
import type { ApacheAnswers } from '../../host-checks/apache-answers.ts';
import { httpd } from '../../host-checks/apache-answers.ts';
import type { NginxState } from '../../host-checks/nginx-host.ts';
import { web } from '../../host-checks/nginx-host.ts';
import type { TomcatOrder } from '../../host-checks/tomcat-host.ts';
import { tomcatState } from '../../host-checks/tomcat-host.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import type { Nginx, NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';
import type { HostServices } from '../../probes/services.ts';
import { services } from '../../probes/services.ts';
import { tomcat } from '../../probes/tomcat.ts';
import type { TomcatHost, TomcatInstance } from '../../probes/tomcat/instance.ts';

interface Stated {
  readonly files?: Readonly<Record<string, CaseFile>>;
  readonly notes?: readonly (readonly [string, ...string[]])[];
  readonly commands?: Readonly<Record<string, CaseCommand>>;
}

export function statedRecords({ files = {}, notes = [], commands = {} }: Stated): Records {
  return recordsOf([
    ...Object.entries(files).map(([path, file]) => fileRecord(path, file)),
    ...Object.entries(commands).map(
      ([label, { stdout = '', stderr = '', exitCode = 0, missing = false }]): ProbeRecord => ({
        kind: 'command',
        label,
        exitCode,
        missing,
        stdout: lines(stdout),
        stderr: lines(stderr),
      }),
    ),
    ...notes.map(([key, ...values]): ProbeRecord => ({ kind: 'note', key, values })),
  ]);
}

function fileRecord(path: string, file: CaseFile): FileRecord {
  const state = file === 'absent' || file === 'unreadable' ? file : 'present';
  const { text = '', ...rest } = typeof file === 'string' ? { text: state === 'present' ? file : '' } : file;
  return {
    kind: 'file',
    path,
    state,
    type: state === 'present' ? (rest.type ?? 'file') : '',
    mode: Number.parseInt(rest.mode ?? '0644', 8),
    uid: rest.uid ?? 0,
    gid: rest.gid ?? 0,
    sizeBytes: text.length,
    linkTarget: rest.linkTarget ?? '',
    lines: lines(text),
  };
}

function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function first<One>(many: readonly One[]): One {
  const [one] = many;
  if (one === undefined) throw new Error('nothing was read');
  return one;
}

export function fact<Fact>(probe: Probe<Fact>, stated: Stated): Fact {
  const read = probe.read(statedRecords(stated));
  if (isUnread(read)) throw new Error(read.unread.en);
  return read;
}

export function hostServices(stated: Stated): HostServices {
  return fact(services, stated);
}

export function apacheHost(answers: ApacheAnswers): ApacheHost {
  return fact(apache, answers);
}

/** The server of a main file, or of whole answers. */
export function apacheInstance(conf: string | ApacheAnswers): ApacheInstance {
  return first(apacheHost(typeof conf === 'string' ? httpd(conf) : conf).instances);
}

export function nginxHost(stated: Stated): Nginx {
  return fact(nginx, stated);
}

/** The nginx that has this in its http block. */
export function nginxInstance(text: string, state: NginxState = {}): NginxInstance {
  return first(nginxHost(web(text, state)).instances);
}

export function tomcatHost(stated: Stated): TomcatHost {
  return fact(tomcat, stated);
}

export function tomcatInstance(order: TomcatOrder = {}): TomcatInstance {
  return first(tomcatHost(tomcatState(order)).instances);
}
