// The parts of server.xml that the Tomcat items look at; none where a check did not ask for the file.
import type { TomcatConnector, TomcatVirtualHost, XmlElement } from '@bongsu/core';
import type { TomcatInstance } from '../probes/tomcat/instance.ts';

export function connectorsOf({ server }: TomcatInstance): readonly TomcatConnector[] {
  return server === null ? [] : server.connectors;
}

export function hostsOf({ server }: TomcatInstance): readonly TomcatVirtualHost[] {
  return server === null ? [] : server.hosts;
}

/** The valves that requests to a host go through: its own, and those of its engine. */
export function valvesOf({ valves, engine }: TomcatVirtualHost): readonly XmlElement[] {
  return [...valves, ...engine.children.filter(({ name }) => name === 'Valve')];
}

/** What realms and resources are written in: server.xml, and the context files. */
export function documentsOf({ server, serverPath, contexts }: TomcatInstance): {
  readonly path: string;
  readonly element: XmlElement;
}[] {
  return [...(server === null ? [] : [{ path: serverPath, element: server.root }]), ...contexts];
}
