// Uploads go to a folder of their own that others may not enter (KISA 2026 WEB-24).
// 양호: a separate path for uploads, without a right for ordinary users. Where applications put uploads is known to them; the host shows names and descriptors.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, modeParameter, octal, pass, text } from '@bongsu/core';
import { placeOf } from '../../criteria/tomcat-accounts.ts';
import { beyondLimit, modeProof } from '../../criteria/tomcat-files.ts';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { ofInstallation, webFiles } from '../../criteria/tomcat-web.ts';
import type { TomcatHost, TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const uploadPath = hostCheck({
  id: 'tomcat.upload-path',
  title: text('Tomcat 별도의 업로드 경로 사용 및 권한 설정', 'A separate upload path with rights of its own'),
  why: text(
    '업로드 폴더가 웹 경로 안에 있으면 올린 JSP가 실행될 수 있습니다.',
    'In a folder of uploads within the web path an uploaded JSP may run.',
  ),
  importance: 'medium',
  expects: text(
    '업로드 경로가 웹 경로와 분리되고 권한이 750 이하',
    'uploads are apart from the web path, in a folder within 0750',
  ),
  remedy: text(
    '업로드 경로를 웹 경로 밖의 전용 폴더로 옮기고 chown(실행 계정), chmod 750을 적용합니다.',
    'Move uploads to a folder of their own outside the web path, give it to the account that runs Tomcat, and chmod 750.',
  ),
  fix: {
    any: [
      'install -d -m 750 -o tomcat -g tomcat /srv/uploads',
      'grep -rn -e multipart-config -e upload "$CATALINA_BASE"/webapps/*/WEB-INF/web.xml',
    ],
  },
  question: text(
    '파일 업로드 기능이 있다면 어느 경로에 저장하며, 웹 경로와 분리되어 있고 권한이 제한되어 있습니까?',
    'Where do the applications store uploads, if they take any; is it apart from the web path, with limited rights?',
  ),
  parameters: { limit: modeParameter(text('업로드 폴더 권한의 한도', 'widest mode of a folder of uploads'), 0o750) },
  needs: { tomcat: tomcatWith('web', 'files') },
  judge({ tomcat }, _host, { limit }) {
    return judgeTomcat(tomcat, (instance) => judgeUploads(tomcat, instance, limit));
  },
});

function judgeUploads(host: TomcatHost, instance: TomcatInstance, limit: number): Judgement {
  const inWeb = instance.found.flatMap(({ path, file, link }) =>
    file?.type === 'dir' && /\/(?:[^/]*(?:upload|attach)[^/]*|files?)$/i.test(path) ? [{ file, link }] : [],
  );
  const named = webFiles(instance).flatMap(({ servlets, uploads }) => [
    ...servlets.flatMap(({ name, multipart }) =>
      multipart?.location ? [{ name, value: multipart.location, source: multipart.source }] : [],
    ),
    ...uploads,
  ]);
  const roots = [...instance.appBases.map(({ path }) => path), ...instance.applications.map(({ path }) => path)];
  const within = named.filter(({ value }) => {
    const path = placeOf(value, instance);
    return path !== null && roots.some((root) => path === root || path.startsWith(`${root}/`));
  });
  const evidence: Proof[] = [
    ...inWeb.map(({ file }) => modeProof(host, file, limit)),
    ...named.map(({ name, value, source }) => ({
      source,
      found: `${name}: ${value}`,
      expected: 'outside the web path',
    })),
  ].slice(0, proofsMax);
  const first = inWeb.find(
    ({ file, link }) => !link && (file.mode & 0o002) !== 0 && beyondLimit(host, file, limit),
  )?.file;
  if (within.length > 0)
    return fail(text('업로드 경로가 웹 경로 안에 있음', 'a path for uploads lies within the web path'), evidence);
  if (first)
    return fail(
      text(
        `누구나 쓸 수 있는 업로드 폴더: ${first.path}(${octal(first.mode)})`,
        `anybody may write the folder of uploads ${first.path} (${octal(first.mode)})`,
      ),
      evidence,
    );
  const own = instance.applications.filter(({ name }) => !ofInstallation.has(name));
  if (evidence.length === 0 && own.length === 0 && instance.packed.length === 0)
    return pass(text('업로드를 받는 애플리케이션이 없음', 'no application of its own that could take uploads'), [
      ...instance.appBases.map(({ path }) => ({
        source: path,
        found: 'no application beyond those of the installation',
      })),
      { source: instance.base, found: `${instance.applications.length} applications looked at` },
    ]);
  return manual(
    text('업로드 경로와 권한을 확인해야 함', 'where uploads are stored, and with which rights, is to be confirmed'),
    [...evidence, ...own.slice(0, proofsMax).map(({ path }) => ({ source: path, found: 'an application of its own' }))],
  );
}
