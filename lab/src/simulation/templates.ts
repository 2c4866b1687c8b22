// Evidence for simulated hosts: the very script that a campaign sends is run for real once on each root, and its archive kept.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Isolation } from '../agent/isolation.ts';
import { launchOf, pathInside } from '../agent/isolation.ts';
import { processRun } from '../agent/process.ts';
import type { Activity } from '../endpoint/activity.ts';
import type { BuiltRoot } from '../world/roots/build.ts';
import { readTemplate } from './archive.ts';
import type { Template } from './archive.ts';

/** A script on a busy machine; the real ones take seconds. */
const scriptSecondsMax = 600;
const folder = '/run/bongsu-recorded';

export interface TemplateGround {
  readonly isolation: Isolation;
  readonly activity: Activity;
  /** A built root of that name, of which nothing else makes use. */
  readonly rootNamed: (name: string) => Promise<BuiltRoot>;
  /** Archives handed in: then no script is run at all. */
  readonly recorded: readonly Uint8Array[];
  /** Told of every new template. */
  readonly onTemplate: (template: Template) => void;
}

export interface Templates {
  /** The evidence of hosts on `root`, by this script, whose bytes are fetched only where they are needed. */
  get(root: string, scriptSha256: string, script: () => Promise<Buffer>): Promise<Template>;
}

/** Nothing recorded yet. */
export function createTemplates(ground: TemplateGround): Templates {
  const kept = new Map<string, Promise<Template>>();
  const { onTemplate } = ground;
  const make = async (read: () => Promise<Uint8Array>): Promise<Template> => {
    const ended = ground.activity.begin();
    try {
      const template = readTemplate(await read());
      onTemplate(template);
      return template;
    } finally {
      ended();
    }
  };
  const keep = (key: string, read: () => Promise<Uint8Array>): Promise<Template> => {
    const found = kept.get(key) ?? make(read);
    kept.set(key, found);
    return found;
  };
  return {
    get: (root, scriptSha256, script) => {
      const index = [...root].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % ground.recorded.length;
      const handed = ground.recorded[index];
      if (handed !== undefined) return keep(`recorded ${index}`, async () => handed);
      return keep(`${root} ${scriptSha256}`, async () =>
        runScript(await ground.rootNamed(root), await script(), ground.isolation),
      );
    },
  };
}

/** Runs a host script as the document's step does: `sh SCRIPT OUTPUT`. */
async function runScript(root: BuiltRoot, script: Buffer, isolation: Isolation): Promise<Buffer> {
  const inside = (name: string): string => pathInside(isolation, root.dir, join(folder, name));
  const here = join(root.dir, folder);
  await mkdir(here, { recursive: true });
  try {
    await writeFile(join(here, 'script.sh'), script);
    const env = {
      AWS_SSM_INSTANCE_ID: 'recorded',
      SSM_COMMAND_ID: 'recorded',
      BONGSU_RUN: 'recorded',
      TMPDIR: inside('.'),
    };
    const args = ['sh', inside('script.sh'), inside('result.tar.gz')];
    const launch = launchOf(isolation, root.dir, { hostname: 'recorded', cwd: '/', env, args });
    const ended = await processRun(launch, scriptSecondsMax, new AbortController().signal);
    if (ended.how !== 'exited' || ended.exitCode !== 0) {
      throw new Error(`the script ${ended.how} with ${ended.exitCode} on ${root.kind}: ${ended.stderr.toString()}`);
    }
    return await readFile(join(here, 'result.tar.gz'));
  } finally {
    await rm(here, { recursive: true, force: true });
  }
}
