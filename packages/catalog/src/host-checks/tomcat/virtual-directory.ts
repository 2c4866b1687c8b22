// No path of Tomcat leads to a folder elsewhere without need (KISA 2026 WEB-17): contexts with a docBase of their own, aliases, and resources that are mounted.
// Source: config/context (docBase, aliases) of Apache Tomcat 7.0.109 and config/resources (PreResources, PostResources, JarResources) of 9.0.98.
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text, withinElement } from '@bongsu/core';
import { judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { contextElements } from '../../criteria/tomcat-linking.ts';
import { packedProofs } from '../../criteria/tomcat-web.ts';
import type { TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

/** Folders of the system, and what Tomcat's own samples are installed as. */
const never =
  /^\/(?:|etc|root|home|usr|var|proc|sys|dev|boot|bin|sbin|lib|lib64)\/?$|^\/(?:etc|root|proc|sys|dev|boot)\/|\/(?:docs|examples)\/?$/;

export const virtualDirectory = hostCheck({
  id: 'tomcat.virtual-directory',
  title: text('Tomcat 웹 서비스 가상 디렉터리 삭제', 'No needless virtual directories in Tomcat'),
  why: text(
    '가상 디렉터리는 웹 경로 밖의 폴더를 웹으로 보여 줍니다.',
    'A virtual directory shows a folder outside the web path to everybody.',
  ),
  importance: 'medium',
  expects: text(
    '불필요한 가상 디렉터리(Context docBase, aliases, Resources)가 없음',
    'no virtual directory (docBase, aliases, mounted resources) that is not needed',
  ),
  remedy: text(
    'server.xml과 conf/Catalina/*/*.xml에서 쓰지 않는 Context, aliases, PreResources·PostResources를 지웁니다.',
    'Remove contexts, aliases and mounted resources that are not used from server.xml and conf/Catalina/*/*.xml.',
  ),
  fix: { any: ['grep -rn -e docBase -e aliases -e Resources "$CATALINA_BASE/conf"'] },
  question: text('표시된 가상 디렉터리가 모두 서비스에 필요합니까?', 'Are all the virtual directories shown needed?'),
  needs: { tomcat: tomcatWith('server', 'web', 'contexts') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const found = virtual(instance);
      const wrong = found.filter(({ path }) => never.test(path));
      if (wrong.length > 0)
        return fail(
          text(
            `시스템 폴더나 샘플로 이어지는 가상 디렉터리: ${wrong
              .map(({ path }) => path)
              .slice(0, 5)
              .join(', ')}`,
            `virtual directories that lead to the system or to samples: ${wrong
              .map(({ path }) => path)
              .slice(0, 5)
              .join(', ')}`,
          ),
          wrong.map(({ proof }) => proof).slice(0, proofsMax),
        );
      if (found.length > 0 || instance.packed.length > 0)
        return manual(
          text(
            '가상 디렉터리가 있거나 모두 볼 수 없음: 필요한지 확인',
            'there are virtual directories, or not all could be seen: are they needed?',
          ),
          [...found.map(({ proof }) => proof).slice(0, proofsMax), ...packedProofs(instance)],
        );
      return pass(text('가상 디렉터리가 없음', 'there is no virtual directory'), [
        {
          source: instance.serverPath,
          found: `${contextElements(instance).length} contexts without docBase, aliases and mounted resources`,
        },
      ]);
    });
  },
});

const mounts: ReadonlySet<string> = new Set(['PreResources', 'PostResources', 'JarResources']);

function virtual(instance: TomcatInstance): { path: string; proof: Proof }[] {
  return contextElements(instance).flatMap((context) => {
    const { attributes, source } = context;
    const given = attributes.get('docBase') ?? '';
    const path = instance.docBases.find(({ written }) => written === given)?.path ?? given;
    const inside = instance.appBases.some((base) => path.startsWith(`${base.path}/`));
    const own =
      given !== '' && !inside
        ? [
            {
              path,
              proof: {
                source,
                found: `Context ${attributes.get('path') ?? ''}: docBase=${given}`,
                expected: 'needed, or removed',
              },
            },
          ]
        : [];
    const aliases = (attributes.get('aliases') ?? '').split(',').flatMap((alias) => {
      const target = alias.slice(alias.indexOf('=') + 1).trim();
      return target === ''
        ? []
        : [{ path: target, proof: { source, found: `aliases: ${alias.trim()}`, expected: 'needed, or removed' } }];
    });
    const mounted = withinElement(context).flatMap(({ name, attributes: at, source: place }) => {
      const base = at.get('base');
      if (!base || !mounts.has(name)) return [];
      const found = `${name} base=${base} webAppMount=${at.get('webAppMount') ?? '/'}`;
      return [{ path: base, proof: { source: place, found, expected: 'needed, or removed' } }];
    });
    return [...own, ...aliases, ...mounted];
  });
}
