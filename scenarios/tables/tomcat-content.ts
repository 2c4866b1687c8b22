// Scenarios of the family tomcat: servlets, contexts and applications, and what may be reached through them.
import type { ScenarioTable } from '../scenario.ts';
import { edits, on } from '../scenario.ts';
import {
  application,
  context,
  debian,
  home,
  inConnector,
  inContext,
  inHost,
  inWeb,
  rocky,
  server,
  servlet,
  shop,
  web,
} from '../tomcat-host.ts';

const cgi = (more = '', pattern = '/cgi-bin/*') =>
  servlet('cgi', 'org.apache.catalina.servlets.CGIServlet', pattern, more);
const parameter = (name: string, value: string) =>
  `<init-param><param-name>${name}</param-name><param-value>${value}</param-value></init-param>`;
const ssi = (pattern: string) => servlet('ssi', '\n      org.apache.catalina.ssi.SSIServlet\n    ', pattern);
const page = (code: number) => `<error-page><error-code>${code}</error-code><location>/e.html</location></error-page>`;
const pages = [400, 401, 403, 404, 500].map(page).join('');
const descriptor = (text: string) => ({
  [`${home}/conf/Catalina/localhost/old.xml`]: { text, mode: '0600', uid: 1005, gid: 1005 },
});
const linking = '<Resources allowLinking="TRUE"/>';
const upload = (place: string) =>
  application(
    `<web-app>${servlet('u', 'a.U', '', `<multipart-config><location>${place}</location></multipart-config>`)}</web-app>`,
  );
const image = { image: true } as const;

