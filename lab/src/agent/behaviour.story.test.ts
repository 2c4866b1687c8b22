// Holds the mini agent to the behaviour table by really executing every row, in each isolation that works here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { rootBuild } from '../world/roots/build.ts';
import { createLabClock } from '../endpoint/clock.ts';
import { createAgent } from './agent.ts';
import type { BehaviourVector } from './behaviour.vectors.ts';
import { behaviourVectors } from './behaviour.vectors.ts';
import type { DocumentResult } from './contract.ts';
import { isolationDetect } from './isolation.ts';

const clock = createLabClock();
const detected = await isolationDetect();
const folder = await mkdtemp(join(tmpdir(), 'bongsu-vectors-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
if (detected !== 'bubblewrap')
  console.warn('SKIPPED: bubblewrap does not run here, so the rows are held with a path prefix only');

const spec = {
  name: 'vector',
  platformName: 'Vector Linux',
  platformVersion: '1',
  files: {
    '/bin': { link: 'usr/bin' },
    '/lib': { link: 'usr/lib' },
    '/lib64': { link: 'usr/lib64' },
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n',
    '/etc/group': 'root:x:0:\n',
    '/tmp': { dir: true as const, mode: '1777' },
  },
  tools: {},
};

describe.each(detected === 'bubblewrap' ? (['bubblewrap', 'path-prefix'] as const) : (['path-prefix'] as const))(
  '%s',
  (isolation) => {
    test.concurrent.for(behaviourVectors.filter((vector) => isolation === 'bubblewrap' || !vector.ownSystem))(
      '$row',
      // The rows run side by side in one process: a neighbour's fork may hold a script open for writing just when it is to start, and the
      // shell says "text file busy" (126). Seen once in some thousand rows.
      { retry: 2 },
      async (vector, { expect }) => {
        const dir = await mkdtemp(join(folder, 'root-'));
        const root = await rootBuild(spec, {}, {}, dir);
        const agent = createAgent({
          isolation,
          clock,
          rootOf: async () => root,
          ...(vector.agentVersion === undefined ? {} : { agentVersion: vector.agentVersion }),
        });
        const began = performance.now();
        const result = await run(agent, vector);
        const seconds = (performance.now() - began) / 1000;
        expect({
          status: result.status,
          steps: result.steps.map((step) => [step.name, step.status, step.exitCode]),
          trace: result.trace,
        }).toEqual({
          status: vector.status,
          steps: vector.steps.map((step) => [step.name, step.status, step.exitCode]),
          trace: vector.traceHas === undefined ? '' : expect.stringContaining(vector.traceHas),
        });
        for (const [index, wanted] of vector.steps.entries()) {
          const step = result.steps[index];
          if (wanted.stdout !== undefined) expect(step?.standardOutput).toBe(wanted.stdout);
          for (const part of wanted.stdoutHas ?? []) expect(step?.standardOutput).toContain(part);
          for (const part of wanted.stderrHas ?? []) expect(step?.standardError).toContain(part);
          for (const part of wanted.outputHas ?? []) expect(step?.output).toContain(part);
          if (wanted.stdoutCharacters !== undefined) expect(step?.standardOutput).toHaveLength(wanted.stdoutCharacters);
          if (wanted.outputCharactersMax !== undefined)
            expect(step?.output.length).toBeLessThanOrEqual(wanted.outputCharactersMax);
        }
        expect(seconds).toBeGreaterThanOrEqual(vector.seconds?.min ?? 0);
        expect(seconds).toBeLessThanOrEqual(vector.seconds?.max ?? 20);
        await agent.close();
      },
    );
  },
);

async function run(agent: ReturnType<typeof createAgent>, vector: BehaviourVector): Promise<DocumentResult> {
  const cancel = new AbortController();
  const timer = setTimeout(() => cancel.abort(), (vector.cancelAfterSeconds ?? 3_600) * 1000);
  try {
    return await agent(message(vector), { onStep: () => {}, signal: cancel.signal });
  } finally {
    clearTimeout(timer);
  }
}

function message(vector: Pick<BehaviourVector, 'document' | 'parameters'>) {
  return {
    commandId: 'vector',
    instanceId: 'i-0a1b2c3d4e5f60718',
    accountId: '111111111111',
    region: 'ap-northeast-2',
    documentName: 'Vector',
    documentContent: vector.document,
    parameters: vector.parameters ?? {},
  };
}
