// Where links are followed: allowLinking of every context that is configured, of Tomcat 7 on Context and of later ones on Resources.
// Source: config/context of Tomcat 7.0.109 and config/resources of 8.5.100 and later; built-in false.
import type { Proof, XmlElement } from '@bongsu/core';
import { tomcatFlag } from '@bongsu/core';
import type { TomcatInstance } from '../probes/tomcat/instance.ts';

export interface TomcatLinking {
  /** Null: a property of the JVM decides. */
  readonly allowed: boolean | null;
  readonly proof: Proof;
}

/** Evidence is read by people: no more than this. */
const contextsMax = 30;

/** Every context element that was read. */
export function contextElements({ server, contexts }: TomcatInstance): XmlElement[] {
  return [
    ...[server].flatMap((one) => one?.hosts ?? []).flatMap((host) => host.contexts),
    ...contexts.map(({ element }) => element),
  ];
}

/** Each place that speaks of links; the guide's sample reads allowLinking on Context, whatever the version makes of it. */
export function tomcatLinking(instance: TomcatInstance): TomcatLinking[] {
  return contextElements(instance)
    .flatMap((context) => [context, ...context.children.filter(({ name }) => name === 'Resources')])
    .flatMap((element) => {
      const value = element.attributes.get('allowLinking');
      if (value === undefined) return [];
      const proof = {
        source: element.source,
        found: `${element.name} allowLinking=${value}`,
        expected: 'false or absent',
      };
      return [{ allowed: tomcatFlag(value, false), proof }];
    });
}

/** What was looked at where no place speaks of it. */
export function contextProofs(instance: TomcatInstance): Proof[] {
  return contextElements(instance)
    .slice(0, contextsMax)
    .map(({ source, name }) => ({ source, found: `${name} without allowLinking (built-in false)` }));
}
