// Whom Tomcat's realms let in: the users of the files that a realm reads, and the realms whose accounts are kept elsewhere.
// Source: realm-howto and config/realm of Apache Tomcat 9.0.98; a realm reads conf/tomcat-users.xml where it names no file.
import type { Proof, TomcatUser, XmlElement } from '@bongsu/core';
import { classOf, isOpenValue, withinElement } from '@bongsu/core';
import type { TomcatInstance } from '../probes/tomcat/instance.ts';
import { documentsOf } from './tomcat-server.ts';

export interface TomcatAccounts {
  readonly users: readonly TomcatUser[];
  /** Files that realms read, as evidence. */
  readonly files: readonly Proof[];
  /** Realms that ask a directory, a database or a login module. */
  readonly elsewhere: readonly Proof[];
}

export function tomcatAccounts(instance: TomcatInstance): TomcatAccounts {
  const within = documentsOf(instance).flatMap(({ element }) => withinElement(element));
  const realms = within.filter(({ name }) => name === 'Realm');
  const resources = within.filter(({ name }) => name === 'Resource');
  const paths = new Set<string>();
  const elsewhere: Proof[] = [];
  const reads = ({ attributes, source }: XmlElement): void => {
    const written = attributes.get('pathname') ?? 'conf/tomcat-users.xml';
    const path = placeOf(written, instance);
    const file = instance.userFiles.find((one) => one.path === path);
    if (file) paths.add(file.path);
    else elsewhere.push({ source, found: `pathname=${written}: not followed` });
  };
  for (const realm of realms) {
    const kind = classOf(realm);
    const resource = resources.find(
      ({ attributes }) => attributes.get('name') === realm.attributes.get('resourceName'),
    );
    if (kind === 'LockOutRealm' || kind === 'CombinedRealm' || kind === 'NullRealm') continue;
    if (kind === 'MemoryRealm') reads(realm);
    else if (
      kind === 'UserDatabaseRealm' &&
      resource?.attributes.get('factory')?.endsWith('.MemoryUserDatabaseFactory')
    )
      reads(resource);
    else
      elsewhere.push({
        source: realm.source,
        found: `${realm.attributes.get('className') ?? 'a realm'}: its accounts are not in a file of Tomcat`,
      });
  }
  const files = instance.userFiles.filter(({ path }) => paths.has(path));
  return {
    users: files.flatMap(({ users }) => users),
    files: files.map(({ path, file, users }) => ({
      source: path,
      found: file?.state === 'present' ? `${users.length} users` : 'not there: nobody can log in',
    })),
    elsewhere,
  };
}

/** An absolute path of a value of the configuration; null where a property of the JVM decides. */
export function placeOf(written: string, { base, home }: TomcatInstance): string | null {
  const path = written
    .replace('${catalina.base}', base)
    .replace('${catalina.home}', home)
    .replace(/^file:(?=\/)/, '');
  if (isOpenValue(path)) return null;
  return (path.startsWith('/') ? path : `${base}/${path}`).replace(/(?<=.)\/+$/, '');
}

export function userProof({ name, roles, password, source }: TomcatUser, expected: string): Proof {
  return {
    source,
    found: `user ${name}, roles ${roles.join(', ') || 'none'}, password ${password || 'none'}`,
    expected,
  };
}
