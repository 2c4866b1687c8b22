// EC2's filters: all must pass, any value may match, `*` and `?` are wildcards.
import { AwsError } from '../../endpoint/contract.ts';
import type { Shape } from '../../endpoint/contract.ts';
import { globMatches } from '../glob.ts';

export interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

/** Reads a request's filters; refuses names the lab does not know, in EC2's words. `tag:<key>` counts as `tag:`. */
export function filtersOf(filters: unknown, known: readonly string[]): readonly Filter[] {
  return ((filters ?? []) as Shape[]).map((filter) => {
    const name = String(filter.Name ?? '');
    const family = name.startsWith('tag:') ? 'tag:' : name;
    if (!known.includes(family)) throw new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`);
    const values: string[] = filter.Values ?? [];
    if (values.length === 0) throw new AwsError('InvalidParameterValue', `The filter '${name}' has no values`);
    if (values.length > 200) throw new AwsError('FilterLimitExceeded', 'The maximum number of filter values is 200');
    return { name, values };
  });
}

/** True where every filter matches one of the subject's values of that name. */
export function passes(filters: readonly Filter[], subject: Readonly<Record<string, readonly string[]>>): boolean {
  return filters.every(({ name, values }) =>
    (subject[name] ?? []).some((own) => values.some((pattern) => globMatches(pattern, own))),
  );
}
