// Scenarios of the family tomcat: accounts, passwords, owners, logs, what is told and what waits.
import { lists } from '../package-lists.ts';
import { running } from '../processes.ts';
import type { ScenarioTable } from '../scenario.ts';
import { becomes, edits, on } from '../scenario.ts';
import { account, context, debian, home, inContext, inHost, inUsers, rocky, server, users } from '../tomcat-host.ts';

const jvm = (uid: number, base: string) => ({
  program: '/usr/lib/jvm/jre-11/bin/java',
  uid,
  words: [`-Dcatalina.base=${base}`, '-Dcatalina.home=/opt/tomcat', 'org.apache.catalina.startup.Bootstrap', 'start'],
});
const quietValve =
  '<Valve className="org.apache.catalina.valves.ErrorReportValve" showServerInfo="false" showReport="false"/>';
const directory = (more: string) =>
  edits(
    '</Realm>\n      <Host',
    `<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap://ldap.example" userPassword="userPassword">${more}</Realm></Realm>\n      <Host`,
  );
const handler = (algorithm: string) =>
  `<CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="${algorithm}"/>`;

export const tomcatAccountScenarios: ScenarioTable = {
  'tomcat.default-admin': [
    on(rocky, 'samples in a comment', {}, 'pass'),
    on(rocky, 'one that came out of its comment', { [users]: inUsers(account('admin', 'Lab-Long-7-Secret')) }, 'fail', {
      because: 'admin',
      never: 'Lab-Long-7-Secret',
    }),
    on(rocky, 'in any case', { [users]: inUsers('<user name="Tomcat" password="x" roles=""/>') }, 'fail', {
      because: 'Tomcat',
    }),
    on(
      debian,
      'of the programs, and not of the instance',
      { '/usr/share/tomcat10/conf/tomcat-users.xml': account('admin', 'x') },
      'pass',
    ),
    on('debian-12-stock', 'no Tomcat', {}, 'notApplicable'),
  ],
  'tomcat.weak-password': [
    on(rocky, 'no account', {}, 'pass'),
    on(rocky, 'that of the samples', { [users]: inUsers(account('kim', 's3cret')) }, 'fail', { because: 'kim' }),
    on(rocky, 'long, of three kinds', { [users]: inUsers(account('kim', 'Lab-Long-7-Secret')) }, 'pass', {
      never: 'Lab-Long-7-Secret',
    }),
    on(rocky, 'the name itself', { [users]: inUsers(account('siteoperator1', 'siteoperator1')) }, 'fail'),
    on(rocky, 'weak, in a comment', { [users]: inUsers(`<!-- ${account('kim', 'tomcat')} -->`) }, 'pass'),
  ],
  'tomcat.password-file': [
    on(rocky, 'its owner alone', {}, 'pass'),
    on(rocky, 'others may read it', { [users]: becomes({ mode: '0644' }) }, 'fail', { because: '0644' }),
    on(debian, 'as packaged, by the letter', {}, 'fail', { because: '0640' }),
    on(debian, 'as packaged', {}, 'pass', { profile: 'distro-aware' }),
  ],
  'tomcat.process-user': [
    on(debian, 'its own account', {}, 'pass', { because: '998' }),
    on(rocky, 'root', running(jvm(0, '/opt/tomcat')), 'fail', { because: 'uid 0' }),
    on(
      rocky,
      'a second one beside it as root',
      {
        ...running(jvm(1005, '/opt/tomcat'), { ...jvm(0, '/srv/two'), program: '/usr/bin/java' }),
        '/srv/two/conf/server.xml': '<Server/>',
      },
      'fail',
      { because: '/srv/two' },
    ),
    on(
      debian,
      'an image whose unit names nobody',
      { '/usr/lib/systemd/system/tomcat10.service': edits('User=tomcat', '#User=tomcat') },
      'fail',
      { image: true },
    ),
  ],
  'tomcat.ldap-digest': [
    on(rocky, 'no directory', {}, 'notApplicable'),
    on(rocky, 'a weak digest', { [server]: directory(handler('SHA-1')) }, 'fail', { because: 'SHA-1' }),
    on(rocky, 'a sound one', { [server]: directory(handler('sha-256')) }, 'pass'),
    on(
      rocky,
      'in a comment',
      {
        [server]: directory(handler('SHA-256')),
        [context]: inContext(
          `<!-- <Realm className="org.apache.catalina.realm.JNDIRealm" userPassword="x">${handler('MD5')}</Realm> -->`,
        ),
      },
      'pass',
    ),
    on(
      rocky,
      'for one application',
      {
        [context]: inContext(
          `<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap://a" userPassword="p">${handler('MD5')}</Realm>`,
        ),
      },
      'fail',
      { because: 'MD5' },
    ),
  ],
  'tomcat.config-exposure': [
    on(rocky, 'no connection', {}, 'pass'),
    on(
      rocky,
      'closed by the folder',
      {
        [context]: (was) => ({
          ...(was as object),
          mode: '0644',
          text: '<Context><Resource name="jdbc/a" type="javax.sql.DataSource" username="a" password="lab-db-word"/></Context>',
        }),
      },
      'pass',
      { never: 'lab-db-word' },
    ),
    on(
      debian,
      'open to all',
      {
        '/etc/tomcat10/context.xml': {
          text: '<Context><Resource name="jdbc/a" type="javax.sql.DataSource" username="a" password="lab-db-word"/></Context>',
          mode: '0644',
        },
      },
      'fail',
      { because: 'context.xml', never: 'lab-db-word' },
    ),
    on(
      debian,
      'in a comment',
      {
        '/etc/tomcat10/context.xml': {
          text: '<Context><!-- <Resource name="jdbc/a" type="javax.sql.DataSource" password="x"/> --></Context>',
          mode: '0644',
        },
      },
      'pass',
    ),
  ],
  'tomcat.file-access': [
    on(rocky, 'as the archive has it', {}, 'pass'),
    on(rocky, 'everybody may write the applications', { [`${home}/webapps`]: becomes({ mode: '0777' }) }, 'fail', {
      because: '0777',
    }),
    on(rocky, 'open files in a closed folder', { [server]: becomes({ mode: '0644' }) }, 'pass'),
    on(debian, 'as packaged, by the letter', {}, 'fail'),
    on(debian, 'as packaged', {}, 'pass', { profile: 'distro-aware' }),
    on(debian, 'which everybody may write', { '/etc/tomcat10/server.xml': becomes({ mode: '0646' }) }, 'fail', {
      profile: 'distro-aware',
      because: '0646',
    }),
  ],
  'tomcat.log-permissions': [
    on(rocky, 'as the archive has it', {}, 'pass'),
    on(rocky, 'a log that others may read', { [`${home}/logs/catalina.out`]: becomes({ mode: '0644' }) }, 'fail', {
      because: 'catalina.out',
    }),
    on(
      rocky,
      'a valve that logs elsewhere',
      {
        [server]: inHost('<Valve className="org.apache.catalina.valves.AccessLogValve" directory="/srv/logs"/>'),
        '/srv/logs': { dir: true, mode: '0777' },
      },
      'fail',
      { because: '/srv/logs' },
    ),
    on(debian, 'as packaged, by the letter', {}, 'fail'),
    on(debian, 'as packaged', {}, 'pass', { profile: 'distro-aware' }),
  ],
  'tomcat.header-disclosure': [
    on(debian, 'as packaged: error pages tell', {}, 'fail', { because: 'showServerInfo' }),
    on(rocky, 'hidden', { [server]: inHost(quietValve) }, 'pass'),
    on(rocky, 'hidden in a comment', { [server]: inHost(`<!-- ${quietValve} -->`) }, 'fail'),
    on(
      rocky,
      'a header with its version',
      {
        [server]: edits(
          /<Connector port="8080"([^]*?)(<Valve)/,
          `<Connector port="8080" server="Apache Tomcat/9.0.98"$1${quietValve}$2`,
        ),
      },
      'fail',
      { because: '9.0.98' },
    ),
  ],
  'tomcat.patches': [
    on(debian, 'nothing waits', lists({ tomcat10: '10.1.34-0+deb12u1' }, { tomcat10: '10.1.34-0+deb12u1' }), 'pass'),
    on(
      debian,
      'a fix of its library waits',
      lists({ 'libtomcat10-java': '10.1.34-0+deb12u1' }, { 'libtomcat10-java': '10.1.52-1~deb12u1' }),
      'fail',
    ),
    on(debian, 'a fix of another package', lists({ tomcat10: '10.1.34-1', curl: '1' }, { curl: '2' }), 'pass'),
    on(rocky, 'no package: its version is for a person', {}, 'manual', { because: '9.0.98' }),
  ],
};
