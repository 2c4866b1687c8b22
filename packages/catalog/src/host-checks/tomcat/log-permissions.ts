// Tomcat's logs are closed to ordinary users (KISA 2026 WEB-26). 양호: no right for ordinary users on the folder and its files; limits 750 and 640.
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, modeBeyond, modeParameter, octal, pass, text } from '@bongsu/core';
import { beyondLimit, modeProof } from '../../criteria/tomcat-files.ts';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const logPermissions = hostCheck({
  id: 'tomcat.log-permissions',
  title: text('Tomcat 로그 디렉터리 및 파일 권한 설정', "Mode of Tomcat's logs"),
  why: text(
    '로그에는 세션과 요청 내용이 남아, 읽히면 정보가 새고 고쳐지면 침입 흔적이 사라집니다.',
    'Logs hold requests and sessions: who reads them learns from them, and who changes them removes traces.',
  ),
  importance: 'medium',
  expects: text('로그 폴더 750 이하, 로그 파일 640 이하', 'the folder of logs within 0750, its files within 0640'),
  remedy: text(
    '로그 폴더와 파일에서 일반 사용자 권한을 빼고, 새 로그도 그렇게 되도록 실행 환경의 UMASK를 0027로 둡니다.',
    'Take the rights of others from the folder and its files, and start Tomcat with UMASK 0027 so that new logs are closed too.',
  ),
  fix: { any: ['chmod 750 "$CATALINA_BASE/logs"', 'chmod 640 "$CATALINA_BASE"/logs/*'] },
  question: text(
    'Tomcat이 로그를 어디에 남기며 일반 사용자에게 닫혀 있습니까?',
    'Where does Tomcat keep its logs, and are they closed to ordinary users?',
  ),
  parameters: {
    folderLimit: modeParameter(text('로그 폴더 권한의 한도', 'widest mode of a folder of logs'), 0o750),
    fileLimit: modeParameter(text('로그 파일 권한의 한도', 'widest mode of a log'), 0o640),
  },
  accepted: [
    {
      families: ['debian', 'ubuntu'],
      values: { folderLimit: 0o770 },
      why: text(
        'Debian·Ubuntu 패키지는 로그 폴더를 2770 tomcat:adm으로 두어 그룹 adm(관리자)만 함께 씁니다(tomcat10.postinst).',
        'the packages of Debian and Ubuntu keep the folder as 2770 tomcat:adm, open to the administrators of the group adm alone (tomcat10.postinst)',
      ),
    },
  ],
  needs: { tomcat: tomcatWith('logs') },
  judge({ tomcat }, _host, { folderLimit, fileLimit }) {
    return judgeTomcat(tomcat, ({ logs }) => {
      const there = logs.flatMap(({ folder, kinds: of }) => (folder?.type === 'dir' ? [{ folder, of }] : []));
      const folders = there.map(({ folder }) => folder);
      const wide = folders.filter((folder) => beyondLimit(tomcat, folder, folderLimit));
      const kinds = there.flatMap(({ of }) => of);
      const open = kinds.filter(({ mode }) => modeBeyond(mode & 0o777, fileLimit) !== 0);
      const kindProof = ({ mode, uid, gid, count, example }: (typeof kinds)[number]): Proof => ({
        source: example,
        found: `${octal(mode)} ${uid}:${gid}${count > 1 ? `, and ${count - 1} files like it` : ''}`,
        expected: `no bit outside ${octal(fileLimit)}`,
      });
      const [folder] = wide;
      const [kind] = open;
      const first = folder ?? (kind ? { path: kind.example, mode: kind.mode } : undefined);
      if (first)
        return fail(
          text(
            `로그 권한이 기준을 넘음: ${first.path}(${octal(first.mode)})`,
            `the mode of logs goes beyond the limit: ${first.path} (${octal(first.mode)})`,
          ),
          [...wide.map((one) => modeProof(tomcat, one, folderLimit)), ...open.map(kindProof)].slice(0, proofsMax),
        );
      const evidence = [...folders.map((one) => modeProof(tomcat, one, folderLimit)), ...kinds.map(kindProof)].slice(
        0,
        proofsMax,
      );
      if (folders.length === 0)
        return manual(
          text('로그 폴더가 없음', 'there is no folder of logs'),
          logs.map(({ path, folder: record }) => ({ source: path, found: record?.state ?? 'not seen' })),
        );
      if (folders.some(({ path }) => tomcat.modes.aclUnread.includes(path)))
        return manual(text('ACL을 읽지 못함', 'an access-control list could not be read'), evidence);
      return pass(
        text('로그 폴더와 파일이 기준 안에 있음', 'the folder of logs and its files are within the limits'),
        evidence,
      );
    });
  },
});