export const tomcatContentScenarios: ScenarioTable = {
  'tomcat.directory-listing': [
    on(debian, 'as packaged', {}, 'pass'),
    on(
      rocky,
      'on for every application',
      { [web]: edits(/(listings<\/param-name><param-value>)false/, '$1 True ') },
      'fail',
    ),
    on(
      rocky,
      'the same in an image',
      { [web]: edits(/(listings<\/param-name><param-value>)false/, '$1true') },
      'fail',
      image,
    ),
    on(
      rocky,
      'one application turns it on',
      application(
        `<web-app>${servlet('default', 'org.apache.catalina.servlets.DefaultServlet', '/', parameter('listings', 'true'))}</web-app>`,
      ),
      'fail',
      { because: 'shop' },
    ),
    on(rocky, 'in a comment', { [web]: inWeb(`<!-- ${parameter('listings', 'true')} -->`) }, 'pass'),
    on(rocky, 'an archive that was not unpacked', { [`${shop}.war`]: '' }, 'manual', { because: 'shop.war' }),
  ],
  'tomcat.cgi': [
    on(rocky, 'in a comment, as it ships', {}, 'pass'),
    on(rocky, 'mapped for every folder', { [web]: inWeb(cgi()) }, 'fail', { because: 'any folder' }),
    on(rocky, 'bounded to a folder', { [web]: inWeb(cgi(parameter('cgiPathPrefix', 'WEB-INF/cgi'))) }, 'pass'),
    on(rocky, 'declared and not mapped', { [web]: inWeb(cgi('', '')) }, 'pass'),
    on(
      rocky,
      'mapped by an application',
      {
        [web]: inWeb(cgi('', '')),
        ...application(
          '<web-app><servlet-mapping><servlet-name>cgi</servlet-name><url-pattern>/run/*</url-pattern></servlet-mapping></web-app>',
        ),
      },
      'fail',
      { because: '/run/*' },
    ),
  ],
  'tomcat.ssi': [
    on(debian, 'as packaged', {}, 'pass'),
    on(rocky, 'a class written over lines', { [web]: inWeb(ssi('*.shtml')) }, 'fail', { because: '*.shtml' }),
    on(rocky, 'without a mapping', { [web]: inWeb(ssi('')) }, 'pass'),
  ],
  'tomcat.script-mapping': [
    on(debian, 'as packaged', {}, 'pass'),
    on(
      rocky,
      'an invoker of any class',
      { [web]: inWeb(servlet('invoker', 'org.apache.catalina.servlets.InvokerServlet', '/servlet/*')) },
      'fail',
    ),
    on(
      rocky,
      'in a comment',
      { [web]: inWeb(`<!-- ${servlet('invoker', 'org.apache.catalina.servlets.InvokerServlet', '/servlet/*')} -->`) },
      'pass',
    ),
  ],
  'tomcat.parent-directory': [
    on(rocky, 'as it ships', {}, 'pass'),
    on(rocky, 'for every application', { [context]: inContext(linking) }, 'fail', { because: 'context.xml' }),
    on(rocky, 'in a comment', { [context]: inContext(`<!-- ${linking} -->`) }, 'pass'),
    on(
      rocky,
      'for one, by a file of its host',
      descriptor(`<Context docBase="/srv/old">${linking}</Context>`),
      'fail',
      { because: 'old.xml' },
    ),
  ],
  'tomcat.symbolic-links': [
    on(rocky, 'as it ships', {}, 'pass'),
    on(
      rocky,
      'one is there, and is not followed',
      { ...application(), [`${shop}/hosts`]: { link: '/etc/hosts' } },
      'pass',
    ),
    on(
      rocky,
      'which is followed',
      { ...application(), [`${shop}/hosts`]: { link: '/etc/hosts' }, [context]: inContext(linking) },
      'fail',
    ),
    on(
      rocky,
      'the application itself is a link',
      { [shop]: { link: '/srv/shop' }, '/srv/shop/index.html': '' },
      'manual',
      { because: '/srv/shop' },
    ),
  ],
  'tomcat.document-root': [
    on(debian, 'that of the package', {}, 'fail', { because: '/var/lib/tomcat10/webapps' }),
    on(
      rocky,
      'a folder of its own',
      { [server]: edits('appBase="webapps"', 'appBase="/srv/sites"'), '/srv/sites/shop/index.html': '' },
      'pass',
    ),
    on(
      rocky,
      'one that leads back',
      { [server]: edits('appBase="webapps"', 'appBase="${catalina.base}/webapps"') },
      'fail',
    ),
    on(rocky, 'the system', { [server]: edits('appBase="webapps"', 'appBase="/etc"') }, 'fail', { because: '/etc' }),
  ],
  'tomcat.virtual-directory': [
    on(debian, 'none', {}, 'pass'),
    on(rocky, 'the system', { [server]: inHost('<Context path="/e" docBase="/etc"/>') }, 'fail', { because: '/etc' }),
    on(
      rocky,
      'a folder elsewhere',
      { [server]: inHost('<Context path="/v" docBase="/srv/files"/>'), '/srv/files/a': '' },
      'manual',
      { because: '/srv/files' },
    ),
    on(rocky, 'in a comment', { [server]: inHost('<!-- <Context path="/e" docBase="/etc"/> -->') }, 'pass'),
  ],
  'tomcat.error-pages': [
    on(debian, 'as packaged', {}, 'fail'),
    on(debian, 'for every application', { '/etc/tomcat10/web.xml': inWeb(pages) }, 'pass'),
    on(debian, 'one is missing', { '/etc/tomcat10/web.xml': inWeb(pages.replace(page(403), '')) }, 'fail', {
      because: '403',
    }),
    on(debian, 'in a comment', { '/etc/tomcat10/web.xml': inWeb(`<!-- ${pages} -->`) }, 'fail'),
    on(
      debian,
      'one page for every error',
      { '/etc/tomcat10/web.xml': inWeb('<error-page><location>/e.html</location></error-page>') },
      'pass',
    ),
  ],
  'tomcat.needless-files': [
    on(rocky, 'what the archive brings', {}, 'fail', { because: 'examples' }),
    on(debian, 'none', {}, 'pass'),
    on(debian, 'a backup', { '/var/lib/tomcat10/webapps/ROOT/index.jsp.bak': '' }, 'fail', {
      because: 'index.jsp.bak',
    }),
    on(
      debian,
      'samples that are installed and not served',
      { '/usr/share/tomcat10-examples/examples/index.html': '' },
      'pass',
    ),
    on(
      debian,
      'which are linked in',
      {
        '/usr/share/tomcat10-examples/examples/index.html': '',
        '/etc/tomcat10/Catalina/localhost/examples.xml':
          '<Context path="/examples" docBase="/usr/share/tomcat10-examples/examples"/>',
      },
      'fail',
      { because: 'examples' },
    ),
  ],
  'tomcat.proxy': [
    on(debian, 'none', {}, 'pass'),
    on(
      rocky,
      'a connector behind a proxy',
      { [server]: inConnector('proxyName="www.example.com" proxyPort="443"') },
      'manual',
      { because: 'www.example.com' },
    ),
    on(rocky, 'AJP, in a comment as it ships', {}, 'pass'),
  ],
  'tomcat.size-limit': [
    on(debian, 'what is built in', {}, 'pass'),
    on(rocky, 'switched off', { [server]: inConnector('maxPostSize="-1"') }, 'fail', { because: 'maxPostSize' }),
    on(rocky, 'a value that only the host knows', { [server]: inConnector('maxPostSize="${post.max}"') }, 'manual'),
    on(
      rocky,
      'uploads of one application without a limit',
      application(
        `<web-app>${servlet('u', 'a.U', '/u', '<multipart-config><location>/srv/u</location></multipart-config>')}</web-app>`,
      ),
      'fail',
    ),
  ],
  'tomcat.upload-path': [
    on(debian, 'no application that could take any', {}, 'pass'),
    on(rocky, 'within the web path', upload('/opt/apache-tomcat-9.0.98/webapps/shop/tmp'), 'fail'),
    on(rocky, 'apart', upload('/srv/uploads'), 'manual', { because: '/srv/uploads' }),
    on(rocky, 'a name that only begins like it', upload('/opt/apache-tomcat-9.0.98/webapps-up'), 'manual'),
    on(
      rocky,
      'a folder for everybody',
      { ...application(), [`${shop}/upload`]: { dir: true, mode: '0777', uid: 1005 } },
      'fail',
      { because: '0777' },
    ),
  ],
};
