// The filter that Tomcat's XML passes on the host, by every awk of this machine: no secret leaves, and what is judged is still there.
import { spawnSync } from 'node:child_process';
import type { XmlElement } from '@bongsu/core';
import { withinElement, xmlRead } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { tomcatMask } from './mask.ts';

const awks = ['mawk', 'gawk', 'busybox awk'].filter(
  (awk) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit 0 }'`]).status === 0,
);
it('found an awk to run the filter with', () => expect(awks).not.toEqual([]));

const users = `<?xml version='1.0'?>
<tomcat-users xmlns="http://tomcat.apache.org/xml">
<!-- <user username="old" password="S3CRET-OLD" roles="x"/> -->
  <role rolename="manager-gui"/>
  <user username="admin" password="" roles="manager-gui"/>
  <user username="admin" password="Admin" roles=""/>
  <user password='tomcat' username='kim'/>
  <user password="&#116;om&#x63;at" username="lee"/>
  <user username="a" password="S3CRET7"
        roles="manager-gui,
               admin-gui"/>
  <user name="b" password="5f4dcc3b5aa765d61d8327deb882cf99"/>
  <user name="c" password="0a1b2c3d4e5f60718293a4b5c6d7e8f9$1000$0a1b2c3d"/>
  <user name="d" password="S3CRET-s3cret"/>
  <user name="e" password="S3CRETAB"/>
  <user name="f" password="\${db.password}"/>
  <user name="g" password="&lt;must-be-changed&gt;"/>
  <user name="h" password="
S3CRET
long"/>
</tomcat-users>`;

const server = `<Server port="8005" shutdown="S3CRET">
  <Service name="Catalina"><Connector port="8443" keystorePass="S3CRET" SSLEnabled='true' server="x>y" proxyName="p"
     maxPostSize="-1"><SSLHostConfig certificateKeystorePassword="S3CRET"/></Connector>
  <Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap://cn:S3CRET@ldap:389" connectionPassword="S3CRET" digest="MD5"/>
  <Resource name="jdbc/x" url="jdbc:mysql://u:S3CRET@db/x?password=S3CRET" username="S3CRET" password="S3CRET" driverClassName="com.mysql.Driver"/>
  <Valve className="v" pattern="%h password=S3CRET"/><Host name="h" appBase="http://a:S3CRET@b"/>
  <!-- S3CRET
       <Connector secret="S3CRET"/> -->
  <Parameter name="token" value="S3CRET"/>S3CRET</Service>
</Server>`;

const web = `<!DOCTYPE web-app PUBLIC "-//S3CRET//" "http://x" [ <!ENTITY e "S3CRET>"> <!-- ]> S3CRET --> ]>
<web-app>
  <context-param><param-name>apiToken</param-name><param-value>S3CRET</param-value></context-param>
  <servlet>
    <servlet-name>default</servlet-name>
    <servlet-class>
      org.apache.catalina.servlets.DefaultServlet
    </servlet-class>
    <init-param><param-name> listings </param-name><param-value><![CDATA[true]]></param-value></init-param>
    <init-param><param-name>pw</param-name><param-value><![CDATA[S3CRET & S3CRET]]></param-value></init-param>
    <init-param><param-name>pw</param-name><param-value>S3CRET
 S3CRET</param-value></init-param>
    <init-param><param-name>uploadDir</param-name><param-value>/data/files</param-value></init-param>
    <init-param><param-name>uploadToken</param-name><param-value>S3CRET</param-value></init-param>
    <init-param><param-value>S3CRET</param-value><param-name>listings</param-name></init-param>
  </servlet>
  <mime-mapping><extension>S3CRET</extension><mime-type>x/y</mime-type></mime-mapping>
  <description>S3CRET</description>
  <env-entry><env-entry-value>S3CRET</env-entry-value></env-entry>
  <error-page><error-code>404</error-code><location>/404.jsp</location></error-page>
</web-app>`;

