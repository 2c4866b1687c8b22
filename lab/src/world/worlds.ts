// The worlds that have a name.
import { demoWorld } from './demo.ts';
import { emptyWorld } from './empty.ts';
import type { WorldSpec } from './spec.ts';
import { tidyWorld } from './tidy.ts';
import { walkThroughWorld } from './walk-through.ts';

const worlds: Readonly<Record<string, WorldSpec>> = {
  ...{ demo: demoWorld, tidy: tidyWorld, empty: emptyWorld },
  [walkThroughWorld.name]: walkThroughWorld,
};

/** The world of that name; a RangeError that names all where there is none. */
export function worldNamed(name: string): WorldSpec {
  const world = Object.hasOwn(worlds, name) ? worlds[name] : undefined;
  if (!world) throw new RangeError(`no world ${name}; known are ${Object.keys(worlds).join(', ')}`);
  return world;
}
