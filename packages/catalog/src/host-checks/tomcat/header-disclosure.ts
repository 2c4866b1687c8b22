// Tomcat tells no version of itself in headers and error pages (KISA 2026 WEB-16, 2021 U-71).
// Source: config/http (server, xpoweredBy) and config/valve (ErrorReportValve, showServerInfo built-in true) of Apache Tomcat 7.0.109, 8.5.100, 9.0.98.
import type { Proof } from '@bongsu/core';
import {
  classOf,
  fail,
  hostCheck,
  isOpenValue,
  manual,
  pass,
  switchParameter,
  text,
  tomcatBuiltIns,
  tomcatFlag,
} from '@bongsu/core';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { declaredServlets, servletClass } from '../../criteria/tomcat-web.ts';
import { connectorsOf, hostsOf, valvesOf } from '../../criteria/tomcat-server.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

interface Told {
  /** Null: not known here. */
  readonly tells: boolean | null;
  readonly proof: Proof;
}

/** A product with a number, or Tomcat's own names. */
const revealing = /\d\.\d|tomcat|coyote|catalina|\bjboss/i;

export const headerDisclosure = hostCheck({
  id: 'tomcat.header-disclosure',
  title: text('Tomcat 웹 서비스 헤더 정보 노출 제한', 'Tomcat tells no version of itself'),
  why: text(
    '버전이 알려지면 그 버전의 취약점을 바로 시도할 수 있습니다.',
    'A known version is tried with its known holes at once.',
  ),
  importance: 'medium',
  expects: text(
    'Server·X-Powered-By 헤더와 오류 페이지에 제품·버전이 나타나지 않음',
    'no product and version in the headers Server and X-Powered-By and on error pages',
  ),
  remedy: text(
    'Connector에 server="server"처럼 의미 없는 값을 두고, xpoweredBy를 지우고, Host에 ErrorReportValve(showServerInfo="false" showReport="false")를 둡니다.',
    'Give the connectors a server attribute that says nothing, remove xpoweredBy, and put an ErrorReportValve with showServerInfo="false" showReport="false" into each Host.',
  ),
  fix: {
    any: [
      'vi "$CATALINA_BASE/conf/server.xml"   # <Connector ... server="server"/>',
      'vi "$CATALINA_BASE/conf/server.xml"   # <Valve className="org.apache.catalina.valves.ErrorReportValve" showReport="false" showServerInfo="false"/>',
    ],
  },
  question: text(
    '실제 응답 헤더와 오류 페이지(curl -i)에 제품이나 버전이 나타납니까?',
    'Do the headers and error pages as served (curl -i) show a product or version?',
  ),
  parameters: {
    errorPages: switchParameter(
      text('기본 오류 페이지의 버전 표시도 노출로 봄', 'count the version on stock error pages'),
      true,
    ),
  },
  needs: { tomcat: tomcatWith('server', 'web') },
  judge({ tomcat }, _host, { errorPages }) {
    return judgeTomcat(tomcat, (instance) => {
      const told = [...headers(instance), ...poweredBy(instance), ...(errorPages ? reports(instance) : [])];
      const open = told.filter(({ tells }) => tells === true);
      if (open.length > 0)
        return fail(
          text('제품이나 버전이 노출됨', 'a product or version is told'),
          open.map(({ proof }) => proof).slice(0, proofsMax),
        );
      const evidence = told.map(({ proof }) => proof).slice(0, proofsMax);
      return told.some(({ tells }) => tells === null)
        ? manual(text('노출 여부를 모두 알 수 없음', 'what is told is not known everywhere'), evidence)
        : pass(
            text('제품과 버전이 노출되지 않음', 'no product or version is told'),
            evidence.length > 0 ? evidence : [{ source: instance.serverPath, found: 'no Connector' }],
          );
    });
  },
});

function headers(instance: TomcatInstance): Told[] {
  const { version } = instance;
  const { serverHeader } = tomcatBuiltIns(version?.value ?? '');
  // Over AJP the server in front writes the header.
  return connectorsOf(instance)
    .filter(({ ajp }) => !ajp)
    .map(({ element, source, name }) => {
      const value = element.attributes.get('server') ?? '';
      const expected = 'no product or version';
      if (isOpenValue(value))
        return { tells: null, proof: { source, found: `Connector ${name}: server=${value}`, expected } };
      if (value.trim() !== '')
        return {
          tells: revealing.test(value),
          proof: { source, found: `Connector ${name}: server="${value}"`, expected },
        };
      const shown = version === null ? 'built-in of an unknown version' : (serverHeader ?? 'none since 8.5');
      return {
        tells: version === null ? null : serverHeader !== null,
        proof: { source, found: `Connector ${name}: server absent (Server: ${shown})`, expected },
      };
    });
}

function poweredBy(instance: TomcatInstance): Told[] {
  const connectors = connectorsOf(instance).flatMap(({ element, source, name }) => {
    const value = element.attributes.get('xpoweredBy');
    return value === undefined
      ? []
      : [
          {
            tells: tomcatFlag(value, false),
            proof: { source, found: `Connector ${name}: xpoweredBy=${value}`, expected: 'false' },
          },
        ];
  });
  const pages = declaredServlets(instance).flatMap(({ servlet }) => {
    const value = servlet.parameters.get('xpoweredBy');
    if (servletClass(servlet) !== 'JspServlet' || !value) return [];
    return [
      {
        tells: tomcatFlag(value.value, false),
        proof: { source: value.source, found: `${servlet.name}: xpoweredBy ${value.value}`, expected: 'false' },
      },
    ];
  });
  return [...connectors, ...pages];
}

/** Where no host says otherwise, an error page ends with the version; unless what it says of itself was overridden. */
function reports(instance: TomcatInstance): Told[] {
  const { serverInfo } = instance;
  return hostsOf(instance).map((host) => {
    const { source, name } = host;
    const valve = valvesOf(host).find((one) => classOf(one).endsWith('ErrorReportValve'));
    const value = valve?.attributes.get('showServerInfo');
    const tells = tomcatFlag(value, true);
    const found = `Host ${name}: showServerInfo ${value ?? 'absent (built-in true)'}`;
    if (serverInfo && !revealing.test(serverInfo.value))
      return {
        tells: false,
        proof: { source: serverInfo.source, found: `${found}, but server.info="${serverInfo.value}"` },
      };
    return { tells, proof: { source: valve?.source ?? source, found, expected: 'false' } };
  });
}
