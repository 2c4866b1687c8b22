// What conf/web.xml and the applications' web.xml declare together: servlets with every mapping that reaches them.
import type { Proof, WebApp, WebServlet } from '@bongsu/core';
import type { TomcatInstance } from '../probes/tomcat/instance.ts';

export interface DeclaredServlet {
  readonly servlet: WebServlet;
  /** True in conf/web.xml, whose servlets every application has. */
  readonly everywhere: boolean;
  /** Patterns of its own file, and for a servlet of conf/web.xml those by which applications map it. */
  readonly patterns: readonly string[];
}

/** Applications that come with Tomcat. */
export const ofInstallation: ReadonlySet<string> = new Set(['ROOT', 'docs', 'examples', 'manager', 'host-manager']);

/** Every web.xml that was read, conf/web.xml first. */
export function webFiles({ defaults, applications }: TomcatInstance): WebApp[] {
  return [...(defaults ? [defaults] : []), ...applications.flatMap(({ descriptors }) => descriptors)];
}

/** Every servlet that is declared and not disabled. */
export function declaredServlets(instance: TomcatInstance): DeclaredServlet[] {
  const all = webFiles(instance);
  return all.flatMap((file) => {
    const everywhere = file === instance.defaults;
    return file.servlets
      .filter(({ enabled }) => enabled)
      .map((servlet) => ({
        servlet,
        everywhere,
        patterns: everywhere
          ? all.flatMap(({ mappings }) =>
              mappings.filter((mapping) => mapping.servlet === servlet.name).flatMap(({ patterns }) => patterns),
            )
          : servlet.patterns,
      }));
  });
}

/** The last part of a servlet's class: `DefaultServlet`. */
export function servletClass({ className }: WebServlet): string {
  return className.replace(/.*\./, '');
}

export function servletProof({ servlet, patterns }: DeclaredServlet, expected?: string): Proof {
  const mapped = patterns.length > 0 ? `mapped to ${patterns.slice(0, 5).join(' ')}` : 'not mapped';
  return {
    source: servlet.source,
    found: `${servlet.name} (${servlet.className}) ${mapped}`,
    ...(expected === undefined ? {} : { expected }),
  };
}

const packedMax = 20;

/** Archives that were not unpacked, as evidence that their web.xml was not seen. */
export function packedProofs({ packed }: TomcatInstance): Proof[] {
  return packed
    .slice(0, packedMax)
    .map((path) => ({ source: path, found: 'not unpacked: its web.xml and context.xml were not seen' }));
}
