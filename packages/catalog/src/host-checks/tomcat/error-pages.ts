// Errors of Tomcat lead to pages of one's own (KISA 2026 WEB-22): error-page of conf/web.xml or of each application, or files of the ErrorReportValve.
// 양호: error pages are set apart. An application may set them in code (the fact sheet's pitfall), which is for a person.
import type { Judgement, Proof, WebApp, XmlElement } from '@bongsu/core';
import { classOf, fail, hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { hostsOf, valvesOf } from '../../criteria/tomcat-server.ts';
import { webFiles } from '../../criteria/tomcat-web.ts';
import type { TomcatApplication, TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const errorPages = hostCheck({
  id: 'tomcat.error-pages',
  title: text('Tomcat 에러 페이지 관리', 'Error pages of Tomcat'),
  why: text(
    '기본 오류 페이지는 버전과 예외 내용을 드러냅니다.',
    'The stock error page shows the version and the exception.',
  ),
  importance: 'low',
  expects: text('주요 오류에 별도 페이지가 지정됨', 'the main errors have pages of their own'),
  remedy: text(
    'conf/web.xml에 error-code 403, 404, 500과 java.lang.Throwable의 error-page를 지정합니다.',
    'Name error pages in conf/web.xml for the codes 403, 404 and 500 and for java.lang.Throwable.',
  ),
  fix: {
    any: [
      'vi "$CATALINA_BASE/conf/web.xml"   # <error-page><error-code>404</error-code><location>/error.html</location></error-page>',
    ],
  },
  question: text(
    '애플리케이션이 코드에서 자체 오류 페이지를 제공합니까?',
    'Do the applications give error pages of their own from their code?',
  ),
  parameters: {
    codes: listParameter(text('별도 페이지가 있어야 하는 오류 코드', 'codes that need a page of their own'), [
      '403',
      '404',
      '500',
    ]),
  },
  needs: { tomcat: tomcatWith('server', 'web') },
  judge({ tomcat }, _host, { codes }) {
    return judgeTomcat(tomcat, (instance) => judgePages(instance, codes));
  },
});

function judgePages(instance: TomcatInstance, codes: readonly string[]): Judgement {
  const { defaults, applications } = instance;
  const own = webFiles(instance).filter((file) => file === defaults);
  const everywhere = missing(own, codes).filter((code) => !valveCovers(instance, code));
  const proofs = webFiles(instance).flatMap((file) =>
    file.errorPages.map(
      ({ of, location, source }): Proof => ({ source, found: `error-page ${of || 'of every error'} ${location}` }),
    ),
  );
  if (everywhere.length === 0)
    return pass(
      text('오류 페이지가 전체에 지정됨', 'error pages are set for every application'),
      proofs.length > 0
        ? proofs.slice(0, proofsMax)
        : [{ source: instance.serverPath, found: 'ErrorReportValve with files for the codes' }],
    );
  const open = applications
    .map((application) => ({ application, left: missing(application.descriptors, everywhere) }))
    .filter(({ left }) => left.length > 0);
  const evidence: Proof[] = [
    {
      source: `${instance.base}/conf/web.xml`,
      found: `no error-page for ${everywhere.join(', ')}`,
      expected: codes.join(', '),
    },
    ...open.map(({ application, left }) => ({
      source: application.path,
      found: `no error-page for ${left.join(', ')}`,
      expected: codes.join(', '),
    })),
    ...proofs,
  ].slice(0, proofsMax);
  const plain = open.filter(({ application }) => !hasCode(application));
  if (plain.length > 0 || (applications.length === 0 && instance.packed.length === 0))
    return fail(
      text(
        `별도 오류 페이지가 없음: ${
          plain
            .map(({ application }) => application.name)
            .slice(0, 5)
            .join(', ') || 'conf/web.xml'
        }`,
        `no error pages of their own: ${
          plain
            .map(({ application }) => application.name)
            .slice(0, 5)
            .join(', ') || 'conf/web.xml'
        }`,
      ),
      evidence,
    );
  if (open.length > 0 || instance.packed.length > 0)
    return manual(
      text(
        '애플리케이션이 코드로 오류 페이지를 정할 수 있음: 확인 필요',
        'the applications may set error pages in code: do they?',
      ),
      evidence,
    );
  return pass(
    text('모든 애플리케이션에 오류 페이지가 지정됨', 'every application has error pages'),
    proofs.slice(0, proofsMax),
  );
}

/** The codes that no error-page of these files answers. A page without code and exception is for all; an exception ends as 500. */
function missing(files: readonly WebApp[], codes: readonly string[]): string[] {
  const of = new Set(
    files.flatMap(({ errorPages: pages }) => pages.filter(({ location }) => location !== '').map((page) => page.of)),
  );
  if (of.has('')) return [];
  return codes.filter(
    (code) => !of.has(code) && !(code === '500' && (of.has('java.lang.Throwable') || of.has('java.lang.Exception'))),
  );
}

/** errorCode.nnn and errorCode.0 of the ErrorReportValve (config/valve of Tomcat 9.0.98) on every host. */
function valveCovers(instance: TomcatInstance, code: string): boolean {
  const hosts = hostsOf(instance);
  const covers = (valve: XmlElement): boolean =>
    classOf(valve) === 'ErrorReportValve' &&
    (valve.attributes.has(`errorCode.${code}`) || valve.attributes.has('errorCode.0'));
  return hosts.length > 0 && hosts.every((host) => valvesOf(host).some(covers));
}

/** Whether it holds classes of its own: a servlet or filter that is none of Tomcat's, or a WEB-INF without web.xml. */
function hasCode({ descriptors, webInf }: TomcatApplication): boolean {
  if (descriptors.length === 0) return webInf !== undefined && webInf.state === 'present';
  return descriptors.some((file) =>
    [...file.servlets, ...file.filters].some(
      ({ className }) => className !== '' && !className.startsWith('org.apache.'),
    ),
  );
}
