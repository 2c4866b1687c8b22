// Tomcat is set up for a proxy only where one is needed (KISA 2026 WEB-10): proxyName and proxyPort, AJP connectors, servlets that forward.
// Whether a proxy is needed is known to people, so what is there is for a person, and nothing there passes.
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { declaredServlets, packedProofs, servletProof, servletClass } from '../../criteria/tomcat-web.ts';
import { connectorsOf } from '../../criteria/tomcat-server.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const proxy = hostCheck({
  id: 'tomcat.proxy',
  title: text('Tomcat 불필요한 프록시 설정 제한', 'No needless proxy settings in Tomcat'),
  why: text(
    '쓰지 않는 프록시 설정이나 AJP는 내부로 요청을 보내는 통로가 됩니다.',
    'A proxy setting or an AJP connector that nobody uses is a way in for requests.',
  ),
  importance: 'high',
  expects: text('불필요한 프록시 설정이 없음', 'no proxy setting that is not needed'),
  remedy: text(
    'server.xml에서 쓰지 않는 proxyName, proxyPort, AJP Connector를 지우고, web.xml에서 쓰지 않는 프록시 서블릿을 지웁니다.',
    'Remove proxyName, proxyPort and AJP connectors that are not used from server.xml, and proxy servlets from web.xml.',
  ),
  fix: {
    any: [
      'grep -n -e proxyName -e proxyPort -e AJP "$CATALINA_BASE/conf/server.xml"',
      'vi "$CATALINA_BASE/conf/server.xml"',
    ],
  },
  question: text(
    '표시된 프록시 설정(proxyName·proxyPort, AJP Connector, 프록시 서블릿)이 모두 운영에 필요합니까?',
    'Are the proxy settings shown (proxyName and proxyPort, AJP connectors, proxy servlets) all needed?',
  ),
  needs: { tomcat: tomcatWith('server', 'web') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const found = [...connectorProxies(instance), ...forwarding(instance)];
      if (found.length > 0 || instance.packed.length > 0)
        return manual(
          found.length > 0
            ? text('프록시 설정이 있음: 필요한지 확인', 'there are proxy settings: are they needed?')
            : text(
                '펼쳐지지 않은 WAR의 프록시 서블릿을 알 수 없음',
                'archives were not looked into: do they forward requests?',
              ),
          [...found.slice(0, proofsMax), ...packedProofs(instance)],
        );
      return pass(
        text('프록시 설정이 없음', 'there is no proxy setting'),
        connectorsOf(instance).map(({ source, name }) => ({
          source,
          found: `Connector ${name} without proxyName and proxyPort`,
        })),
      );
    });
  },
});

function connectorProxies(instance: TomcatInstance): Proof[] {
  return connectorsOf(instance).flatMap(({ element, source, name, ajp }) => {
    const given = ['proxyName', 'proxyPort'].flatMap((key) => {
      const value = element.attributes.get(key);
      return value === undefined || value === '' ? [] : [`${key}=${value}`];
    });
    if (ajp) {
      // Since 7.0.100, 8.5.51 and 9.0.31 it listens to the host itself unless an address is written, and asks for a secret.
      const secret = element.attributes.get('secret') ? 'with a secret' : 'without a secret';
      given.push(`AJP, address ${element.attributes.get('address') ?? 'absent'}, ${secret}`);
    }
    return given.length > 0
      ? [{ source, found: `Connector ${name}: ${given.join(', ')}`, expected: 'needed, or removed' }]
      : [];
  });
}

function forwarding(instance: TomcatInstance): Proof[] {
  return declaredServlets(instance)
    .filter(
      ({ servlet, patterns }) =>
        /proxy/i.test(servletClass(servlet)) && servletClass(servlet) !== 'JMXProxyServlet' && patterns.length > 0,
    )
    .map((declared) => servletProof(declared, 'needed, or removed'));
}
