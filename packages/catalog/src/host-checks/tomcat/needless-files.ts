// Nothing that Tomcat ships as a sample, and nothing left over, lies in the web paths (KISA 2026 WEB-07, 2021 U-38).
// The list is of what Tomcat 5 to 11 install by themselves: docs, examples and their forerunners, the managers, and the welcome page.
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, pass, switchParameter, text } from '@bongsu/core';
import { unlessMore } from '../../criteria/tomcat-files.ts';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

const samples =
  /^(?:docs|tomcat-docs|examples|sample|jsp-examples|servlets-examples|servlet-examples|balancer|webdav)$/;
const managers = /^(?:manager|host-manager|admin)$/;
const leftOver = /(?:\.(?:bak|old|org|orig|save|swp|tmp|sql|tar|tar\.gz|tgz)|~)$/;
const welcome = /\/ROOT\/(?:RELEASE-NOTES\.txt|tomcat(?:-power)?\.(?:svg|png|gif))$/;

export const needlessFiles = hostCheck({
  id: 'tomcat.needless-files',
  title: text('Tomcat 웹 서비스 경로 내 불필요한 파일 제거', "No needless files in Tomcat's web paths"),
  why: text(
    '샘플과 백업 파일은 버전, 소스, 알려진 취약점을 그대로 드러냅니다.',
    'Samples and left-overs show the version, sources and holes that are known to everybody.',
  ),
  importance: 'medium',
  expects: text(
    '기본 설치된 애플리케이션(docs, examples, manager, host-manager), 기본 페이지, 백업·임시 파일이 없음',
    'no application of the installation (docs, examples, manager, host-manager), no stock welcome page, no backups or temporary files',
  ),
  remedy: text(
    'webapps의 docs, examples, host-manager, manager와 기본 ROOT, 백업 파일을 지웁니다(배포판은 tomcat-docs, tomcat-examples, tomcat-admin 패키지 제거).',
    'Remove docs, examples, host-manager, manager and the stock ROOT from webapps, and left-overs; with packages, remove the docs, examples and admin packages.',
  ),
  fix: {
    any: [
      'rm -rf "$CATALINA_BASE"/webapps/docs "$CATALINA_BASE"/webapps/examples "$CATALINA_BASE"/webapps/host-manager "$CATALINA_BASE"/webapps/manager',
    ],
    debian: ['apt-get remove tomcat10-docs tomcat10-examples tomcat10-admin'],
    rhel: ['dnf remove tomcat-docs-webapp tomcat-webapps tomcat-admin-webapps'],
  },
  parameters: {
    managerNeeded: switchParameter(
      text('운영에 쓰는 manager와 host-manager를 허용', 'accept manager and host-manager as needed'),
      false,
    ),
  },
  question: text(
    '다 보지 못한 웹 경로나 컨테이너 안의 Tomcat에 샘플·백업 파일이 남아 있습니까?',
    'Are there samples or left-overs in the web paths that were not seen whole, or in the Tomcat of a container?',
  ),
  needs: { tomcat: tomcatWith('web', 'contexts', 'files') },
  judge({ tomcat }, _host, { managerNeeded }) {
    return judgeTomcat(tomcat, (instance) => {
      const stock = deployed(instance).filter(
        ({ name }) => samples.test(name) || (!managerNeeded && managers.test(name)),
      );
      const left = instance.found.filter(
        ({ path, link, file }) =>
          !link &&
          file?.type === 'file' &&
          (leftOver.test(path) || welcome.test(path)) &&
          !stock.some((application) => path.startsWith(`${application.path}/`)),
      );
      const faults: Proof[] = [
        ...stock.map(({ name, path }) => ({
          source: path,
          found: `the application ${name} of the installation`,
          expected: 'removed',
        })),
        ...left.map(({ path }) => ({
          source: path,
          found: welcome.test(path) ? 'the stock welcome page' : 'a left-over',
          expected: 'removed',
        })),
      ];
      if (faults.length > 0)
        return fail(
          text(
            `불필요한 파일이 있음: ${[...stock.map(({ name }) => name), ...left.map(({ path }) => path)].slice(0, 5).join(', ')}`,
            `needless files are there: ${[...stock.map(({ name }) => name), ...left.map(({ path }) => path)].slice(0, 5).join(', ')}`,
          ),
          faults.slice(0, proofsMax),
        );
      const clean = pass(text('목록에 있는 불필요한 파일이 없음', 'none of the files on the list is there'), [
        ...instance.appBases.map(({ path, entries }) => ({
          source: path,
          found:
            entries
              .map((entry) => entry.path.split('/').at(-1))
              .slice(0, 30)
              .join(', ') || 'empty',
        })),
        ...instance.docBases.map(({ written, path }) => ({ source: path, found: `docBase ${written}` })),
        { source: instance.base, found: `${instance.applications.length} applications looked at, four levels deep` },
      ]);
      return unlessMore(instance, clean);
    });
  },
});

/** Applications as folders, as archives, and by a docBase elsewhere. */
function deployed({ applications, packed }: TomcatInstance): { name: string; path: string }[] {
  const archives = packed.map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1, -'.war'.length), path }));
  // A parallel version is written behind ##.
  return [...applications, ...archives].map(({ name, path }) => ({ name: name.replace(/##.*/, ''), path }));
}
