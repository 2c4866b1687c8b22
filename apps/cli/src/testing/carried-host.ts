// A host that is cut off: runs a script that was carried to it, as a booted machine of its own, and gives the archive that it wrote.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchOf, processRun, rootBuild, rootSpecs } from '@bongsu/lab';

export interface CarriedHost {
  readonly root: string;
  /** Tells its machine id. */
  readonly machine: number;
  /** Where its root is built and its archive is left. */
  readonly folder: string;
  readonly script: string;
}

/** Needs bubblewrap, as root. */
export async function carriedRun({ root, machine, folder, script }: CarriedHost): Promise<string> {
  const spec = rootSpecs.find((one) => one.name === root);
  if (!spec) throw new Error(`no root ${root}`);
  const dir = join(folder, 'root');
  await rootBuild(spec, { '/etc/machine-id': `${String(machine).padStart(32, 'a')}\n` }, {}, dir);
  mkdirSync(join(dir, 'opt/lab/usb'), { recursive: true });
  copyFileSync(script, join(dir, 'opt/lab/check.sh'));
  const args = ['sh', '/opt/lab/check.sh', '/opt/lab/usb'];
  const launch = launchOf('bubblewrap', dir, { hostname: 'cut-off', cwd: '/', env: {}, args });
  const ended = await processRun(launch, 120, new AbortController().signal);
  if (ended.exitCode !== 0) throw new Error(`ended with ${ended.exitCode}: ${ended.stderr.toString()}`);
  const [made = ''] = readdirSync(join(dir, 'opt/lab/usb'));
  const archive = join(folder, made);
  copyFileSync(join(dir, 'opt/lab/usb', made), archive);
  return archive;
}
