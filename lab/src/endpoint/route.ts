// Finds the operation of a REST request: method, path, query literals, then the bindings an operation requires.
import { percentDecode } from '../auth/claim.ts';
import { membersOf, requiredCount, type Schema, traitsOf } from '../wire/schema.ts';

export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly labels: readonly string[];
  readonly status: number;
  /** Query keys the model fixes, with the value where it names one. */
  readonly literals: readonly (readonly [key: string, value: string])[];
  /** The SDK's own hint in the query; other clients leave it out. */
  readonly hint?: string;
  readonly requiredQuery: readonly string[];
  readonly requiredHeaders: readonly string[];
  /** True for S3 operations on a bucket, which the model's path does not show. */
  readonly onBucket: boolean;
}

/** What routing looks at. */
export interface RouteSubject {
  readonly method: string;
  /** Raw path below the bucket, if there is one. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly hasBucket: boolean;
}

/** The route of an operation from its http trait `[method, uri, status]`; one, in a list for the caller's ease. */
export function readRoutes(
  operation: { readonly name: string; readonly input: Schema },
  [method, uri, status]: readonly [string, string, number],
): readonly Route[] {
  const [path = '/', query = ''] = uri.split('?');
  const labels: string[] = [];
  const source = path
    .split(/(\{[^}]+\})/)
    .map((part) => {
      const label = /^\{(\w+)(\+?)\}$/.exec(part);
      if (label === null) return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
      labels.push(label[1] ?? '');
      return label[2] === '+' ? '(.+)' : '([^/]+)';
    })
    .join('');
  const pairs = [...new URLSearchParams(query)];
  const hint = pairs.find(([key]) => key === 'x-id')?.[1];
  const required = membersOf(operation.input).slice(0, requiredCount(operation.input));
  const present = (value: string | undefined): value is string => value !== undefined;
  return [
    {
      operation: operation.name,
      method,
      pattern: new RegExp(`^${source}$`, 's'),
      labels,
      status,
      literals: pairs.filter(([key]) => key !== 'x-id'),
      requiredQuery: required.map(([, member]) => traitsOf(member).httpQuery).filter(present),
      requiredHeaders: required.map(([, member]) => traitsOf(member).httpHeader?.toLowerCase()).filter(present),
      onBucket: membersOf(operation.input).some(
        ([name, member]) => name === 'Bucket' && traitsOf(member).httpLabel && !labels.includes('Bucket'),
      ),
      ...(hint === undefined ? {} : { hint }),
    },
  ];
}

const weight = (route: Route): number =>
  route.literals.length + route.requiredQuery.length + route.requiredHeaders.length;

/** The most specific route that fits, or undefined. */
export function findRoute(routes: readonly Route[], subject: RouteSubject): Route | undefined {
  const fitting = routes
    .filter((route) => fits(route, subject))
    .sort((left, right) => weight(right) - weight(left) || left.labels.length - right.labels.length);
  const hint = subject.query.get('x-id');
  return (
    fitting.find((route) => hint !== null && route.hint === hint) ??
    fitting.find(
      (route) =>
        route.requiredQuery.every((key) => subject.query.has(key)) &&
        route.requiredHeaders.every((name) => subject.headers[name] !== undefined),
    ) ??
    fitting.at(-1)
  );
}

function fits(route: Route, subject: RouteSubject): boolean {
  return (
    route.method === subject.method &&
    route.onBucket === subject.hasBucket &&
    route.literals.every(([key, value]) =>
      value === '' ? subject.query.has(key) : subject.query.get(key) === value,
    ) &&
    route.pattern.test(subject.path)
  );
}

/** The path's labels, decoded. */
export function readLabels(route: Route, path: string): Record<string, string> {
  const values = route.pattern.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(route.labels.map((label, index) => [label, percentDecode(values[index] ?? '')]));
}
