// Tomcat has its security fixes (KISA 2026 WEB-25). A package is judged by the package manager; what was unpacked by hand is for a person, unless its branch is no longer mended.
import type { Host, Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, text, tomcatBuiltIns } from '@bongsu/core';
import { judgePatched } from '../../criteria/patched-package.ts';
import { judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import type { PackageUpdates } from '../../probes/package-updates.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcat as tomcatProbe } from '../../probes/tomcat.ts';

const packages = /^(?:lib)?tomcat[0-9.]*(?:-|$)/;

export const patches = hostCheck({
  id: 'tomcat.patches',
  title: text('Tomcat 주기적 보안 패치 및 벤더 권고사항 적용', 'Tomcat has its security fixes'),
  why: text(
    '알려진 취약점이 남은 Tomcat은 원격에서 장악될 수 있습니다.',
    'A Tomcat with known holes can be taken over from outside.',
  ),
  importance: 'high',
  expects: text('지원되는 버전이고 최신 보안 패치가 적용됨', 'a supported version with the latest security fixes'),
  remedy: text(
    '패키지는 업데이트하고, 직접 설치한 Tomcat은 같은 계열의 최신 버전으로 바꿉니다. 지원이 끝난 계열(5·6·7·8·10.0)은 9, 10.1, 11로 올립니다.',
    'Update the package; replace a Tomcat unpacked by hand by the newest of its branch; move from branches out of support (up to 8.5, and 10.0) to 9, 10.1 or 11.',
  ),
  fix: {
    debian: ['apt-get update', 'apt-get install --only-upgrade tomcat10'],
    rhel: ['dnf update tomcat'],
    any: ['"$CATALINA_HOME/bin/version.sh"'],
  },
  question: text(
    '이 버전이 해당 계열의 최신 보안 패치를 포함하고, 패치를 주기적으로 검토·적용하고 있습니까?',
    'Does this version hold the latest security fixes of its branch, and are fixes reviewed and applied regularly?',
  ),
  needs: { tomcat: tomcatProbe, updates: packageUpdates },
  judge({ tomcat, updates }, host) {
    return judgeTomcat(tomcat, (instance) => judgeVersion(instance, updates, host));
  },
});

function judgeVersion(instance: TomcatInstance, updates: PackageUpdates, host: Host): Judgement {
  const { version, home, base } = instance;
  const evidence: Proof[] = version
    ? [{ source: version.source, found: `Tomcat ${version.value}` }]
    : [{ source: home || base, found: 'no version found' }];
  // Distributions install there and nowhere else, and carry fixes back under an old number.
  if (/^\/usr\/share\/tomcat[0-9.]*$/.test(home)) return judgePatched(updates, packages, evidence, host);
  const { endOfLife } = tomcatBuiltIns(version?.value ?? '');
  if (version && endOfLife !== null)
    return fail(
      text(
        `Tomcat ${version.value}은 지원이 끝난 계열임(${endOfLife})`,
        `Tomcat ${version.value} is of a branch out of support since ${endOfLife}`,
      ),
      [
        ...evidence,
        {
          source: 'tomcat.apache.org, Which version',
          found: `end of life ${endOfLife}`,
          expected: '9.0, 10.1 or 11.0',
        },
      ],
    );
  return manual(
    version
      ? text(
          `패키지가 아닌 Tomcat ${version.value}: 최신 보안 패치 여부 확인 필요`,
          `Tomcat ${version.value} is no package: are the latest security fixes in?`,
        )
      : text(
          '버전을 알 수 없음: 최신 보안 패치 여부 확인 필요',
          'the version is not known: are the latest security fixes in?',
        ),
    evidence,
  );
}
