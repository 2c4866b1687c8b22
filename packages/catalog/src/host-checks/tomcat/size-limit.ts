// Requests and uploads of Tomcat are bounded in size (KISA 2026 WEB-08, 2021 U-40): maxPostSize of the connectors and the multipart limits of the applications.
// Source: config/http of Apache Tomcat 9.0.98 (built-in 2 MiB, negative for no limit); Jakarta Servlet 6.0, 8.2 (multipart-config, absent means no limit).
import type { Proof, WebMultipart } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text, tomcatBuiltIns } from '@bongsu/core';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { packedProofs, webFiles } from '../../criteria/tomcat-web.ts';
import { connectorsOf } from '../../criteria/tomcat-server.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

interface Limit {
  /** Null: a property of the JVM decides. */
  readonly bounded: boolean | null;
  readonly proof: Proof;
}

export const sizeLimit = hostCheck({
  id: 'tomcat.size-limit',
  title: text('Tomcat 파일 업로드 및 다운로드 용량 제한', 'Bounded request and upload sizes in Tomcat'),
  why: text(
    '크기 제한이 없으면 큰 요청 몇 개로 메모리와 디스크가 고갈됩니다.',
    'Without a limit a few large requests use up memory and disk.',
  ),
  importance: 'low',
  expects: text(
    'maxPostSize가 음수가 아니고, multipart-config에 max-file-size나 max-request-size가 있음',
    'maxPostSize is not negative, and every multipart-config has max-file-size or max-request-size',
  ),
  remedy: text(
    'Connector의 maxPostSize와 web.xml multipart-config의 max-file-size, max-request-size를 정합니다.',
    'Set maxPostSize on the connectors, and max-file-size and max-request-size in each multipart-config.',
  ),
  fix: {
    any: [
      'grep -n maxPostSize "$CATALINA_BASE/conf/server.xml"',
      'grep -rn -A4 multipart-config "$CATALINA_BASE"/webapps/*/WEB-INF/web.xml',
    ],
  },
  question: text(
    '애플리케이션이 코드나 시스템 속성으로 정한 업로드 한도가 있습니까?',
    'Do the applications, or a system property, bound the size of uploads?',
  ),
  needs: { tomcat: tomcatWith('server', 'web') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const limits = [
        ...posts(instance),
        ...webFiles(instance)
          .flatMap(({ servlets }) => servlets)
          .flatMap(({ multipart }) => (multipart ? [upload(multipart)] : [])),
      ];
      const open = limits.filter(({ bounded }) => bounded === false);
      if (open.length > 0)
        return fail(
          text('크기 제한이 없는 요청이나 업로드가 있음', 'some requests or uploads have no limit of size'),
          open.map(({ proof }) => proof).slice(0, proofsMax),
        );
      const evidence = [...limits.map(({ proof }) => proof).slice(0, proofsMax), ...packedProofs(instance)];
      if (limits.some(({ bounded }) => bounded === null) || instance.packed.length > 0)
        return manual(text('크기 제한을 모두 알 수 없음', 'not every limit is known'), evidence);
      return pass(
        text('요청과 업로드의 크기가 제한됨', 'requests and uploads are bounded in size'),
        evidence.length > 0 ? evidence : [{ source: instance.serverPath, found: 'no Connector takes requests' }],
      );
    });
  },
});

function posts(instance: TomcatInstance): Limit[] {
  const { version } = instance;
  const { maxPostSizeBytes, postUnlimitedFrom } = tomcatBuiltIns(version?.value ?? '');
  return connectorsOf(instance).map(({ element, source, name }) => {
    const written = element.attributes.get('maxPostSize');
    if (written === undefined)
      return {
        bounded: true,
        proof: { source, found: `Connector ${name}: maxPostSize absent (built-in ${maxPostSizeBytes})` },
      };
    const proof = { source, found: `Connector ${name}: maxPostSize=${written}`, expected: 'not negative' };
    const bytes = /^\s*-?\d{1,15}\s*$/.test(written) ? Number(written) : Number.NaN;
    return { bounded: Number.isNaN(bytes) ? null : bytes > postUnlimitedFrom, proof };
  });
}

function upload({ source, fileBytesMax, requestBytesMax }: WebMultipart): Limit {
  const shown = (bytes: number | null): string => (bytes === null ? 'no limit' : String(bytes));
  return {
    bounded: fileBytesMax !== null || requestBytesMax !== null,
    proof: {
      source,
      found: `multipart-config: max-file-size ${shown(fileBytesMax)}, max-request-size ${shown(requestBytesMax)}`,
      expected: 'a limit',
    },
  };
}
