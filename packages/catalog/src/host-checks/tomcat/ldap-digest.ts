// Passwords that Tomcat compares with those of a directory are digested by a strong algorithm (KISA 2026 WEB-23).
// 양호: SHA-256 or better. Source: config/realm (JNDIRealm) and config/credentialhandler of Apache Tomcat 9.0.98. The attribute digest of a realm
// is read up to 8.0 only: RealmBase of 8.5.100 and later has no such property.
import type { Judgement, XmlElement } from '@bongsu/core';
import {
  classOf,
  fail,
  hostCheck,
  isOpenValue,
  listParameter,
  manual,
  notApplicable,
  pass,
  text,
  tomcatRelease,
  withinElement,
} from '@bongsu/core';
import { judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import { documentsOf } from '../../criteria/tomcat-server.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

const strong = [
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'SHA-512/256',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
  'PBKDF2WithHmacSHA256',
  'PBKDF2WithHmacSHA512',
];

export const ldapDigest = hostCheck({
  id: 'tomcat.ldap-digest',
  title: text('Tomcat LDAP 알고리즘 적절하게 구성', "A strong digest for Tomcat's directory realm"),
  why: text(
    '평문이나 MD5로 비교하면 전송되거나 저장된 비밀번호가 쉽게 풀립니다.',
    'Passwords compared in plain text or by MD5 are easily read or cracked.',
  ),
  importance: 'medium',
  expects: text('JNDIRealm이 SHA-256 이상의 다이제스트를 씀', 'the JNDIRealm digests by SHA-256 or better'),
  remedy: text(
    'JNDIRealm 안에 CredentialHandler(MessageDigestCredentialHandler, algorithm="SHA-256")를 두고 디렉터리의 비밀번호도 같은 방식으로 저장합니다. 7·8.0은 digest 속성을 씁니다.',
    'Put a CredentialHandler (MessageDigestCredentialHandler, algorithm="SHA-256") into the JNDIRealm and store the directory\'s passwords the same way; 7 and 8.0 take the attribute digest.',
  ),
  fix: { any: ['grep -n -A8 JNDIRealm "$CATALINA_BASE/conf/server.xml"', 'vi "$CATALINA_BASE/conf/server.xml"'] },
  question: text(
    'LDAP 서버가 bind로 비밀번호를 확인한다면, 그 서버가 SHA-256 이상으로 저장하고 연결이 LDAPS(StartTLS)입니까?',
    'Where the directory checks passwords itself (bind), does it store them by SHA-256 or better, and is the connection LDAPS or StartTLS?',
  ),
  parameters: {
    algorithms: listParameter(text('안전한 다이제스트 알고리즘', 'algorithms that count as strong'), strong),
  },
  needs: { tomcat: tomcatWith('server', 'contexts') },
  judge({ tomcat }, _host, { algorithms }) {
    return judgeTomcat(tomcat, (instance) => {
      const realms = documentsOf(instance)
        .flatMap(({ element }) => withinElement(element))
        .filter((element) => element.name === 'Realm' && classOf(element) === 'JNDIRealm');
      return (
        worstOf(realms.map((realm) => judgeRealm(realm, instance, algorithms))) ??
        notApplicable(text('LDAP(JNDIRealm)을 쓰지 않음', 'no directory realm (JNDIRealm) is in use'), [
          { source: instance.serverPath, found: 'no JNDIRealm' },
        ])
      );
    });
  },
});

function judgeRealm(realm: XmlElement, { version }: TomcatInstance, algorithms: readonly string[]): Judgement {
  const release = version === null ? null : tomcatRelease(version.value);
  // Up to 8.0 the realm digests by its own attribute; null where the version is not known.
  const attributeRead = release === null ? null : release[0] < 8 || (release[0] === 8 && release[1] === 0);
  const handlers = withinElement(realm).filter(({ name }) => name === 'CredentialHandler');
  const digest = realm.attributes.get('digest');
  const expected = 'SHA-256 or better';
  const url = {
    source: realm.source,
    found: `JNDIRealm connectionURL ${realm.attributes.get('connectionURL') ?? 'absent'}, userPassword ${realm.attributes.has('userPassword') ? 'set (compared here)' : 'absent (the directory is asked: bind)'}`,
  };
  const named = handlers.map((handler) => ({
    // SecretKeyCredentialHandler has an algorithm of its own where none is written, the other digests nothing then.
    algorithm: handler.attributes.get('algorithm') ?? (/SecretKey/.test(classOf(handler)) ? 'PBKDF2WithHmacSHA1' : ''),
    source: handler.source,
  }));
  if (digest !== undefined && attributeRead !== false) named.push({ algorithm: digest, source: realm.source });
  const evidence = [
    url,
    ...named.map(({ algorithm, source }) => ({ source, found: `algorithm ${algorithm || 'absent'}`, expected })),
    ...(digest !== undefined && attributeRead === false
      ? [
          {
            source: realm.source,
            found: `digest=${digest} has no effect in this version`,
            expected: 'a CredentialHandler',
          },
        ]
      : []),
  ];
  const written = named.filter(({ algorithm }) => algorithm !== '');
  const isStrong = (algorithm: string): boolean =>
    algorithms.some((one) => one.toLowerCase() === algorithm.trim().toLowerCase());
  if (written.some(({ algorithm }) => !isStrong(algorithm) && !isOpenValue(algorithm)))
    return fail(text('취약한 다이제스트 알고리즘', 'a weak digest algorithm'), evidence);
  if (written.some(({ algorithm }) => isOpenValue(algorithm)))
    return manual(text('알고리즘을 시스템 속성이 정함', 'a system property names the algorithm'), evidence);
  if (written.length > 0) return pass(text('안전한 다이제스트 알고리즘', 'a strong digest algorithm'), evidence);
  if (realm.attributes.has('userPassword') || digest !== undefined)
    return fail(text('다이제스트 없이 비밀번호를 비교함', 'passwords are compared without a digest'), evidence);
  return manual(
    text(
      'LDAP 서버가 비밀번호를 확인함(bind): 서버의 알고리즘과 연결 보호 확인 필요',
      'the directory checks the passwords (bind): how does it store them, and is the connection protected?',
    ),
    evidence,
  );
}
