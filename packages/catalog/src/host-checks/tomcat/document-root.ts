// Tomcat serves from a folder of its own, and not from the default of the installation or a folder of the system (KISA 2026 WEB-11, 2021 U-41).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { placeOf } from '../../criteria/tomcat-accounts.ts';
import { judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import { hostsOf } from '../../criteria/tomcat-server.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

/** Folders that hold the system or everything of it: no web path. */
const system =
  /^\/(?:|etc|usr|usr\/(?:bin|sbin|lib|lib64|local|share)|bin|sbin|lib|lib64|boot|dev|proc|sys|root|home|var|var\/(?:log|lib|spool)|tmp|opt)$/;

export const documentRoot = hostCheck({
  id: 'tomcat.document-root',
  title: text('Tomcat 웹 서비스 경로 설정', 'A web path of its own for Tomcat'),
  why: text(
    '기본 경로나 시스템 경로에서 서비스하면 설치 파일과 다른 업무의 파일이 함께 드러납니다.',
    'Serving from the default or a system folder mixes the site with the installation and with files of others.',
  ),
  importance: 'medium',
  expects: text(
    'appBase와 docBase가 기본 경로(webapps)나 시스템 경로가 아님',
    'appBase and docBase are neither the default (webapps) nor a system folder',
  ),
  remedy: text(
    'server.xml Host의 appBase(또는 Context의 docBase)를 별도 경로로 바꾸고 애플리케이션을 옮깁니다.',
    'Point appBase of the Host, or docBase of the Context, in server.xml to a folder of its own, and move the applications there.',
  ),
  fix: {
    any: ['grep -n -e appBase -e docBase "$CATALINA_BASE/conf/server.xml"', 'vi "$CATALINA_BASE/conf/server.xml"'],
  },
  question: text(
    '시스템 속성으로 정해진 웹 경로가 다른 업무와 분리된 경로입니까?',
    'Is the web path that a system property names apart from everything else?',
  ),
  needs: { tomcat: tomcatWith('server', 'web', 'contexts') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, judgeRoots);
  },
});

function judgeRoots(instance: TomcatInstance): Judgement {
  const hosts = hostsOf(instance).map((host) => {
    const path = placeOf(host.appBase, instance);
    const entries = instance.appBases.find((one) => one.path === path)?.entries ?? [];
    const served = entries
      .filter(({ type, path: entry }) => type === 'dir' || entry.endsWith('.war'))
      .map((entry) => entry.path.split('/').at(-1));
    const proof: Proof = {
      source: host.source,
      found: `Host ${host.name}: appBase=${host.appBase} (${path ?? 'by a property'}), serves ${served.slice(0, 10).join(', ') || 'nothing'}`,
      expected: 'a folder of its own',
    };
    return { path, served: served.length > 0, proof };
  });
  const documents = instance.docBases.map(({ written, path }) => ({
    path: path as string | null,
    served: true,
    proof: { source: path, found: `docBase=${written}`, expected: 'a folder of its own' },
  }));
  const all = [...hosts, ...documents];
  const evidence = all.map(({ proof }) => proof);
  const defaults = [
    instance.base,
    `${instance.base}/webapps`,
    ...(instance.home === '' ? [] : [instance.home, `${instance.home}/webapps`]),
  ];
  const bad = all.filter(
    ({ path, served }) => path !== null && served && (defaults.includes(path) || system.test(path)),
  );
  if (bad.length > 0)
    return fail(
      text(
        `기본 경로나 시스템 경로에서 서비스함: ${bad.map(({ path }) => path).join(', ')}`,
        `it serves from the default or a system folder: ${bad.map(({ path }) => path).join(', ')}`,
      ),
      evidence,
    );
  if (all.some(({ path }) => path === null))
    return manual(text('웹 경로를 시스템 속성이 정함', 'a system property names the web path'), evidence);
  return pass(
    text('기본 경로가 아닌 별도 경로에서 서비스함', 'it serves from a folder of its own, or nothing'),
    evidence.length > 0 ? evidence : [{ source: instance.serverPath, found: 'no Host' }],
  );
}
