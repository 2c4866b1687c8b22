#!/usr/bin/env node
// Starts the command line on Node 24: the running one where it is new enough, else the one npm installed with the packages.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** Node that runs TypeScript sources without a flag and satisfies the pinned packages. */
const NODE_MAJOR_MIN = 24;

/**
 * The heap is collected when it has grown by a third beyond what was alive, not when it has doubled or more, and its room for what is new
 * does not grow to 128 MiB, as V8 prefers where a machine has room: a campaign takes a fifth less memory and no more processor time
 * (bench/scale.ts real).
 */
const HEAP_FLAGS = ['--heap-growing-percent=30', '--semi-space-growth-factor=1'];

if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR_MIN) {
  HEAP_FLAGS.forEach((flag) => setFlagsFromString(flag));
  // In the checkout and not in the shared temporary folder, where another user could lay code in our way.
  nodeModule.enableCompileCache(fileURLToPath(new URL('../../../.cache/compile', import.meta.url)));
  await import('../src/main.ts');
} else {
  relay(bundledNode());
}

/** Path of the Node 24 that came with the packages; ends the process with the remedy where there is none. */
function bundledNode() {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    const path = nodeModule.createRequire(import.meta.url).resolve(`${name}/bin/node`);
    if (existsSync(path)) return path;
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
  }
  process.stderr.write(
    `bongsu: needs Node ${NODE_MAJOR_MIN}; this is ${process.versions.node} and ${name} is not installed.\n` +
      `Run "npm ci --ignore-scripts" in the checkout (linux-x64, linux-arm64), or install Node ${NODE_MAJOR_MIN} (https://nodejs.org).\n`,
  );
  process.exit(1);
}

/** Runs the same command under `node` and ends as it ends. */
function relay(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends its own signals to the child as well; passed on they would arrive twice.
  const terminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
  for (const signal of ['SIGINT', 'SIGQUIT']) process.on(signal, () => terminal || child.kill(signal));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`bongsu: ${node} could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('close', (code, signal) => {
    if (signal === null) process.exit(code);
    // Whoever started us learns the truth: ended by a signal, and by which.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
