// Deployment descriptors: servlets with their parameters and patterns, filters, error pages and constraints of web.xml, and Tomcat's users.
// Source: Jakarta Servlet 6.0, chapter 14; Apache Tomcat 9.0.98, conf/web.xml and realm-howto.
import type { XmlElement } from './xml.ts';
import { childrenOf, childText, withinElement } from './xml.ts';

export interface WebServlet {
  readonly name: string;
  readonly className: string;
  readonly source: string;
  readonly enabled: boolean;
  /** The first of a repeated name holds (Tomcat's ServletDef). */
  readonly parameters: ReadonlyMap<string, { readonly value: string; readonly source: string }>;
  /** Of the mappings in the same file. */
  readonly patterns: readonly string[];
  readonly multipart: WebMultipart | null;
}

/** Limits of uploads; null where unset, which means no limit (MultipartConfigElement). */
export interface WebMultipart {
  readonly source: string;
  readonly location: string | null;
  readonly fileBytesMax: number | null;
  readonly requestBytesMax: number | null;
}

export interface WebMapping {
  readonly servlet: string;
  readonly patterns: readonly string[];
  readonly source: string;
}

export interface WebFilter {
  readonly name: string;
  readonly className: string;
  readonly source: string;
  readonly mapped: boolean;
}

export interface WebErrorPage {
  /** `404`, an exception's name, or empty for every error. */
  readonly of: string;
  readonly location: string;
  readonly source: string;
}

export interface WebApp {
  readonly source: string;
  readonly servlets: readonly WebServlet[];
  readonly mappings: readonly WebMapping[];
  readonly filters: readonly WebFilter[];
  readonly errorPages: readonly WebErrorPage[];
  /** Roles that constraints ask for, in their order. */
  readonly roles: readonly string[];
  /** Parameters of the whole application that name a place for uploads. */
  readonly uploads: readonly { readonly name: string; readonly value: string; readonly source: string }[];
}

/** The model of a web.xml; null where the document is none. */
export function webApp(root: XmlElement): WebApp | null {
  if (root.name !== 'web-app') return null;
  const mappings = childrenOf(root, 'servlet-mapping').map((mapping) => ({
    servlet: childText(mapping, 'servlet-name') ?? '',
    patterns: childrenOf(mapping, 'url-pattern').map(({ text }) => text),
    source: mapping.source,
  }));
  const filtered = childrenOf(root, 'filter-mapping').map((mapping) => childText(mapping, 'filter-name'));
  return {
    source: root.source,
    mappings,
    servlets: childrenOf(root, 'servlet').map((servlet) => servletOf(servlet, mappings)),
    filters: childrenOf(root, 'filter').map((filter) => {
      const name = childText(filter, 'filter-name') ?? '';
      const className = childText(filter, 'filter-class') ?? '';
      return { name, className, source: filter.source, mapped: filtered.includes(name) };
    }),
    errorPages: childrenOf(root, 'error-page').map((page) => ({
      of: childText(page, 'error-code') ?? childText(page, 'exception-type') ?? '',
      location: childText(page, 'location') ?? '',
      source: page.source,
    })),
    roles: childrenOf(root, 'security-constraint')
      .flatMap((constraint) => childrenOf(constraint, 'auth-constraint'))
      .flatMap((auth) => childrenOf(auth, 'role-name').map(({ text }) => text)),
    uploads: withinElement(root)
      .filter(({ name }) => name === 'init-param' || name === 'context-param')
      .flatMap((parameter) => {
        const [name, value] = [childText(parameter, 'param-name') ?? '', childText(parameter, 'param-value') ?? ''];
        return /upload|attach|savepath|filepath/i.test(name) && /^[/$]/.test(value)
          ? [{ name, value, source: parameter.source }]
          : [];
      }),
  };
}

function servletOf(element: XmlElement, mappings: readonly WebMapping[]): WebServlet {
  const name = childText(element, 'servlet-name') ?? '';
  const parameters = new Map<string, { value: string; source: string }>();
  for (const parameter of childrenOf(element, 'init-param')) {
    const key = childText(parameter, 'param-name') ?? '';
    if (!parameters.has(key))
      parameters.set(key, { value: childText(parameter, 'param-value') ?? '', source: parameter.source });
  }
  const [multipart] = childrenOf(element, 'multipart-config');
  return {
    name,
    className: childText(element, 'servlet-class') ?? '',
    source: element.source,
    enabled: childText(element, 'enabled')?.toLowerCase() !== 'false',
    parameters,
    patterns: mappings.filter((mapping) => mapping.servlet === name).flatMap(({ patterns }) => patterns),
    multipart: multipart ? multipartOf(multipart) : null,
  };
}

function multipartOf(element: XmlElement): WebMultipart {
  const bytes = (name: string): number | null => {
    const text = childText(element, name) ?? '';
    // -1 is no limit too, and so is what is no number to us.
    return /^\d{1,15}$/.test(text) ? Number(text) : null;
  };
  return {
    source: element.source,
    location: childText(element, 'location') || null,
    fileBytesMax: bytes('max-file-size'),
    requestBytesMax: bytes('max-request-size'),
  };
}

/** A user of tomcat-users.xml, its password by its class alone. */
export interface TomcatUser {
  readonly name: string;
  readonly roles: readonly string[];
  /** `empty`, `equals-username`, `default`, `short`, `digest`, `set:8:3`, `property`, `entity`; empty where there is no password at all. */
  readonly password: string;
  readonly source: string;
}

/** The users of a tomcat-users.xml, with the roles of their groups. */
export function tomcatUsers(root: XmlElement): TomcatUser[] {
  const list = (text: string | undefined): string[] => text?.match(/[^\s,]+/g) ?? [];
  const groups = new Map(
    childrenOf(root, 'group').map(({ attributes }) => [
      attributes.get('groupname') ?? '',
      list(attributes.get('roles')),
    ]),
  );
  return childrenOf(root, 'user').map(({ attributes, source }) => ({
    name: attributes.get('username') ?? attributes.get('name') ?? '',
    roles: [
      ...new Set([
        ...list(attributes.get('roles')),
        ...list(attributes.get('groups')).flatMap((one) => groups.get(one) ?? []),
      ]),
    ],
    password: attributes.get('password') ?? '',
    source,
  }));
}
