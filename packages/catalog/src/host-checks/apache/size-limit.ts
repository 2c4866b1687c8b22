// Apache httpd bounds the size of what is sent to it (KISA 2026 WEB-08, 2021 U-40).
import type { ApacheNode, ApacheServer, Host, Judgement, Proof } from '@bongsu/core';
import { apacheLast, apacheLayers, fail, hostCheck, manual, numberParameter, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { apachePlaces, ownLayer } from '../../criteria/apache-places.ts';
import { documentRoot, proxiesAll } from '../../criteria/apache-routes.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

/** The built-in since 2.4.54 is 1 GiB, and was no limit before (CVE-2022-29404; mod/core.html, LimitRequestBody). */
const builtInBytes = 1_073_741_824;
const boundedSince = [2, 4, 54];

export const sizeLimit = hostCheck({
  id: 'apache.size-limit',
  title: text('Apache 파일 업로드 용량 제한', 'Apache: a limit on what is sent'),
  why: text(
    '제한이 없으면 큰 요청을 되풀이해 디스크와 메모리를 고갈시킬 수 있습니다.',
    'Without a limit large requests use up disk and memory.',
  ),
  importance: 'low',
  expects: text(
    'LimitRequestBody로 요청 크기가 제한됨(가이드 권고 5MB). 2.4.54부터는 기본값 1GiB',
    'LimitRequestBody bounds requests (the guide advises 5 MB); 1 GiB is built in since 2.4.54',
  ),
  remedy: text(
    'LimitRequestBody 5000000처럼 필요한 최소 크기로 둡니다. 내려받기 크기는 이 설정으로 제한되지 않습니다.',
    'Set LimitRequestBody to the least that is needed, such as 5000000. It does not bound downloads.',
  ),
  fix: {
    debian: [
      "printf 'LimitRequestBody 5000000\\n' > /etc/apache2/conf-available/request-size.conf",
      'a2enconf request-size',
      'apache2ctl -t && systemctl reload apache2',
    ],
    rhel: [
      "printf 'LimitRequestBody 5000000\\n' > /etc/httpd/conf.d/request-size.conf",
      'httpd -t && systemctl reload httpd',
    ],
  },
  question: text(
    '설치된 httpd의 LimitRequestBody 기본값은 얼마입니까(2.4.54 미만이어도 배포판이 1GiB로 고쳤을 수 있음)?',
    'What is the built-in of LimitRequestBody in the httpd installed (a distribution may have brought the 1 GiB of 2.4.54 back)?',
  ),
  parameters: {
    bytesMax: numberParameter(
      text('제한으로 인정하는 가장 큰 요청(바이트)', 'the largest limit that counts as one, in bytes'),
      builtInBytes,
      { min: 1, max: 9_007_199_254_740_991 },
    ),
  },
  needs: { services, apache },
  judge({ services: seen, apache: found }, host, { bytesMax }) {
    return judgeApache(seen, found, (instance) => {
      const servers = instance.servers.map((server) => judgeServer(instance, server, host, bytesMax));
      return (
        worstOf([...servers, ...loosened(instance, found, bytesMax)]) ??
        pass(text('요청을 받지 않음', 'it takes no requests'), [])
      );
    });
  },
});

function judgeServer(instance: ApacheInstance, server: ApacheServer, host: Host, bytesMax: number): Judgement {
  const root = documentRoot(instance, server)[0]?.path ?? '/';
  // What is proxied meets no folder, and so no <Directory>.
  const layers = apacheLayers(server, root).filter(
    ({ label }) => !proxiesAll(server) || !label.startsWith('<directory'),
  );
  const set = apacheLast(layers, 'limitrequestbody');
  if (set) return judgeLimit(set, server.name, bytesMax);
  const unset = (found: string): Proof => ({
    source: server.source || instance.name,
    found: `${server.name}: LimitRequestBody unset, ${found}`,
    expected: `1 to ${bytesMax} bytes`,
  });
  if (isBounded(instance.version))
    return builtInBytes <= bytesMax
      ? pass(text('설정은 없으나 기본값 1GiB로 제한됨', 'nothing is set; 1 GiB is built in'), [
          unset(`1 GiB built into ${instance.version}`),
        ])
      : fail(text('기본값 1GiB가 기준을 넘음', 'the built-in of 1 GiB goes beyond the limit'), [
          unset('1 GiB built in'),
        ]);
  // Distributions bring fixes back under an old number.
  const packaged = instance.program.startsWith('/usr/sbin/') && host.family !== 'other';
  if (instance.version === '' || packaged)
    return manual(
      text(
        'LimitRequestBody가 없음: 설치된 버전의 기본값 확인 필요',
        'LimitRequestBody is unset: what is built into the version installed?',
      ),
      [unset(packaged ? `packaged ${instance.version || 'in an unknown version'}` : 'version unknown')],
    );
  return fail(text('요청 크기 제한이 없음', 'nothing bounds the size of requests'), [
    unset(`no limit built into ${instance.version}`),
  ]);
}

function judgeLimit(node: ApacheNode, where: string, bytesMax: number): Judgement {
  const [value = 'nothing'] = node.words;
  const bytes = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  const proof: Proof = {
    source: node.source,
    found: `${where}: LimitRequestBody ${value}`,
    expected: `1 to ${bytesMax} bytes`,
  };
  return bytes > 0 && bytes <= bytesMax
    ? pass(text('요청 크기가 제한됨', 'the size of requests is bounded'), [proof])
    : fail(
        text(
          bytes === 0 ? '제한이 꺼져 있음(0)' : `제한이 기준을 넘음: ${value}`,
          bytes === 0 ? 'the limit is switched off (0)' : `the limit goes too far: ${value}`,
        ),
        [proof],
      );
}

/** Sections and .htaccess files that lift the limit again. */
function loosened(instance: ApacheInstance, apache: ApacheHost, bytesMax: number): Judgement[] {
  return apachePlaces(instance, apache).flatMap((place) => {
    const own = apacheLast(ownLayer(place), 'limitrequestbody');
    return own ? [judgeLimit(own, place.label, bytesMax)] : [];
  });
}

function isBounded(version: string): boolean {
  const have = version.split('.').map(Number);
  const step = boundedSince.map((wanted, at) => (have[at] ?? 0) - wanted).find((one) => one !== 0) ?? 0;
  return step >= 0;
}
