// Tomcat's server.xml and context files: services, connectors, hosts, contexts, realms and valves with their places. `${…}` stays as it is written.
// Source: Apache Tomcat Configuration Reference, 7.0.109, 8.5.100, 9.0.98, 10.1.34 and 11.0.2.
import type { XmlElement } from './xml.ts';
import { childrenOf, withinElement } from './xml.ts';

export interface TomcatConnector {
  readonly element: XmlElement;
  readonly source: string;
  readonly ajp: boolean;
  /** `8080`, `127.0.0.1:8009`. */
  readonly name: string;
}

export interface TomcatVirtualHost {
  readonly element: XmlElement;
  readonly source: string;
  readonly name: string;
  /** As written; `webapps` where it is unset. */
  readonly appBase: string;
  readonly contexts: readonly XmlElement[];
  readonly valves: readonly XmlElement[];
  /** The engine that it stands in: its folder below conf, and its valves. */
  readonly engine: XmlElement;
}

export interface TomcatServer {
  readonly root: XmlElement;
  readonly connectors: readonly TomcatConnector[];
  readonly hosts: readonly TomcatVirtualHost[];
  /** Every realm that is asked for passwords, those within other realms too, but not the realms that only hold others. */
  readonly realms: readonly XmlElement[];
}

/** The model of server.xml; null where the document is none. */
export function tomcatServer(root: XmlElement): TomcatServer | null {
  if (root.name !== 'Server') return null;
  const services = childrenOf(root, 'Service');
  const engines = services.flatMap((service) => childrenOf(service, 'Engine'));
  return {
    root,
    connectors: services.flatMap((service) => childrenOf(service, 'Connector')).map(connectorOf),
    hosts: engines.flatMap((engine) => childrenOf(engine, 'Host').map((host) => hostOf(host, engine))),
    realms: withinElement(root).filter(({ name, attributes }) => name === 'Realm' && !holder(attributes)),
  };
}

function holder(attributes: ReadonlyMap<string, string>): boolean {
  return /\.(?:LockOutRealm|CombinedRealm)$/.test(attributes.get('className') ?? '');
}

function connectorOf(element: XmlElement): TomcatConnector {
  const at = element.attributes;
  const address = at.get('address');
  return {
    element,
    source: element.source,
    ajp: /^(?:AJP\/1\.3$|org\.apache\.coyote\.ajp\.)/.test(at.get('protocol') ?? ''),
    name: `${address === undefined ? '' : `${address}:`}${at.get('port') ?? '?'}`,
  };
}

function hostOf(element: XmlElement, engine: XmlElement): TomcatVirtualHost {
  return {
    element,
    source: element.source,
    name: element.attributes.get('name') ?? '?',
    appBase: element.attributes.get('appBase') ?? 'webapps',
    contexts: childrenOf(element, 'Context'),
    valves: childrenOf(element, 'Valve'),
    engine,
  };
}

/** The last part of `className`: `ErrorReportValve`. */
export function classOf(element: XmlElement): string {
  return (element.attributes.get('className') ?? '').replace(/.*\./, '');
}

/** A value that this file does not tell: a property of the JVM, or one that did not leave the host. */
export function isOpenValue(value: string): boolean {
  return value.includes('${') || value === 'masked';
}

/** A boolean as Tomcat reads it, where unset the built-in; null where the file does not tell. */
export function tomcatFlag(value: string | null | undefined, builtIn: boolean): boolean | null {
  if (typeof value !== 'string') return builtIn;
  return isOpenValue(value) ? null : value.trim().toLowerCase() === 'true';
}

/** `a.b.c` by its numbers; `10.1.60-1~deb12u1` is 10.1.60. Null where it begins with none. */
export function tomcatRelease(version: string): readonly [number, number, number] | null {
  const parts = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,4}))?/.exec(version);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)] : null;
}

export interface TomcatBuiltIns {
  /** The header Server where nothing sets one; null for none. */
  readonly serverHeader: string | null;
  readonly maxPostSizeBytes: number;
  /** Up to which value of maxPostSize there is no limit. */
  readonly postUnlimitedFrom: -1 | 0;
  /** When the project stopped to mend this branch; null where it still does, as far as is known here. */
  readonly endOfLife: string | null;
}

/** Ends of life: tomcat.apache.org, "Which version" and the pages tomcat-70-eol, tomcat-80-eol, tomcat-85-eol and the announcement of 10.0's. */
const ends: Readonly<Record<string, string>> = {
  '5.5': '2012-09-30',
  '6.0': '2016-12-31',
  '7.0': '2021-03-31',
  '8.0': '2018-06-30',
  '8.5': '2024-03-31',
  '10.0': '2022-10-31',
};

/** What holds where nothing is written. An unknown version is judged as the newest, and the caller says so. */
export function tomcatBuiltIns(version: string): TomcatBuiltIns {
  const [major, minor, patch] = tomcatRelease(version) ?? [99, 0, 0];
  const old = major < 8 || (major === 8 && minor < 5);
  return {
    // http.html, `server`: up to 8.0 Apache-Coyote/1.1, later none.
    serverHeader: old ? 'Apache-Coyote/1.1' : null,
    maxPostSizeBytes: 2097152,
    // Changelog of 7.0.63 and 8.0.24: until then zero meant no limit.
    postUnlimitedFrom: major < 7 || (major === 7 && patch < 63) || (major === 8 && minor === 0 && patch < 24) ? 0 : -1,
    endOfLife: ends[`${major}.${minor}`] ?? (major < 7 ? 'years ago' : null),
  };
}
