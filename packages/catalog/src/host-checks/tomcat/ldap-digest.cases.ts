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
];
