// The table of the house: each room, the floor it stands on, what it may import, and why what is forbidden is forbidden.

/** Something a room must never import, with the reason that is printed when it does. */
export interface Ban {
  /** Names of packages; a trailing `*` stands for anything. */
  readonly what: readonly string[];
  readonly because: string;
}

export type Floor = 1 | 2 | 3 | 4 | 'beside';

export interface Room {
  readonly folder: string;
  readonly name: string;
  readonly floor: Floor;
  /** Its part in the picture, in a few words. */
  readonly purpose: string;
  /** Packages of ours that its sources may import. */
  readonly ours: readonly string[];
  /** Packages from outside that its sources may import; a trailing `*` stands for anything. */
  readonly outside: readonly string[];
  readonly never: readonly Ban[];
  /** Printed for whatever else is imported. */
  readonly because: string;
}

const libraries = ['core', 'catalog', 'engines', 'aws', 'store', 'notify', 'flow'].map((name) => `@bongsu/${name}`);

const sdk: Ban = {
  what: ['@aws-sdk/*', '@smithy/*', 'aws-sdk'],
  because: "the SDK's shapes end in @bongsu/aws; everything else thinks in the nouns of @bongsu/core",
};
const sql: Ban = {
  what: ['kysely', '@electric-sql/*', 'pg', 'pg-boss', '@duckdb/*'],
  because: 'SQL and its drivers live in @bongsu/store alone; everything else asks its ports',
};
const lab: Ban = {
  what: ['@bongsu/lab'],
  because: 'the lab stands beside the house: only its own files, tests and the demo command of apps/cli load it',
};
const runtime: Ban = {
  what: ['node:*'],
  because: 'it must run wherever the nouns run (a browser, a case, a server) and do no input or output',
};

/** The one file of the engines that may read: its package's own shell sources, which nothing in JavaScript can import. */
export const shellDoor = /^packages\/engines\/src\/host-script\/shell-text\.ts$/;

