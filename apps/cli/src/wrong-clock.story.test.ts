// A machine whose clock is ten minutes wrong, and nobody to tell it so but AWS: each host is checked all the same, and no send is lost.
import { fleetWorld } from '@bongsu/lab';
import { expect, it } from 'vitest';
import { type CoverageShown, fleetStart } from './testing/fleet.ts';

const shifted = (seconds: number): string =>
  `const D=Date;globalThis.Date=class extends D{constructor(...a){super(...(a.length?a:[D.now()+${seconds * 1000}]))}static now(){return D.now()+${seconds * 1000}}}`;

it.each([600, -600])('%d s: all are sent to, and each runs once', { timeout: 300_000 }, async (seconds) => {
  const simulation = { scriptSeconds: { min: 1, max: 3 } };
  const world = fleetWorld(6, 2, { simulated: true });
  const fleet = await fleetStart({ world, settings: { simulation } });
  try {
    fleet.environment['NODE_OPTIONS'] = `--import data:text/javascript,${encodeURIComponent(shifted(seconds))}`;
    const { states } = await fleet.json<CoverageShown>('campaign', 'run', '--yes');
    expect(states).toMatchObject({ assessed: 6, undeliverable: 0 });
    expect(fleet.lab.calls({ operation: 'SendCommand', status: '200' })).toHaveLength(6);
    expect(fleet.lab.truth().map(({ runs }) => runs.length)).toEqual([1, 1, 1, 1, 1, 1]);
  } finally {
    await fleet.close();
  }
});
