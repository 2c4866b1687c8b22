// The file of Tomcat's users and passwords is at most 0600 (KISA 2026 WEB-03).
import { fail, hostCheck, manual, modeParameter, octal, pass, text } from '@bongsu/core';
import { beyondLimit, modeProof } from '../../criteria/tomcat-files.ts';
import { judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const passwordFile = hostCheck({
  id: 'tomcat.password-file',
  title: text('Tomcat 비밀번호 파일 권한 관리', "Mode of the file of Tomcat's passwords"),
  why: text(
    'tomcat-users.xml을 읽으면 관리자 비밀번호를, 쓰면 관리자 계정을 얻습니다.',
    "Whoever reads tomcat-users.xml has the manager's password, and whoever writes it an account of his own.",
  ),
  importance: 'high',
  expects: text('비밀번호 파일의 권한이 600 이하', 'the file of passwords has no bit outside 0600'),
  remedy: text(
    'tomcat-users.xml의 소유자를 Tomcat 실행 계정(또는 root)으로 하고 권한을 600으로 바꿉니다. root 소유로 두려면 Tomcat이 읽을 수 있는지 먼저 확인합니다.',
    'Let the account that runs Tomcat own tomcat-users.xml, and take every right from the rest (600). Where root is to own it, check that Tomcat can still read it.',
  ),
  fix: {
    any: ['chmod 600 "$CATALINA_BASE/conf/tomcat-users.xml"'],
    debian: ['chown tomcat: /etc/tomcat10/tomcat-users.xml', 'chmod 600 /etc/tomcat10/tomcat-users.xml'],
    rhel: ['chown tomcat: /etc/tomcat/tomcat-users.xml', 'chmod 600 /etc/tomcat/tomcat-users.xml'],
  },
  question: text(
    'getfacl이 없어 읽지 못한 ACL이 비밀번호 파일의 권한을 넓힙니까?',
    'Does the access-control list that could not be read widen the mode of the file?',
  ),
  parameters: { limit: modeParameter(text('비밀번호 파일 권한의 한도', 'widest mode of the file'), 0o600) },
  accepted: [
    {
      families: ['debian', 'ubuntu'],
      values: { limit: 0o640 },
      why: text(
        'Debian·Ubuntu 패키지는 Tomcat이 설정을 바꾸지 못하도록 0640 root:tomcat으로 설치합니다(tomcat10.postinst).',
        'the packages of Debian and Ubuntu install it as 0640 root:tomcat, so that Tomcat itself cannot change it (tomcat10.postinst)',
      ),
    },
  ],
  needs: { tomcat: tomcatWith('server', 'users') },
  judge({ tomcat }, _host, { limit }) {
    return judgeTomcat(tomcat, (instance) => {
      const files = instance.userFiles.flatMap(({ file }) => (file?.type === 'file' ? [file] : []));
      const evidence = files.map((file) => modeProof(tomcat, file, limit));
      const wide = files.filter((file) => beyondLimit(tomcat, file, limit));
      const [first] = wide;
      if (first)
        return fail(
          text(
            `${first.path}의 권한 ${octal(first.mode)}이 ${octal(limit)}을 넘음`,
            `the mode ${octal(first.mode)} of ${first.path} goes beyond ${octal(limit)}`,
          ),
          evidence,
        );
      if (files.some(({ path }) => tomcat.modes.aclUnread.includes(path)))
        return manual(text('ACL을 읽지 못함', 'an access-control list could not be read'), evidence);
      if (files.length === 0)
        return pass(
          text('비밀번호 파일이 없음', 'there is no file of passwords'),
          instance.userFiles.map(({ path }) => ({ source: path, found: 'absent' })),
        );
      return pass(text('비밀번호 파일의 권한이 기준 안에 있음', 'the file of passwords is within the limit'), evidence);
    });
  },
});
