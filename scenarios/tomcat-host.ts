// Where Tomcat lies on the lab's hosts with one, and what a scenario adds to its files.
import type { Change } from './scenario.ts';
import { edits } from './scenario.ts';

export const debian = 'debian-12-tomcat';
export const rocky = 'rocky-9-tomcat';
export const home = '/opt/apache-tomcat-9.0.98';
export const server = `${home}/conf/server.xml`;
export const web = `${home}/conf/web.xml`;
export const context = `${home}/conf/context.xml`;
export const users = `${home}/conf/tomcat-users.xml`;
export const shop = `${home}/webapps/shop`;

/** Within the stock host, before its valve. */
export const inHost = (text: string): Change =>
  edits('<Valve className="org.apache.catalina.valves.AccessLogValve"', `${text}\n        $&`);
export const inConnector = (text: string): Change => edits('connectionTimeout="20000"', `$& ${text}`);
export const inWeb = (text: string): Change => edits('    <session-config>', `${text}\n$&`);
export const inContext = (text: string): Change => edits('</Context>', `${text}\n$&`);
export const inUsers = (text: string): Change => edits('</tomcat-users>', `${text}\n$&`);
export const account = (name: string, password: string): string =>
  `<user username="${name}" password="${password}" roles="manager-gui"/>`;
export const servlet = (name: string, type: string, pattern: string, more = ''): string =>
  `<servlet><servlet-name>${name}</servlet-name><servlet-class>${type}</servlet-class>${more}</servlet>` +
  (pattern === ''
    ? ''
    : `<servlet-mapping><servlet-name>${name}</servlet-name><url-pattern>${pattern}</url-pattern></servlet-mapping>`);
/** An application of its own, owned by Tomcat's account. */
export const application = (descriptor = '<web-app></web-app>') => ({
  [`${shop}/WEB-INF/web.xml`]: { text: descriptor, mode: '0640', uid: 1005, gid: 1005 },
  [shop]: { dir: true, mode: '0750', uid: 1005, gid: 1005 } as const,
});
