// The files that hold Tomcat's connections to databases are closed to ordinary users (KISA 2026 WEB-13).
// 양호: ordinary users cannot open the files of database connections. Files of the applications' own cannot be told from others, so they are for a person.
import type { FileRecord, Judgement, XmlElement } from '@bongsu/core';
import { hostCheck, manual, modeParameter, octal, pass, text, withinElement } from '@bongsu/core';
import { beyondLimit, closedAbove, modeProof } from '../../criteria/tomcat-files.ts';
import { failOr, judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { documentsOf } from '../../criteria/tomcat-server.ts';
import { ofInstallation } from '../../criteria/tomcat-web.ts';
import type { TomcatHost, TomcatInstance } from '../../probes/tomcat/instance.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const configExposure = hostCheck({
  id: 'tomcat.config-exposure',
  title: text('Tomcat 설정 파일 노출 제한', 'Database settings of Tomcat are closed to ordinary users'),
  why: text(
    'DB 연결 파일을 읽으면 DB 계정과 비밀번호를 얻습니다.',
    'Whoever reads the file of a database connection has its account and password.',
  ),
  importance: 'high',
  expects: text(
    'DB 연결 설정이 있는 파일에 일반 사용자 권한이 없음',
    'no right for others on files that hold database connections',
  ),
  remedy: text(
    'DB 연결이 있는 server.xml, context.xml의 권한을 640 이하로 바꿉니다.',
    'Take the rights of others from server.xml and context.xml that hold database connections (640 or less).',
  ),
  fix: { any: ['chmod 640 "$CATALINA_BASE/conf/context.xml" "$CATALINA_BASE/conf/server.xml"'] },
  question: text(
    '애플리케이션의 DB 설정 파일(WEB-INF/classes의 properties, yml 등)을 일반 사용자가 읽을 수 없습니까?',
    'Are the database settings of the applications themselves (properties and the like in WEB-INF/classes) closed to ordinary users?',
  ),
  parameters: {
    limit: modeParameter(text('DB 연결 파일 권한의 한도', 'widest mode of a file with a database connection'), 0o640),
  },
  needs: { tomcat: tomcatWith('server', 'web', 'contexts') },
  judge({ tomcat }, _host, { limit }) {
    return judgeTomcat(tomcat, (instance) => judgeFiles(tomcat, instance, limit));
  },
});

function judgeFiles(host: TomcatHost, instance: TomcatInstance, limit: number): Judgement {
  const documents = documentsOf(instance);
  const holding = documents.flatMap(({ path, element }) => {
    const connections = withinElement(element).filter(isConnection);
    const file = host.modes.files.find((one) => one.path === path);
    return connections.length > 0 && file ? [{ file, connections }] : [];
  });
  const open = holding.filter(({ file }) => beyondLimit(host, file, limit) && !closedAbove(host, instance, file.path));
  const proof = ({ file, connections }: { file: FileRecord; connections: readonly XmlElement[] }) => {
    const closed = closedAbove(host, instance, file.path);
    return {
      ...modeProof(host, file, limit),
      found: `${modeProof(host, file, limit).found}; database connection at ${connections
        .map(({ source }) => source)
        .slice(0, 5)
        .join(', ')}${closed ? `; closed by ${closed.path} ${octal(closed.mode)}` : ''}`,
    };
  };
  return failOr(
    open.map(proof),
    text(
      `일반 사용자가 볼 수 있는 DB 연결 파일: ${open.map(({ file }) => file.path).join(', ')}`,
      `files with database connections are open beyond the limit: ${open.map(({ file }) => file.path).join(', ')}`,
    ),
    () => {
      const evidence = [
        ...holding.map(proof),
        ...documents
          .slice(0, proofsMax)
          .map(({ path }) => ({ source: path, found: 'looked at for database connections' })),
      ];
      // What comes with Tomcat has no database.
      const own = instance.applications.filter(
        ({ name, webInf }) => webInf !== undefined && webInf.state === 'present' && !ofInstallation.has(name),
      );
      const unseen = [...own.map(({ path }) => path), ...instance.packed];
      if (unseen.length > 0)
        return manual(
          text(
            '애플리케이션이 자체 DB 설정 파일을 가질 수 있음: 권한 확인 필요',
            'applications may keep database settings of their own: are they closed?',
          ),
          [
            ...unseen.slice(0, proofsMax).map((path) => ({ source: path, found: 'an application of its own' })),
            ...evidence,
          ],
        );
      return pass(
        holding.length > 0
          ? text('DB 연결 파일이 일반 사용자에게 닫혀 있음', 'files with database connections are closed to others')
          : text('Tomcat 설정에 DB 연결이 없음', "Tomcat's configuration holds no database connection"),
        evidence,
      );
    },
  );
}

/** A resource with an address or a password, or a realm that asks a database. */
function isConnection({ name, attributes }: XmlElement): boolean {
  const has = (key: string): boolean => (attributes.get(key) ?? '') !== '';
  return (
    (name === 'Resource' && (has('url') || has('password') || has('driverClassName'))) ||
    (name === 'Realm' && (has('connectionPassword') || has('driverName')))
  );
}
