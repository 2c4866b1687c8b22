// Runs the lab alone: `npm run lab -- [--port N] [--world NAME] [--seed N]`, one JSON line first, until it is told to stop.
import { parseArgs } from 'node:util';
import type { LabOptions } from './lab.ts';
import { startLab } from './lab.ts';
import { worldNamed } from './world/worlds.ts';

/** Exit status for a command line that cannot be followed, as of a shell's own commands. */
const EXIT_USAGE = 2;

function readOptions(args: readonly string[]): LabOptions {
  const options = { port: { type: 'string' }, world: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  return {
    ...(values.port === undefined ? {} : { port: whole('--port', values.port, 65_535) }),
    ...(values.world === undefined ? {} : { world: worldNamed(values.world) }),
    ...(values.seed === undefined ? {} : { seed: whole('--seed', values.seed, 2 ** 31 - 1) }),
  };
}

function whole(name: string, text: string, max: number): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > max)
    throw new RangeError(`${name} is a whole number from 0 to ${max}`);
  return Number(text);
}

async function main(args: readonly string[]): Promise<void> {
  let options: LabOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = EXIT_USAGE;
    return;
  }
  const lab = await startLab(options).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    process.stderr.write(`port ${options.port} is in use\n`);
    process.exitCode = 1;
  });
  if (lab === undefined) return;
  const { url: endpoint, world, accounts, regions, bucket, roleName, externalId, isolation } = lab;
  const started = {
    endpoint,
    world: world.name,
    accounts,
    centralAccountId: lab.centralAccountId,
    credentials: lab.centralCredentials,
    regions,
    bucket,
    roleName,
    externalId,
    isolation,
  };
  process.stdout.write(`${JSON.stringify(started)}\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void lab.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

await main(process.argv.slice(2));
