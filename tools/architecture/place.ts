// What may be done only in certain rooms (reading the clock, chance, the environment, SQL), and where those rooms are.

export interface Place {
  readonly what: string;
  /** Files where it is allowed; tests are judged by `inTests`. */
  readonly rooms: readonly RegExp[];
  readonly inTests: boolean;
  readonly because: string;
}

const wire = /^apps\/cli\/src\/(?:.+\/)?wire(?:-[a-z-]+)?\.ts$|^apps\/cli\/src\/wire\//;
const start = /^apps\/cli\/(?:bin\/bongsu\.js|src\/main\.ts)$|^lab\/src\/main\.ts$/;
const workshop = /^(?:tools|bench|scenarios)\//;

export const places = {
  clock: {
    what: 'reads the clock',
    rooms: [
      wire,
      workshop,
      /^apps\/cli\/src\/(?:.+\/)?clock\.ts$/,
      /^lab\/src\/(?:.+\/)?clock\.ts$/,
      /^packages\/aws\/src\/system-clock\.ts$/,
    ],
    inTests: true,
    because:
      'time arrives through the Clock port (the lab: its own clock), so that a night can pass in a second and a run can be repeated',
  },
  timer: {
    what: 'sets a timer',
    rooms: [/^(?!packages\/(?:core|catalog|engines|flow)\/)/],
    inTests: true,
    because: 'the pure rooms and the story wait only through the Clock port',
  },
  chance: {
    what: 'rolls Math.random',
    rooms: [],
    inTests: false,
    because:
      'it can be guessed and not be repeated: ids come from node:crypto through the Ids port, test values from fast-check',
  },
  environment: {
    what: 'reads process.env',
    rooms: [wire, start, workshop, /^[^/]+\.config\.ts$/],
    inTests: true,
    because: 'settings are read once, at the wire, and arrive everywhere else as arguments',
  },
  sql: {
    what: 'writes SQL',
    // What a probe asks a host's own database server is no table of ours.
    rooms: [/^packages\/store\//, /^tools\/architecture\//, /^packages\/catalog\/src\/probes\/[a-z-]+\/questions\.ts$/],
    inTests: false,
    because: 'tables are known to @bongsu/store alone; ask its ports',
  },
  silence: {
    what: 'swallows an error',
    rooms: [],
    inTests: false,
    because: 'silence is never health: rethrow, or return it as data (a gap, a refusal)',
  },
  mock: {
    what: 'replaces a module',
    rooms: [],
    inTests: false,
    because: 'a test of a patched module proves the patch: pass another port in, or use the lab',
  },
  reference: {
    what: 'uses a /// reference',
    rooms: [],
    inTests: false,
    because: 'it imports behind the back of the walls; use import',
  },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof places;

/** True where this may be done in a file of this path. */
export function allowedHere(name: PlaceName, path: string, isTest: boolean): boolean {
  const place: Place = places[name];
  return (isTest && place.inTests) || place.rooms.some((room) => room.test(path));
}
