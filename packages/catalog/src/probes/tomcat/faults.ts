// What of the Tomcat instances in use could not be read, by the parts that a check asks for.
import type { Records, Text } from '@bongsu/core';
import { text } from '@bongsu/core';
import type { Documents } from './documents.ts';
import { documentsOf } from './documents.ts';
import type { TomcatHost, TomcatInstance } from './instance.ts';

/** What a check needs beyond the instances themselves. */
export type TomcatPart = 'server' | 'web' | 'contexts' | 'users' | 'files' | 'logs';

const could = (path: string): Text => text(`${path}를 읽을 수 없음`, `${path} could not be read`);

/** What was not read of these parts, on the instances in use. Silence would be no proof of health. */
export function tomcatFaults(records: Records, host: TomcatHost, parts: readonly TomcatPart[]): Text[] {
  const documents = documentsOf(records);
  const used = host.instances.filter(({ state }) => state !== 'off');
  return [
    ...hostFaults(records, parts),
    ...used.flatMap((instance) => instanceFaults(records, documents, instance, parts)),
  ];
}

function hostFaults(records: Records, parts: readonly TomcatPart[]): Text[] {
  const hidden = records.notes('hidden').map(({ values }) => values[0] ?? '');
  const more = records.notes('more').map(({ values }) => values[0] ?? '');
  return [
    ...records
      .notes('processes-hidden')
      .map(() => text('다른 프로세스를 볼 수 없음', 'the processes of others are hidden')),
    ...more
      .filter((what) => what === 'instances' || parts.includes('web') || parts.includes('contexts'))
      .map((what) => text(`${what}가 너무 많아 모두 보지 못함`, `too many ${what}: not all were looked at`)),
    ...records.notes('odd-path').map(({ values }) => could(values[0] ?? '')),
    ...records.notes('gone').flatMap(({ values }) => (values[1] === 'jvm' ? [could(values[0] ?? '')] : [])),
    ...hidden.filter((path) => path.endsWith('/conf')).map(could),
  ];
}

function instanceFaults(
  records: Records,
  documents: Documents,
  instance: TomcatInstance,
  parts: readonly TomcatPart[],
): Text[] {
  const { base, serverPath, applications, appBases } = instance;
  const noted = (key: string): string[] =>
    records.notes(key).flatMap(({ values }) => (values[0] === base ? [values[1] ?? ''] : []));
  const beside = (name: string): string[] => applications.map(({ path }) => `${path}/${name}`);
  const read = (paths: readonly string[]): Text[] => paths.flatMap((path) => documents.fault(path, false) ?? []);
  const roots = appBases.map(({ path }) => path);
  const faultsOf: Readonly<Record<TomcatPart, () => Text[]>> = {
    server() {
      const fault = documents.fault(serverPath, true);
      return fault ? [fault] : instance.server ? [] : [could(serverPath)];
    },
    web: () => [
      ...unlisted(documents, base, roots),
      ...read([`${base}/conf/web.xml`, ...beside('WEB-INF/web.xml'), ...beside('WEB-INF/tomcat-web.xml')]),
    ],
    contexts: () => [
      ...unlisted(documents, base, roots),
      ...read([
        `${base}/conf/context.xml`,
        ...noted('context'),
        ...noted('host-default'),
        ...beside('META-INF/context.xml'),
      ]),
    ],
    users: () => read(instance.userFiles.map(({ path }) => path)),
    files() {
      const below = applications.map(({ path }) => path);
      const hidden = records
        .notes('hidden')
        .map(({ values: [path = ''] }) => path)
        .filter((path) => below.includes(path));
      return [...hidden, ...documents.unreadable([base, ...roots])].map(could);
    },
    logs() {
      const own = instance.logs.map(({ path }) => path);
      const hidden = records
        .notes('logs-hidden')
        .map(({ values: [path = ''] }) => path)
        .filter((path) => own.includes(path));
      return [...hidden, ...documents.unreadable(own)].map(could);
    },
  };
  return parts.flatMap((part) => faultsOf[part]());
}

/** A folder that cannot be listed hides what is deployed in it; a file that cannot be read is named where it matters. */
function unlisted(documents: Documents, base: string, roots: readonly string[]): Text[] {
  return documents
    .unreadable([`${base}/conf`, ...roots])
    .filter((path) => !/\.[a-z]+$/.test(path))
    .map(could);
}
