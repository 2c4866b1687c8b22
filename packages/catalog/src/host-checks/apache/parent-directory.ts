// Requests reach no folder above what is meant to be served (KISA 2026 WEB-06, 2021 U-37).
import type { ApacheServer, Judgement, Proof } from '@bongsu/core';
import { apacheAllowOverride, apacheLayers, fail, hostCheck, pass, switchParameter, text } from '@bongsu/core';
import { apacheAccess } from '../../criteria/apache-access.ts';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { documentRoot } from '../../criteria/apache-routes.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

export const parentDirectory = hostCheck({
  id: 'apache.parent-directory',
  title: text('Apache 상위 디렉터리 접근 제한', 'Apache: no access to parent directories'),
  why: text(
    '상위 디렉터리로 올라갈 수 있으면 웹 경로 밖의 파일까지 읽힙니다.',
    'Whoever climbs above the documents reads files that nobody meant to serve.',
  ),
  importance: 'high',
  expects: text(
    '문서 디렉터리에 AllowOverride AuthConfig(또는 All)나 Require 제한이 있음(가이드의 기준)',
    "the document folders have AllowOverride AuthConfig (or All), or are limited by Require: the guide's letter",
  ),
  remedy: text(
    '가이드는 AllowOverride AuthConfig와 .htaccess 인증을 요구합니다. 실제 방어는 <Directory />의 Require all denied와 문서 디렉터리별 허용이며, 이를 기준으로 보려면 매개변수 authOverride를 끕니다.',
    'The guide asks for AllowOverride AuthConfig and authentication in .htaccess. What protects is Require all denied in <Directory /> and a grant for each folder: switch the parameter authOverride off to judge by that.',
  ),
  fix: {
    any: [
      '# in the <Directory> of the documents: AllowOverride AuthConfig',
      '# in <Directory />: AllowOverride None and Require all denied',
    ],
  },
  question: text(
    '문서 디렉터리에 인증이나 접근 제한이 필요합니까?',
    'Do the document folders need authentication or another limit?',
  ),
  parameters: {
    authOverride: switchParameter(
      text(
        '가이드의 글자대로 AllowOverride AuthConfig를 요구',
        "ask for AllowOverride AuthConfig, to the guide's letter",
      ),
      true,
    ),
  },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'ubuntu', 'debian'],
      values: { authOverride: false },
      why: text(
        'httpd 문서와 배포판은 AllowOverride None을 권고하고 기본으로 두며(httpd 2.4 Security Tips, "Protect System Settings"), 상위 경로는 <Directory />의 Require all denied로 막습니다.',
        'httpd recommends AllowOverride None (Security Tips, "Protect System Settings") and the distributions ship it; parents are closed by Require all denied in <Directory />',
      ),
    },
  ],
  needs: { services, apache },
  judge({ services: seen, apache: found }, _host, { authOverride }) {
    return judgeApache(seen, found, (instance) => {
      const judged = instance.servers.map((server) => judgeServer(instance, server, authOverride));
      return worstOf(judged) ?? pass(text('서비스하는 문서 디렉터리가 없음', 'no folder of documents is served'), []);
    });
  },
});

function judgeServer(instance: ApacheInstance, server: ApacheServer, authOverride: boolean): Judgement {
  const roots = documentRoot(instance, server);
  const whole = roots.find(({ path }) => path === '/');
  if (whole)
    return fail(text(`${server.name}의 DocumentRoot가 /임`, `the DocumentRoot of ${server.name} is /`), [
      { source: whole.source, found: 'DocumentRoot /', expected: 'a folder of its own' },
    ]);
  if (!authOverride) return judgeClosed(server);
  const open: Proof[] = [];
  const proofs = roots.map(({ path }): Proof => {
    const layers = apacheLayers(server, path);
    const override = apacheAllowOverride(layers, instance.version);
    const access = apacheAccess(layers);
    const limited = access !== null && access.kind !== 'everybody';
    const proof = {
      source: limited ? access.source : override.source === 'built-in' ? instance.name : override.source,
      found: `${server.name}: ${path}: AllowOverride ${override.classes.join(' ') || 'none'}, ${access?.said ?? 'no Require'}`,
      expected: 'AllowOverride AuthConfig or All, or a limiting Require',
    };
    if (!limited && !override.classes.some((one) => one === 'all' || one === 'authconfig')) open.push(proof);
    return proof;
  });
  if (open.length > 0)
    return fail(
      text(
        `${server.name}의 문서 디렉터리에 상위 접근 제한(AllowOverride AuthConfig)이 없음`,
        `the documents of ${server.name} have neither AllowOverride AuthConfig nor a limit`,
      ),
      faultyFirst(open, proofs),
    );
  return pass(
    text('문서 디렉터리의 접근이 제한됨', 'the document folders are limited'),
    proofs.length > 0
      ? proofs
      : [{ source: server.source || instance.name, found: `${server.name} serves no documents of its own` }],
  );
}

/** What httpd itself advises: the whole file system closed, and folders opened one by one. */
function judgeClosed(server: ApacheServer): Judgement {
  const access = apacheAccess(apacheLayers(server, '/'));
  const proof: Proof = {
    source: access?.source ?? (server.source || '<Directory />'),
    found: `${server.name}: <Directory />: ${access?.said ?? 'no Require'}`,
    expected: 'Require all denied',
  };
  return access?.kind === 'nobody'
    ? pass(text('파일 시스템 전체가 기본으로 닫혀 있음', 'the file system is closed by default'), [proof])
    : fail(text(`${server.name}: <Directory />가 닫혀 있지 않음`, `${server.name}: <Directory /> is not closed`), [
        proof,
      ]);
}
