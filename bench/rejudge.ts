// Measures `bongsu assess` on the kept evidence of thousands of hosts: CPU, wall time and peak memory of the whole command.
// Run: node bench/rejudge.ts [hosts=5000] [store folder to keep and use again]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostChecks } from '@bongsu/catalog';
import { storeOpen } from '@bongsu/store';
import { measure } from './measure.ts';
import { gather } from './rejudge/gather.ts';
import { multiply } from './rejudge/multiply.ts';

const hosts = Number(process.argv[2] ?? 5_000);
const given = process.argv[3];
const directory = given ?? mkdtempSync(join(tmpdir(), 'bongsu-bench-'));
const cli = new URL('../apps/cli/bin/bongsu.js', import.meta.url).pathname;

try {
  const store = await storeOpen({ directory });
  if ((await store.campaignGet('bench')) === null) await multiply(await gather(store), hosts, store);
  await store.close();
  console.log(`${hosts} hosts, ${hostChecks.length} units`);
  for (const flags of ['', ' --keep']) {
    const words = `node '${cli}' assess --store '${directory}' --evidence bench${flags} | tail -n 3`;
    const { wallSeconds, cpuSeconds, peakBytes } = await measure(words, {}, 1);
    console.log(
      `assess${flags.padEnd(8)} CPU ${cpuSeconds.toFixed(1)} s, wall ${wallSeconds.toFixed(1)} s, peak ${Math.round(peakBytes / 2 ** 20)} MiB`,
    );
  }
} finally {
  if (given === undefined) rmSync(directory, { recursive: true, force: true });
}
