// A host with Tomcat for cases: the records that the probe prints for an instance, stock unless a case says otherwise.
import type { CaseFile, HostCase } from '@bongsu/core';

type Note = readonly [string, ...string[]];
export interface TomcatState {
  readonly files: Readonly<Record<string, CaseFile>>;
  readonly notes: readonly Note[];
}

export interface TomcatOrder {
  readonly base?: string;
  readonly home?: string;
  /** Account of the JVM; null where none runs. */
  readonly uid?: number | null;
  /** `[name, user, state]` of a unit that starts it. */
  readonly unit?: readonly [string, string, string];
  readonly version?: string;
  readonly server?: string;
  readonly web?: CaseFile;
  readonly context?: CaseFile;
  readonly users?: CaseFile;
  /** Applications below webapps with their web.xml; null where there is none. */
  readonly apps?: Readonly<Record<string, string | null>>;
  readonly logs?: CaseFile;
  /** Relative to the base, or absolute. */
  readonly files?: Readonly<Record<string, CaseFile>>;
  readonly notes?: readonly Note[];
}

export const usersFile = (users: string): string =>
  `<?xml version="1.0"?>\n<tomcat-users xmlns="http://tomcat.apache.org/xml">\n${users}\n</tomcat-users>\n`;

/** Stock server.xml with what a case adds at each level. */
export function serverXml(
  more: {
    connector?: string;
    connectors?: string;
    engine?: string;
    host?: string;
    appBase?: string;
    within?: string;
    resources?: string;
    realm?: string;
  } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Server port="8005" shutdown="SHUTDOWN">
  <GlobalNamingResources>
    <Resource name="UserDatabase" type="org.apache.catalina.UserDatabase" factory="org.apache.catalina.users.MemoryUserDatabaseFactory" pathname="conf/tomcat-users.xml"/>
    ${more.resources ?? ''}
  </GlobalNamingResources>
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1" ${more.connector ?? ''}/>
    ${more.connectors ?? ''}
    <Engine name="Catalina" defaultHost="localhost">
      ${more.realm ?? '<Realm className="org.apache.catalina.realm.LockOutRealm"><Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/></Realm>'}
      ${more.engine ?? ''}
      <Host name="localhost" appBase="${more.appBase ?? 'webapps'}" ${more.host ?? ''}>
        ${more.within ?? ''}
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;
}

/** Stock conf/web.xml as it leaves a host, with what a case adds. */
export function webXml(more = '', listings = 'false'): string {
  return `<web-app>
  <servlet><servlet-name>default</servlet-name><servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
    <init-param><param-name>listings</param-name><param-value>${listings}</param-value></init-param></servlet>
  <servlet><servlet-name>jsp</servlet-name><servlet-class>org.apache.jasper.servlet.JspServlet</servlet-class>
    <init-param><param-name>xpoweredBy</param-name><param-value>false</param-value></init-param></servlet>
  <servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
  <servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.jsp</url-pattern><url-pattern>*.jspx</url-pattern></servlet-mapping>
  ${more}
</web-app>
`;
}

/** A servlet and its mapping. */
export function servletXml(
  name: string,
  className: string,
  parameters: Readonly<Record<string, string>> = {},
  pattern = '',
): string {
  const inits = Object.entries(parameters).map(
    ([key, value]) => `<init-param><param-name>${key}</param-name><param-value>${value}</param-value></init-param>`,
  );
  const mapping =
    pattern === ''
      ? ''
      : `<servlet-mapping><servlet-name>${name}</servlet-name><url-pattern>${pattern}</url-pattern></servlet-mapping>`;
  return `<servlet><servlet-name>${name}</servlet-name><servlet-class>${className}</servlet-class>${inits.join('')}</servlet>${mapping}`;
}