/** Every room that stands. A folder of sources that is not in this table is refused. */
export const rooms: readonly Room[] = [
  {
    folder: 'packages/core',
    name: '@bongsu/core',
    floor: 1,
    purpose: 'nouns, verdicts, unit shapes, ports',
    ours: [],
    outside: ['zod'],
    never: [runtime, sdk, sql, lab, { what: ['@bongsu/*'], because: 'the ground knows nothing of what stands on it' }],
    because: 'the ground may lean on zod alone',
  },
  {
    folder: 'packages/catalog',
    name: '@bongsu/catalog',
    floor: 2,
    purpose: 'content: probes, host checks, frameworks',
    ours: ['@bongsu/core'],
    outside: [],
    never: [
      runtime,
      sdk,
      sql,
      lab,
      {
        what: ['@bongsu/engines', '@bongsu/flow'],
        because: 'units declare and the engines do; a unit that knows its engine can no longer be judged by another',
      },
      { what: ['@bongsu/aws', '@bongsu/store'], because: 'content does no input or output; it reads facts handed in' },
    ],
    because: 'units are data and pure functions over the nouns of @bongsu/core, nothing more',
  },
  {
    folder: 'packages/engines',
    name: '@bongsu/engines',
    floor: 2,
    purpose: 'thinking: judge, coverage, ledger; pure',
    ours: ['@bongsu/core'],
    outside: [
      'tar-stream',
      // The words in which packs state conditions: pure, without dependencies, and part of judging.
      '@marcbachmann/cel-js',
      'croner',
      'node:crypto',
      'node:zlib',
      'node:stream',
      'node:stream/*',
      'node:buffer',
      'node:util',
    ],
    never: [
      sdk,
      sql,
      lab,
      {
        what: ['@bongsu/aws', '@bongsu/store', '@bongsu/catalog', '@bongsu/flow'],
        because:
          'engines are pure: what they think about arrives as arguments, so that old evidence can be judged again',
      },
      {
        what: ['node:*'],
        because: 'engines are pure: no files, network, processes or clock; bytes arrive as arguments',
      },
    ],
    because: 'engines lean on the ground and on small pure libraries named in this table',
  },
  {
    folder: 'packages/aws',
    name: '@bongsu/aws',
    floor: 2,
    purpose: 'hands: the only SDK',
    ours: ['@bongsu/core'],
    outside: ['@aws-sdk/*', '@smithy/*', 'node:*'],
    never: [
      sql,
      lab,
      {
        what: ['@bongsu/engines', '@bongsu/store', '@bongsu/catalog', '@bongsu/flow'],
        because: 'one hand knows neither the other nor the thoughts: it translates AWS into the nouns of @bongsu/core',
      },
    ],
    because: 'this hand holds the SDK and nothing else from outside',
  },
  {
    folder: 'packages/store',
    name: '@bongsu/store',
    floor: 2,
    purpose: 'hands: the only SQL',
    ours: ['@bongsu/core'],
    outside: [
      'kysely',
      'kysely/*',
      '@electric-sql/pglite',
      '@electric-sql/pglite/*',
      // Where more than one process works: the driver of a PostgreSQL server, and a queue that has leases, retries and back-off.
      'pg',
      'pg-boss',
      'node:*',
    ],
    never: [
      sdk,
      lab,
      {
        what: ['@bongsu/engines', '@bongsu/aws', '@bongsu/catalog', '@bongsu/flow'],
        because: 'one hand knows neither the other nor the thoughts: it keeps the nouns of @bongsu/core',
      },
    ],
    because: 'this hand holds the database driver and the query builder and nothing else from outside',
  },
  {
    folder: 'packages/notify',
    name: '@bongsu/notify',
    floor: 2,
    purpose: 'hands: chat, mail, webhooks',
    ours: ['@bongsu/core'],
    outside: ['nodemailer', 'node:*'],
    never: [
      sdk,
      sql,
      lab,
      {
        what: ['@bongsu/engines', '@bongsu/aws', '@bongsu/store', '@bongsu/catalog', '@bongsu/flow'],
        because: 'one hand knows neither the other nor the thoughts: it carries messages that are already written',
      },
    ],
    because: 'this hand holds the mail library and nothing else from outside',
  },
  {
    folder: 'packages/flow',
    name: '@bongsu/flow',
    floor: 3,
    purpose: 'the story: one cycle and its steps',
    ours: ['@bongsu/core', '@bongsu/engines'],
    outside: [],
    never: [
      sdk,
      sql,
      lab,
      {
        what: ['@bongsu/aws', '@bongsu/store', '@bongsu/catalog'],
        because:
          'hands and content arrive as ports and arrays, so that the same story runs in the lab and in an estate',
      },
      {
        what: ['node:*'],
        because: 'the story touches the world only through ports: no clock, files or network of its own',
      },
    ],
    because: 'the story is told with the nouns of core and the verbs of engines alone',
  },
  {
    folder: 'apps/cli',
    name: '@bongsu/cli',
    floor: 4,
    purpose: 'face: the command line',
    ours: libraries,
    outside: [
      '@fontsource/nanum-gothic',
      'commander',
      'csv-stringify',
      'csv-stringify/*',
      'exceljs',
      'yaml',
      'zod',
      'node:*',
    ],
    never: [sdk, sql, lab, { what: ['@bongsu/*'], because: 'faces do not know each other' }],
    because: 'a face wires libraries and prints; a new library from outside needs a line in this table',
  },
  {
    folder: 'lab',
    name: '@bongsu/lab',
    floor: 'beside',
    purpose: 'AWS-shaped endpoint, hosts, worlds',
    ours: ['@bongsu/core'],
    outside: ['@aws-sdk/*', '@smithy/*', 'node:*'],
    never: [
      sql,
      {
        what: ['@bongsu/*'],
        because: 'a lab that knows the product would prove what the product believes, not what AWS does',
      },
    ],
    because: "the lab answers as AWS does, from the SDK's own schemas and Node alone",
  },
  {
    folder: 'tools',
    name: 'tools',
    floor: 'beside',
    purpose: 'setup, checks, this table',
    ours: ['@bongsu/core', '@bongsu/catalog', '@bongsu/engines'],
    outside: ['rolldown', 'rolldown/*', '@stryker-mutator/*', 'fast-check', 'vitest', 'node:*'],
    never: [sdk, sql, lab],
    because: 'tools judge sources and tests: they lean on what parses, bundles, mutates and asks, and stay small',
  },
  {
    folder: 'scenarios',
    name: 'scenarios',
    floor: 'beside',
    purpose: 'hosts of the lab, changed and judged',
    ours: ['@bongsu/core', '@bongsu/catalog', '@bongsu/engines', '@bongsu/lab'],
    outside: ['node:*'],
    never: [sdk, sql],
    because: 'a scenario is a host, a change and what the checks must say of it',
  },
  {
    folder: 'bench',
    name: 'bench',
    floor: 'beside',
    purpose: 'measurements',
    ours: [...libraries, '@bongsu/lab'],
    outside: ['node:*'],
    never: [sdk, sql],
    because: 'a measurement uses the house as its users do',
  },
];

/** The one door of the product through which the lab is loaded: the files of the demo command. */
export const labDoor = /^apps\/cli\/src\/(?:.*\/)?demo(?:\/.+|(?:-[a-z-]+)?\.ts)$/;

/** The room a file stands in; undefined for files at the root. */
export function roomOf(path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(`${room.folder}/`));
}

/** True where a name is in a list whose entries may end in `*`. */
export function listed(name: string, list: readonly string[]): boolean {
  return list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry));
}
