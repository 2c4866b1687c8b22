// Measures `bongsu assess` on the kept evidence of thousands of hosts: CPU, wall time and peak memory of the whole command.
// Run: node bench/rejudge.ts [hosts=5000] [store folder to keep and use again]
//
// The evidence is real: one host of each of the lab's roots, run by the product, then given to thousands of hosts under hashes of their own.
// On 2 vCPU shared with other work (load 10), Node 24.21, PGlite 0.5.16, 5,000 hosts, 152 units, archives of 256 KiB: assess 19.9 s of CPU,
// peak 899 MiB, which 500 hosts take too (PGlite); --keep 62.4 s. Of the 77 units before: assess 16.9 s, --keep 37.9 s; opening the store
// 1.4 s, and a host 2.2 ms judging, 0.8 ms reading and hashing, 0.4 ms unpacking, 0.2 ms what stood before.
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
