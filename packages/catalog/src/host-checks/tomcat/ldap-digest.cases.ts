// Cases of tomcat.ldap-digest.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { serverXml, tomcatState, tomcatUnused } from '../tomcat-host.ts';

export const ldapDigestCases: readonly HostCase[] = [
  { name: 'no directory', host: al2, ...tomcatState(), expect: 'notApplicable', because: 'JNDIRealm' },
  {
    name: 'commented',
    host: rocky9,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<!-- <Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" digest="MD5"></Realm> -->',
      }),
    }),
    expect: 'notApplicable',
    trap: 'XML comments in server.xml',
  },
  {
    name: 'MD5 of Tomcat 7',
    host: al2,
    ...tomcatState({
      version: '7.0.109',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked" digest="MD5"></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'MD5',
  },
  {
    name: 'SHA is SHA-1',
    host: al2,
    ...tomcatState({
      version: '7.0.109',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked" digest="SHA"></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'SHA',
  },
  {
    name: 'SHA-256 of Tomcat 7',
    host: al2,
    ...tomcatState({
      version: '7.0.109',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked" digest="SHA-256"></Realm>',
      }),
    }),
    expect: 'pass',
  },
  {
    name: 'the same attribute has no effect later',
    host: rocky9,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked" digest="SHA-256"></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'no effect',
    trap: 'the attribute digest is read up to 8.0 only',
  },
  {
    name: 'a handler',
    host: rocky9,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="sha-256"/></Realm>',
      }),
    }),
    expect: 'pass',
  },
  {
    name: 'a weak handler',
    host: ubuntu22,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="SHA-1"/></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'SHA-1',
  },
  {
    name: 'a handler that names nothing',
    host: ubuntu22,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" /></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'without a digest',
  },
  {
    name: 'a weak one among several',
    host: debian12,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.NestedCredentialHandler"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="SHA-512"/><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="MD5"/></CredentialHandler></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'MD5',
  },
  {
    name: 'PBKDF2 without an algorithm is by SHA-1',
    host: debian12,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.SecretKeyCredentialHandler"/></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'PBKDF2WithHmacSHA1',
  },
  {
    name: 'plain text compared here',
    host: rocky8,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"></Realm>',
      }),
    }),
    expect: 'fail',
    because: 'without a digest',
  },
  {
    name: 'the directory is asked',
    host: rocky8,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm: '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" ></Realm>',
      }),
    }),
    expect: 'manual',
    because: 'bind',
  },
  {
    name: 'within a realm that locks out',
    host: al2023,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.LockOutRealm"><Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="MD5"/></Realm></Realm>',
      }),
    }),
    expect: 'fail',
  },
  {
    name: 'of one application',
    host: al2023,
    ...tomcatState({
      context:
        '<Context><Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="MD5"/></Realm></Context>',
    }),
    expect: 'fail',
    because: 'context.xml',
  },
  {
    name: 'an algorithm that a property names',
    host: ubuntu24,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="${alg}"/></Realm>',
      }),
    }),
    expect: 'manual',
  },
  {
    name: 'algorithms of its own',
    host: ubuntu24,
    ...tomcatState({
      version: '9.0.98',
      server: serverXml({
        realm:
          '<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap:" userPassword="masked"><CredentialHandler className="org.apache.catalina.realm.MessageDigestCredentialHandler" algorithm="SHA-256"/></Realm>',
      }),
    }),
    expect: 'fail',
    parameters: { algorithms: ['SHA-512'] },
  },
  {
    name: 'server.xml that cannot be read',
    host: rocky9,
    ...tomcatState({ files: { 'conf/server.xml': 'unreadable' } }),
    expect: 'unknown',
  },

  ...tomcatUnused(al2023, image(debian12)),
  ...(
    [
      ...[
        'SHA-256',
        'SHA-384',
        'SHA-512',
        'SHA-512/256',
        'SHA3-256',
        'SHA3-384',
        'SHA3-512',
        'PBKDF2WithHmacSHA256',
        'PBKDF2WithHmacSHA512',
        ' sha-256 ',
      ].map(
        (algorithm) =>
          [
            '9.0.98',
            `<CredentialHandler className="a.MessageDigestCredentialHandler" algorithm="${algorithm}"/>`,
            '',
            'pass',
            `algorithm ${algorithm}"`,
          ] as const,
      ),
      [
        '9.0.98',
        '<CredentialHandler className="a.MessageDigestCredentialHandler" algorithm="SHA"/>',
        '',
        'fail',
        'algorithm SHA"',
      ],
      [
        '9.0.98',
        '<CredentialHandler className="a.SecretKeyCredentialHandler"/>',
        '',
        'fail',
        'algorithm PBKDF2WithHmacSHA1"',
      ],
      ['9.0.98', '<CredentialHandler algorithm="${a.b}"/>', '', 'manual', 'algorithm ${a.b}"'],
      [
        '9.0.98',
        '<CredentialHandler className="a.MessageDigestCredentialHandler"/>',
        'userPassword="u"',
        'fail',
        'algorithm absent"',
      ],
      ['7.0.109', '', 'digest="SHA-256"', 'pass', 'algorithm SHA-256"'],
      ['8.0.53', '', 'digest="SHA-256"', 'pass', 'algorithm SHA-256"'],
      ['8.5.100', '', 'digest="SHA-256"', 'fail', 'digest=SHA-256 has no effect in this version'],
      ['9.0.98', '', 'digest="SHA-256"', 'fail', 'digest=SHA-256 has no effect in this version'],
      ['', '', 'digest="SHA-256"', 'pass', 'algorithm SHA-256"'],
      ['8.0.53', '', '', 'manual', 'connectionURL ldap://d, userPassword absent (the directory is asked: bind)"'],
      ['', '', 'userPassword="u"', 'fail', 'userPassword set (compared here)"'],
    ] as const
  ).map(
    ([version, handler, attributes, expect, because]): HostCase => ({
      name: `${handler || attributes || 'nothing'} of Tomcat ${version || 'of any version'}`,
      host: rocky9,
      ...tomcatState({
        version,
        server: serverXml({
          realm: `<Realm className="org.apache.catalina.realm.JNDIRealm" connectionURL="ldap://d" ${attributes}>${handler}</Realm>`,
        }),
      }),
      expect,
      because,
      hides: ['algorithm absent', 'has no effect'].filter((word) => !because.includes(word)),
    }),
  ),
  {
    name: 'without a note of the version, and without a URL',
    host: rocky9,
    files: tomcatState().files,
    notes: tomcatState()
      .notes.filter(([key]) => key !== 'version')
      .map((note) => note),
    expect: 'notApplicable',
    because: '"/opt/tomcat/conf/server.xml","found":"no JNDIRealm"',
  },
  {
    name: 'a realm whose version nobody tells, and what is only named like one',
    host: rocky9,
    files: tomcatState({
      server: serverXml({
        realm:
          '<Realm/><Listener className="a.JNDIRealm" digest="MD5"/><Realm className="a.JNDIRealm" digest="SHA-512" userPassword="u"/>',
      }),
    }).files,
    notes: tomcatState().notes.filter(([key]) => key !== 'version'),
    expect: 'pass',
    because: 'connectionURL absent',
    shows: ['algorithm SHA-512"'],
  },
];
