// conf/web.xml maps no scripts beyond what Tomcat ships (KISA 2026 WEB-15). Source of what is stock: conf/web.xml of Tomcat 7.0.109 to 11.0.2 (default, jsp).
// Whether a mapping is needed is known to people; only the invoker, which runs any class by its name, is wrong everywhere.
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import type { DeclaredServlet } from '../../criteria/tomcat-web.ts';
import { declaredServlets, packedProofs, servletClass, servletProof } from '../../criteria/tomcat-web.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const scriptMapping = hostCheck({
  id: 'tomcat.script-mapping',
  title: text('Tomcat 불필요한 스크립트 매핑 제거', 'No needless script mappings in Tomcat'),
  why: text(
    '쓰지 않는 확장자나 경로가 서블릿에 연결되어 있으면 공격에 이용됩니다.',
    'A pattern that leads to a servlet which nobody needs is one more way in.',
  ),
  importance: 'high',
  expects: text(
    'conf/web.xml에 기본(default, jsp) 외의 매핑이 없음',
    'conf/web.xml maps nothing beyond default and jsp',
  ),
  remedy: text(
    'conf/web.xml에서 쓰지 않는 servlet과 servlet-mapping을 지웁니다.',
    'Remove servlets and mappings that are not used from conf/web.xml.',
  ),
  fix: { any: ['grep -n -A3 servlet-mapping "$CATALINA_BASE/conf/web.xml"', 'vi "$CATALINA_BASE/conf/web.xml"'] },
  question: text('표시된 매핑이 모두 서비스에 필요합니까?', 'Are all the mappings shown needed?'),
  needs: { tomcat: tomcatWith('web') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const mapped = declaredServlets(instance).filter(({ patterns }) => patterns.length > 0);
      const invokers = mapped.filter(({ servlet }) => servletClass(servlet) === 'InvokerServlet');
      if (invokers.length > 0)
        return fail(
          text(
            'InvokerServlet이 클래스 이름으로 임의의 서블릿을 실행함',
            'the invoker runs any servlet by the name of its class',
          ),
          invokers.map((declared) => servletProof(declared, 'removed')),
        );
      const strange = mapped.filter((declared) => !isStock(declared));
      const evidence = faultyFirst(strange, mapped)
        .slice(0, proofsMax)
        .map((declared) => servletProof(declared));
      if (strange.length > 0 || instance.packed.length > 0)
        return manual(
          text('기본 외의 매핑이 있음: 필요한지 확인', 'there are mappings beyond the stock: are they needed?'),
          [...evidence, ...packedProofs(instance)],
        );
      return pass(
        text('기본(default, jsp) 매핑만 있음', 'nothing is mapped beyond default and jsp'),
        evidence.length > 0 ? evidence : [{ source: `${instance.base}/conf/web.xml`, found: 'no mapping' }],
      );
    });
  },
});

/** The two of conf/web.xml with their own patterns, and what an application maps to classes and pages of its own by exact paths and folders. */
function isStock({ servlet, everywhere, patterns }: DeclaredServlet): boolean {
  const kind = servletClass(servlet);
  if (everywhere && kind === 'DefaultServlet') return patterns.every((pattern) => pattern === '/');
  if (everywhere && kind === 'JspServlet')
    return patterns.every((pattern) => pattern === '*.jsp' || pattern === '*.jspx');
  return (
    !everywhere &&
    !/^org\.apache\.(?:catalina\.(?:servlets|ssi)|jasper)\./.test(servlet.className) &&
    !patterns.some((pattern) => pattern.startsWith('*.'))
  );
}
