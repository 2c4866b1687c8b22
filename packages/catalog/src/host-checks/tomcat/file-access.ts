// Tomcat's configuration is closed to others and nothing in its web paths may be written by them (KISA 2026 WEB-14).
// 양호: no needless right on the main configuration files and folders. Limits: the guide's modes for Tomcat's configuration, 750 for folders and 640 for files.
import type { FileRecord } from '@bongsu/core';
import { fail, hostCheck, manual, modeAndOwner, modeParameter, octal, pass, text } from '@bongsu/core';
import { beyondLimit, closedAbove, modeProof, unlessMore } from '../../criteria/tomcat-files.ts';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const fileAccess = hostCheck({
  id: 'tomcat.file-access',
  title: text('Tomcat 웹 서비스 경로 내 파일의 접근 통제', "Access to Tomcat's files"),
  why: text(
    '설정이나 웹 파일을 누구나 고칠 수 있으면 웹 서버 전체를 바꿀 수 있습니다.',
    'Whoever may write the configuration or a web path owns the service.',
  ),
  importance: 'high',
  expects: text(
    'conf 폴더 750 이하, 설정 파일 640 이하, 웹 경로에 누구나 쓸 수 있는 파일이 없음',
    'conf within 0750, its files within 0640, and nothing in the web paths that others may write',
  ),
  remedy: text(
    'conf 폴더와 설정 파일에서 일반 사용자 권한을 빼고(chmod -R o-rwx), 웹 경로의 o+w를 없앱니다.',
    'Take the rights of others from conf and its files (chmod -R o-rwx), and their write right from the web paths.',
  ),
  fix: {
    any: [
      'chmod 750 "$CATALINA_BASE/conf"',
      'chmod 640 "$CATALINA_BASE"/conf/*.xml "$CATALINA_BASE"/conf/*.properties',
      'chmod -R o-w "$CATALINA_BASE/webapps"',
    ],
  },
  question: text(
    '다 보지 못한 웹 경로에 누구나 쓸 수 있는 파일이 있거나, 읽지 못한 ACL이 권한을 넓힙니까?',
    'May others write anything in the web paths that were not seen whole, or do lists that could not be read widen a mode?',
  ),
  parameters: {
    folderLimit: modeParameter(text('설정 폴더 권한의 한도', 'widest mode of the folders of configuration'), 0o750),
    fileLimit: modeParameter(text('설정 파일 권한의 한도', 'widest mode of the files of configuration'), 0o640),
  },
  accepted: [
    {
      families: ['debian', 'ubuntu'],
      values: { folderLimit: 0o775, fileLimit: 0o644 },
      why: text(
        'Debian·Ubuntu 패키지는 conf를 0755로 두되 비밀이 있는 파일은 0640 root:tomcat으로 설치하고, Catalina 폴더만 그룹 tomcat이 씁니다(tomcat10.postinst).',
        'the packages of Debian and Ubuntu keep conf as 0755 with what is secret in it as 0640 root:tomcat, and let the group tomcat write the folder Catalina alone (tomcat10.postinst)',
      ),
    },
  ],
  needs: { tomcat: tomcatWith('files') },
  judge({ tomcat }, _host, { folderLimit, fileLimit }) {
    return judgeTomcat(tomcat, (instance) => {
      const config = [
        ...(instance.configFolder?.type === 'dir' ? [instance.configFolder] : []),
        ...instance.configFiles,
      ];
      const limitOf = (file: FileRecord): number => (file.type === 'dir' ? folderLimit : fileLimit);
      // A closed folder closes what is in it.
      const wide = config.filter(
        (file) => beyondLimit(tomcat, file, limitOf(file)) && !closedAbove(tomcat, instance, file.path),
      );
      const written = writable(instance);
      const faults = [
        ...wide.map((file) => modeProof(tomcat, file, limitOf(file))),
        ...written.map((file) => ({
          source: file.path,
          found: modeAndOwner(file),
          expected: 'not writable for others',
        })),
      ];
      const [first] = [...wide, ...written];
      if (first)
        return fail(
          text(
            `불필요한 접근 권한: ${first.path}(${octal(first.mode)})${faults.length > 1 ? ` 등 ${faults.length}개` : ''}`,
            `needless rights: ${first.path} (${octal(first.mode)})${faults.length > 1 ? ` and ${faults.length - 1} more` : ''}`,
          ),
          faults.slice(0, proofsMax),
        );
      const evidence = [
        ...config.slice(0, configMax).map((file) => modeProof(tomcat, file, limitOf(file))),
        ...instance.appBases.map(({ path, folder }) => ({
          source: path,
          found: folder ? modeAndOwner(folder) : 'absent',
        })),
      ];
      if (config.some(({ path }) => tomcat.modes.aclUnread.includes(path)))
        return manual(text('ACL을 읽지 못함', 'an access-control list could not be read'), evidence);
      return unlessMore(
        instance,
        pass(
          text(
            '설정과 웹 경로의 권한이 기준 안에 있음',
            'the rights on configuration and web paths are within the limits',
          ),
          evidence,
        ),
      );
    });
  },
});

const configMax = 20;

/** Folders of applications and what is found in them that others may write; a link has no mode of its own. */
function writable({ appBases, found }: TomcatInstance): FileRecord[] {
  const folders = appBases.flatMap(({ folder, entries }) => [...(folder ? [folder] : []), ...entries]);
  const below = found.flatMap(({ file, link }) => (file && !link ? [file] : []));
  return [
    ...new Map(
      [...folders, ...below]
        .filter((file) => file.linkTarget === '' && (file.mode & 0o002) !== 0)
        .map((file) => [file.path, file]),
    ).values(),
  ];
}