/** A running instance as it comes from the archive, in a folder of its own, closed to others. */
export function tomcatState(order: TomcatOrder = {}): TomcatState {
  const base = order.base ?? '/opt/tomcat';
  const home = order.home ?? base;
  const at = (path: string): string => (path.startsWith('/') ? path : `${base}/${path}`);
  const closed = (file: CaseFile): CaseFile =>
    typeof file === 'string' && file !== 'absent' && file !== 'unreadable'
      ? { text: file, mode: '0600', uid: 1001, gid: 1001 }
      : file;
  const uid = order.uid === undefined ? 1001 : order.uid;
  const apps = Object.entries(order.apps ?? {});
  const files: Record<string, CaseFile> = {
    [base]: { type: 'dir', mode: '0755' },
    [at('conf')]: { type: 'dir', mode: '0700', uid: 1001, gid: 1001 },
    [at('conf/server.xml')]: closed(order.server ?? serverXml()),
    [at('conf/web.xml')]: closed(order.web ?? webXml()),
    [at('conf/context.xml')]: closed(order.context ?? '<Context/>'),
    [at('conf/tomcat-users.xml')]: closed(order.users ?? usersFile('')),
    [at('webapps')]: { type: 'dir', mode: '0750', uid: 1001, gid: 1001 },
    [at('logs')]: order.logs ?? { type: 'dir', mode: '0750', uid: 1001, gid: 1001 },
  };
  for (const [name, descriptor] of apps) {
    files[at(`webapps/${name}`)] = { type: 'dir', mode: '0750', uid: 1001, gid: 1001 };
    files[at(`webapps/${name}/WEB-INF/web.xml`)] = descriptor ?? 'absent';
    files[at(`webapps/${name}/WEB-INF`)] = descriptor === null ? 'absent' : { type: 'dir', mode: '0750' };
  }
  for (const [path, file] of Object.entries(order.files ?? {})) files[at(path)] = file;
  return {
    files,
    notes: [
      ['processes-asked'],
      ['instance', base, home, ''],
      ...(uid === null ? [] : [['jvm', '4711', String(uid), '1', 'java', base] as const]),
      ...(order.unit
        ? [['unit', order.unit[0], `/etc/systemd/system/${order.unit[0]}`, order.unit[1], base, order.unit[2]] as const]
        : []),
      ['server', base, at('conf/server.xml')],
      ['version', home, `${home}/lib/catalina.jar`, order.version ?? '9.0.98'],
      ['app-base', base, at('webapps')],
      ...apps.map(([name]): Note => ['app', base, at(`webapps/${name}`)]),
      ['users', base, at('conf/tomcat-users.xml')],
      ['log-folder', base, at('logs')],
      ...(order.notes ?? []),
    ],
  };
}

/** Several instances of one host. */
export function tomcats(...states: readonly TomcatState[]): TomcatState {
  return {
    files: Object.fromEntries(states.flatMap(({ files }) => Object.entries(files))),
    notes: states.flatMap(({ notes }) => notes),
  };
}

/** What every check of the family says of hosts without Tomcat, with an idle one, one in a container, and one that cannot be read. */
export function tomcatUnused(host: HostCase['host'], image: HostCase['host']): HostCase[] {
  return [
    { name: 'no Tomcat', host, notes: [['processes-asked']], expect: 'notApplicable', because: 'there is no Tomcat' },
    {
      name: 'installed, and neither runs nor would be started',
      host,
      ...tomcatState({ uid: null, unit: ['tomcat.service', 'tomcat', 'off'] }),
      expect: 'notApplicable',
      because: 'installed',
    },
    {
      name: 'programs without an instance',
      host: image,
      notes: [['installed', '/usr/share/tomcat10']],
      expect: 'notApplicable',
      because: 'installed',
    },
    {
      name: 'one in a container is not of this host',
      host,
      notes: [['processes-asked'], ['jvm-elsewhere', '99', '/usr/local/tomcat']],
      expect: 'manual',
      because: 'container',
      trap: 'a JVM of a container has paths of another root',
    },
    {
      name: 'processes that are hidden',
      host,
      notes: [['processes-hidden']],
      expect: 'unknown',
      trap: 'hidepid is not silence',
    },
    {
      name: 'more instances than anybody has',
      host,
      notes: [['processes-asked'], ['more', 'instances']],
      expect: 'unknown',
    },
  ];
}
