// All kinds of host the lab has, by name.
import { rootSpecs } from './roots/index.ts';
import type { RootSpec } from './spec.ts';

/** The lab's own kinds and `more`, which may not take one of their names. */
export function rootsByName(more: readonly RootSpec[] = []): ReadonlyMap<string, RootSpec> {
  const roots = new Map<string, RootSpec>();
  for (const root of [...rootSpecs, ...more]) {
    if (roots.has(root.name)) throw new Error(`two roots are called ${root.name}`);
    roots.set(root.name, root);
  }
  return roots;
}
