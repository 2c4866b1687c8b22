// Request bodies have a size limit in nginx (KISA 2026 WEB-08, 2021 U-40): client_max_body_size is not 0; unset it is 1 MB.
// What is downloaded has no such directive. Source of the built-in: ngx_http_core_module.
import type { NginxPlace, NginxServer } from '@bongsu/core';
import { fail, hostCheck, nginxPlaceName, nginxSetting, numberParameter, pass, text } from '@bongsu/core';
import { hasContent, reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxQuestion, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginx } from '../../probes/nginx.ts';

const directive = 'client_max_body_size';

export const sizeLimit = hostCheck({
  id: 'nginx.size-limit',
  title: text('Nginx 파일 업로드 용량 제한', 'nginx: limit of request sizes'),
  why: text(
    '크기 제한이 없으면 큰 업로드로 디스크와 대역폭을 소진시킬 수 있습니다.',
    'Without a limit, large uploads fill the disk and the line.',
  ),
  importance: 'low',
  expects: text('모든 위치에 요청 본문 크기 제한이 있음', 'every place limits the size of a request'),
  remedy: text(
    'client_max_body_size 0을 필요한 크기(예: 5m)로 바꿉니다.',
    'Set client_max_body_size to what is needed, such as 5m, instead of 0.',
  ),
  fix: { any: [`grep -rnE '^[[:space:]]*${directive}' /etc/nginx`, nginxReload] },
  parameters: {
    megabytesMax: numberParameter(
      text(
        '허용할 가장 큰 제한(MB). 0이면 제한이 있기만 하면 됨',
        'largest limit that will do, in MB; 0: any limit will',
      ),
      0,
      { min: 0, max: 1048576 },
    ),
  },
  question: nginxQuestion,
  needs: { nginx },
  judge({ nginx: seen }, _host, { megabytesMax }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, (server) => judgeSize(server, megabytesMax)));
  },
});

function judgeSize(server: NginxServer, megabytesMax: number): ReturnType<typeof pass> {
  const [whole] = server.places;
  const places = reached(server).filter((place) => hasContent(place));
  const proof = (place: NginxPlace) => {
    const setting = nginxSetting(place, directive).at(-1);
    return {
      source: setting?.source ?? place.directive.source,
      found: `${nginxPlaceName(server, place)}: ${directive} ${setting?.args[0] ?? 'unset (1m)'}`,
      expected: megabytesMax === 0 ? 'a limit' : `at most ${megabytesMax}m`,
    };
  };
  const limit = megabytesMax === 0 ? Number.POSITIVE_INFINITY : megabytesMax * 1048576;
  const open = places.filter((place) => {
    const bytes = bytesOf(nginxSetting(place, directive).at(-1)?.args[0] ?? '1m');
    return bytes === 0 || bytes > limit;
  });
  if (open.length === 0)
    return pass(
      text('요청 본문 크기가 제한됨', 'the size of requests is limited'),
      (places.length > 0 ? places : [whole]).map(proof),
    );
  const names = named(open.map((place) => nginxPlaceName(server, place)));
  return fail(
    text(
      `요청 본문 크기가 제한되지 않거나 너무 큼: ${names}`,
      `the size of requests has no limit, or too large a one: ${names}`,
    ),
    open.map(proof),
  );
}

/** `0`, `512k`, `5m`, `1g`; what nginx would not take counts as no limit. */
function bytesOf(said: string): number {
  const number = Number(said.replace(/[kmg]$/i, ''));
  return number > 0 ? number * (units.get(said.slice(-1).toLowerCase()) ?? 1) : 0;
}

const units: ReadonlyMap<string, number> = new Map([
  ['k', 1024],
  ['m', 1048576],
  ['g', 1073741824],
]);
