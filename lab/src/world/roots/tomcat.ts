// Apache Tomcat as Debian 12 packages it (tomcat10) and as its archive is unpacked on Rocky Linux 9, running, without comments.
import type { WorldFile } from '../spec.ts';
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';
import { debian12Stock } from './debian-12.ts';
import { processesFile } from './processes.ts';
import { rocky9Stock } from './rocky-9.ts';
import { served } from './served.ts';

const server = (port: string): string =>
  lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Server port="${port}" shutdown="SHUTDOWN">`,
    '  <Listener className="org.apache.catalina.startup.VersionLoggerListener" />',
    '  <Listener className="org.apache.catalina.mbeans.GlobalResourcesLifecycleListener" />',
    '  <GlobalNamingResources>',
    '    <Resource name="UserDatabase" auth="Container"',
    '              type="org.apache.catalina.UserDatabase"',
    '              factory="org.apache.catalina.users.MemoryUserDatabaseFactory"',
    '              pathname="conf/tomcat-users.xml" />',
    '  </GlobalNamingResources>',
    '  <Service name="Catalina">',
    '    <Connector port="8080" protocol="HTTP/1.1"',
    '               connectionTimeout="20000"',
    '               redirectPort="8443"',
    '               />',
    '    <!--',
    '    <Connector protocol="AJP/1.3" address="::1" port="8009" redirectPort="8443" />',
    '    -->',
    '    <Engine name="Catalina" defaultHost="localhost">',
    '      <Realm className="org.apache.catalina.realm.LockOutRealm">',
    '        <Realm className="org.apache.catalina.realm.UserDatabaseRealm"',
    '               resourceName="UserDatabase"/>',
    '      </Realm>',
    '      <Host name="localhost"  appBase="webapps"',
    '            unpackWARs="true" autoDeploy="true">',
    '        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs"',
    '               prefix="localhost_access_log" suffix=".txt"',
    '               pattern="%h %l %u %t &quot;%r&quot; %s %b" />',
    '      </Host>',
    '    </Engine>',
    '  </Service>',
    '</Server>',
  ]);

const servlet = (name: string, type: string, parameters: readonly (readonly [string, string])[]): string =>
  lines([
    '    <servlet>',
    `        <servlet-name>${name}</servlet-name>`,
    `        <servlet-class>${type}</servlet-class>`,
    ...parameters.map(
      ([key, value]) =>
        `        <init-param><param-name>${key}</param-name><param-value>${value}</param-value></init-param>`,
    ),
    '    </servlet>',
  ]);

const web = `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
${servlet('default', 'org.apache.catalina.servlets.DefaultServlet', [
  ['debug', '0'],
  ['listings', 'false'],
])}${servlet('jsp', 'org.apache.jasper.servlet.JspServlet', [
  ['fork', 'false'],
  ['xpoweredBy', 'false'],
])}    <!--
    <servlet>
        <servlet-name>cgi</servlet-name>
        <servlet-class>org.apache.catalina.servlets.CGIServlet</servlet-class>
    </servlet>
    -->
    <servlet-mapping><servlet-name>default</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
    <servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.jsp</url-pattern><url-pattern>*.jspx</url-pattern></servlet-mapping>
    <!-- cgi: <servlet-mapping><servlet-name>cgi</servlet-name><url-pattern>/cgi-bin/*</url-pattern></servlet-mapping> -->
    <session-config><session-timeout>30</session-timeout></session-config>
    <welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>
</web-app>
`;

const context = `<?xml version="1.0" encoding="UTF-8"?>
<Context>
    <WatchedResource>WEB-INF/web.xml</WatchedResource>
    <WatchedResource>\${catalina.base}/conf/web.xml</WatchedResource>
</Context>
`;

const users = `<?xml version="1.0" encoding="UTF-8"?>
<tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
<!--
  <user username="admin" password="<must-be-changed>" roles="manager-gui"/>
  <user username="tomcat" password="<must-be-changed>" roles="tomcat"/>
-->
</tomcat-users>
`;

function runs(program: string, uid: number, home: string, base: string): Files {
  const words = [
    `-Dcatalina.base=${base}`,
    `-Dcatalina.home=${home}`,
    'org.apache.catalina.startup.Bootstrap',
    'start',
  ];
  return { [program]: { text: '', mode: '0755' }, '/opt/lab/processes': processesFile([{ program, uid, words }]) };
}

function confs(folder: string, port: string, how: Exclude<WorldFile, string>): Files {
  return {
    [`${folder}/server.xml`]: { ...how, text: server(port) },
    [`${folder}/web.xml`]: { ...how, text: web },
    [`${folder}/context.xml`]: { ...how, text: context },
    [`${folder}/tomcat-users.xml`]: { ...how, text: users },
    [`${folder}/logging.properties`]: { ...how, text: 'handlers = java.util.logging.ConsoleHandler\n' },
  };
}

export const debian12Tomcat = served(debian12Stock, {
  name: 'debian-12-tomcat',
  accounts: ['tomcat:998:998:/var/lib/tomcat10:/usr/sbin/nologin'],
  units: {
    'tomcat10.service': lines([
      '[Service]',
      'Environment="CATALINA_HOME=/usr/share/tomcat10"',
      'Environment="CATALINA_BASE=/var/lib/tomcat10"',
      'ExecStart=/bin/sh /usr/libexec/tomcat10/tomcat-start.sh',
      'User=tomcat',
    ]),
  },
  listeners: ['tcp *:8080 java'],
  files: {
    ...runs('/usr/lib/jvm/java-17-openjdk-amd64/bin/java', 998, '/usr/share/tomcat10', '/var/lib/tomcat10'),
    ...confs('/etc/tomcat10', '-1', { mode: '0640', gid: 998 }),
    '/etc/tomcat10': { dir: true },
    '/etc/tomcat10/Catalina': { dir: true, mode: '0775', gid: 998 },
    '/usr/share/java/tomcat10-catalina-10.1.34.jar': '',
    '/usr/share/tomcat10/lib/catalina.jar': { link: '../../java/tomcat10-catalina-10.1.34.jar' },
    '/var/lib/tomcat10/conf': { link: '/etc/tomcat10' },
    '/var/lib/tomcat10/logs': { link: '../../log/tomcat10' },
    '/var/lib/tomcat10/webapps': { dir: true, mode: '0775', uid: 998, gid: 998 },
    '/var/lib/tomcat10/webapps/ROOT/index.html': { text: '<h1>It works !</h1>\n', uid: 998, gid: 998 },
    '/var/lib/tomcat10/webapps/ROOT/META-INF/context.xml': { text: '<Context path="/"/>\n', uid: 998, gid: 998 },
    '/var/log/tomcat10': { dir: true, mode: '2770', uid: 998, gid: 4 },
    '/var/log/tomcat10/catalina.2026-11-25.log': { text: '', mode: '0640', uid: 998, gid: 4 },
  },
});

const home = '/opt/apache-tomcat-9.0.98';
const own = (mode: string) => ({ mode, uid: 1005, gid: 1005 }) as const;

/** With the applications that the archive brings. */
export const rocky9Tomcat = served(rocky9Stock, {
  name: 'rocky-9-tomcat',
  accounts: ['tomcat:1005:1005:/opt/tomcat:/sbin/nologin'],
  units: {
    'tomcat.service': lines([
      '[Service]',
      'Type=forking',
      'Environment=CATALINA_HOME=/opt/tomcat',
      'ExecStart=/opt/tomcat/bin/startup.sh',
      'User=tomcat',
    ]),
  },
  listeners: ['tcp *:8080 java', 'tcp 127.0.0.1:8005 java'],
  files: {
    ...runs('/usr/lib/jvm/jre-11/bin/java', 1005, '/opt/tomcat', '/opt/tomcat'),
    '/opt/tomcat': { link: 'apache-tomcat-9.0.98' },
    [home]: { dir: true, ...own('0755') },
    [`${home}/conf`]: { dir: true, ...own('0700') },
    ...confs(`${home}/conf`, '8005', own('0600')),
    [`${home}/lib/catalina.jar`]: { text: '', ...own('0640') },
    [`${home}/RELEASE-NOTES`]: { text: '                     Apache Tomcat Version 9.0.98\n', ...own('0640') },
    [`${home}/logs`]: { dir: true, ...own('0750') },
    [`${home}/logs/catalina.out`]: { text: '', ...own('0640') },
    [`${home}/webapps`]: { dir: true, ...own('0750') },
    [`${home}/webapps/ROOT/WEB-INF/web.xml`]: { text: '<web-app></web-app>\n', ...own('0640') },
    [`${home}/webapps/ROOT/tomcat.svg`]: { text: '<svg/>\n', ...own('0640') },
    ...Object.fromEntries(
      ['docs', 'examples', 'host-manager', 'manager'].map((name): [string, WorldFile] => [
        `${home}/webapps/${name}/WEB-INF/web.xml`,
        { text: '<web-app></web-app>\n', ...own('0640') },
      ]),
    ),
  },
});