describe.each(awks)('by %s', (awk) => {
  const mask = (text: string): string[] => {
    const run = spawnSync(
      'sh',
      ['-c', `awk() { ${awk.startsWith('busybox') ? awk : `command ${awk}`} "$@"; }\n${tomcatMask}\ntomcat_mask`],
      { input: text, encoding: 'utf8', env: { PATH: process.env['PATH'], LC_ALL: 'C' } },
    );
    expect(run.stderr).toBe('');
    return run.stdout.replace(/\n$/, '').split('\n');
  };
  const parsed = (text: string): XmlElement[] => {
    const read = xmlRead({ path: 'x', lines: mask(text) });
    if ('fault' in read) throw new Error(`${read.line}: ${read.fault}`);
    return withinElement(read.root);
  };
  const all = (text: string, name: string) => parsed(text).filter((element) => element.name === name);

  it.each([
    ['users', users],
    ['server', server],
    ['web', web],
  ])('lets no secret out and keeps every line in its place: %s', (_name, text) => {
    const lines = mask(text);
    expect(lines.join('\n')).not.toMatch(/s3cret/i);
    expect(lines.length).toBe(text.split('\n').length);
    const original = xmlRead({ path: 'x', lines: text.split('\n') });
    if ('fault' in original) throw new Error(original.fault);
    const places = (elements: readonly XmlElement[]) =>
      elements
        .filter(({ name }) => !/^(mime-mapping|extension|mime-type)$/.test(name))
        .map(({ name, source, attributes }) => [name, source, [...attributes.keys()]]);
    expect(places(parsed(text))).toEqual(places(withinElement(original.root)));
  });

  it('names the class of each password', () => {
    const classes = all(users, 'user').map((user) => user.attributes.get('password'));
    expect(classes).toEqual([
      'empty',
      'equals-username',
      'default',
      'default',
      'short',
      'digest',
      'digest',
      'set:10:4',
      'set:8:2',
      'property',
      'default',
      'set:10:4',
    ]);
    expect(all(users, 'user').map((user) => user.attributes.get('username') ?? user.attributes.get('name'))).toEqual(
      'admin admin kim lee a b c d e f g h'.split(' '),
    );
    expect(all(users, 'user')[4]?.attributes.get('roles')).toMatch(/^manager-gui,\s+admin-gui$/);
  });

  it('keeps what is judged of server.xml', () => {
    const values = (name: string) => Object.fromEntries(all(server, name)[0]?.attributes ?? []);
    expect(values('Server')).toEqual({ port: '8005', shutdown: 'masked' });
    expect(values('Connector')).toEqual({
      port: '8443',
      keystorePass: 'masked',
      SSLEnabled: 'true',
      server: 'x>y',
      proxyName: 'p',
      maxPostSize: '-1',
    });
    expect(values('Realm')).toMatchObject({ connectionURL: 'ldap:', connectionPassword: 'masked', digest: 'MD5' });
    expect(values('Resource')).toMatchObject({ name: 'jdbc/x', url: 'masked', password: 'masked' });
  });

  it('keeps what is judged of web.xml, and a value whose name comes after it is masked', () => {
    expect(all(web, 'servlet-class')[0]?.text).toBe('org.apache.catalina.servlets.DefaultServlet');
    const params = all(web, 'init-param').map((param) => param.children.map(({ text }) => text));
    expect(params).toEqual([
      ['listings', 'true'],
      ['pw', 'masked'],
      ['pw', 'masked'],
      ['uploadDir', '/data/files'],
      ['uploadToken', 'masked'],
      ['masked', 'listings'],
    ]);
    expect(all(web, 'location')[0]?.text).toBe('/404.jsp');
    expect(all(web, 'extension')).toEqual([]);
  });

  it.each([
    ['an entity in a text', '<!DOCTYPE a [<!ENTITY x SYSTEM "b.xml">]><Server>\n&x;</Server>'],
    ['an entity in a value', '<Server><Host appBase="&x;"/></Server>'],
    ['an entity as a password of a judged name', '<Server server="&x;"/>'],
  ])('leaves %s, so that the document does not look whole', (_name, text) => {
    expect(() => parsed(text)).toThrow('not expanded');
  });

  it('knows an entity for a password', () =>
    expect(all('<u><user name="a" password="&x;"/></u>', 'user')[0]?.attributes.get('password')).toBe('entity'));

  it.each([
    '<u><user username=kim password=S3CRET roles=x/></u>',
    '<u><user username="kim" password="S3CRET roles="x"/>\n<user username="lee" password="S3CRET"/></u>',
    '<u><user username="kim" password "S3CRET"/></u>',
    '<u><user username="kim" S3CRET/></u>',
    '<u><user username="kim" password=\'S3CRET"/>\n<user password="S3CRET" x="\'"/></u>',
    '<u>\n< user password="S3CRET"/></u>',
    '<u><user password="S3CRET',
    'password S3CRET <S3CRET "S3CRET"',
    '<u></u S3CRET>',
    '<u/><<S3CRET>',
    'root:$6$S3CRET:1::\n',
    '\u0000<\u0000S\u00003\u0000CRET',
  ])('shows nothing of what is not well-formed, and it stays so: %j', (text) => {
    const lines = mask(text);
    expect(lines.join('\n')).not.toContain('S3CRET"');
    expect(lines.join('\n').replaceAll('<S3CRET', '')).not.toContain('S3CRET');
    expect(xmlRead({ path: 'x', lines })).toHaveProperty('fault');
  });

  it('hides passwords of a text of two bytes a letter', () => {
    const text = Buffer.from(users, 'utf16le').toString('latin1');
    expect(mask(text).join('\n')).not.toMatch(/s3cret/i);
  });

  it.each([
    ['users', `<u>${'<user username="kim" password="S3CRET-x" roles="a"/>'.repeat(4000)}</u>`, 4001],
    ['a comment', `<u><!-- ${'S3CRET '.repeat(30000)}--></u>`, 1],
    ['a value', `<u a="${'S3CRET '.repeat(30000)}"/>`, 1],
    ['blanks', `<u${' '.repeat(200000)}/>`, 1],
    ['a text', `<u>${'S3CRET '.repeat(30000)}</u>`, 1],
  ])('takes a line as long as a file may be, in time: %s', (_name, text, elements) => {
    const began = performance.now();
    expect(parsed(text).length).toBe(elements);
    // Less than a second on a calm machine; a filter that copied the line at every step would take minutes.
    expect(performance.now() - began).toBeLessThan(15000);
  });

  it('is the same whether its pieces end within a mark or not', () => {
    for (let size = 3980; size < 4010; size++) {
      const text = `<u a="${'x'.repeat(size - 40)}"><!-- " > --><user name="k" password="tomcat"/><![CDATA[ <x> ]]><b/></u>`;
      expect(parsed(text).map(({ name, attributes }) => [name, attributes.get('password')])).toEqual([
        ['u', undefined],
        ['user', 'default'],
        ['b', undefined],
      ]);
    }
  });
});
