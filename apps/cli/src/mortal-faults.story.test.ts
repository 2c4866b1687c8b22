// What is worse than a death: sends whose answer is lost, look-ups that fail, lists that lag, others who send under our name, wrong clocks.
import { openAws } from '@bongsu/aws';
import { databasePrograms, type FaultRule, fleetWorld, type Lab } from '@bongsu/lab';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labSettings } from './testing/lab-settings.ts';
import { expectedOf, heldOf } from './testing/mortal/held.ts';
import { lifeStart } from './testing/mortal/life.ts';
import { type MortalWorld, mortalWorld } from './testing/mortal/lives.ts';
import { chosen } from './testing/mortal/moments.ts';
import type { Kill, MortalOrder, Story } from './testing/mortal/order.ts';
import { pointSdkAt } from './wire.ts';

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

const expected = expectedOf({ hosts: 3, sends: 3 });
const presigned: Story = { kind: 'campaign', delivery: 'presigned' };
const batch: Story = { kind: 'campaign', delivery: 'batch' };
const sent: Kill = { step: 'call send', nth: 2, when: 'after' };

let world: MortalWorld;
beforeAll(async () => {
  world = await mortalWorld(fleetWorld(3, 2, { simulated: true }), noServer ? 'PGlite' : 'PostgreSQL');
}, 240_000);
afterEach(() => world.lab.faults.clear());
afterAll(() => world.close());

const throttled = { error: 'ThrottlingException', message: 'Rate exceeded', status: 400 } as const;
const expired = { error: 'ExpiredTokenException', message: 'The security token is expired', status: 400 } as const;
const unknown = {
  error: 'UnrecognizedClientException',
  message: 'The security token is invalid',
  status: 400,
} as const;
const send = { service: 'ssm', operation: 'SendCommand' } as const;
const look = { service: 'ssm', operation: 'ListCommands' } as const;
const results = { service: 's3', operation: 'ListObjectsV2' } as const;

const faults: readonly (readonly [string, readonly FaultRule[]])[] = [
  ['the connection is cut after each send was taken', [{ ...send, then: { drop: 'after' } }]],
  ['each send is answered with 500 although it was taken', [{ ...send, then: { status: 500, after: true } }]],
  ['the answer to each send is cut short', [{ ...send, then: { truncate: 10 } }]],
  [
    'look-ups are throttled',
    [{ ...send, then: { drop: 'after' } }, ...[1, 2, 3, 4, 5].map((nth) => ({ ...look, nth, then: throttled }))],
  ],
  [
    'look-ups fail in the middle',
    [
      { ...send, then: { status: 503, after: true } },
      { ...look, every: 2, then: { drop: 'before' } },
    ],
  ],
  [
    'sessions expire',
    [
      { ...send, every: 2, then: expired },
      { ...look, nth: 1, then: expired },
    ],
  ],
  ['sessions are not known yet', [1, 2, 4].map((nth) => ({ ...send, nth, then: unknown }))],
];

describe.each([
  ['presigned', presigned, 3],
  ['batch', batch, 2],
] as const)('%s', (_, story, sends) => {
  it('what was claimed and not sent two hours ago is sent, not given up', { timeout: 240_000 }, async () => {
    const claimed: Kill = { step: 'write targetClaim', nth: 1, when: 'after' };
    const lives = await world.rehearse([{ ...claimed, restSeconds: 7_200 }], story);
    expect(heldOf(lives)).toEqual(expectedOf({ hosts: 3, sends }));
  });

  it.each(faults)('%s', { timeout: 240_000 }, async (_name, rules) => {
    world.lab.faults.set(rules);
    expect(heldOf(await world.live([], story))).toEqual(expectedOf({ hosts: 3, sends }));
  });

  it.each(chosen(faults.slice(0, 5), 2))(
    '%s, and the process is killed meanwhile',
    { timeout: 240_000 },
    async (_name, rules) => {
      world.lab.faults.set(rules);
      const nth = sends === 3 ? sent : { ...sent, nth: 1 };
      const lives = await world.live([{ ...nth, restSeconds: 3 }], story);
      expect(heldOf(lives)).toEqual(expectedOf({ hosts: 3, sends }));
    },
  );
});

describe('lists that lag by two minutes', () => {
  let lagging: MortalWorld;
  beforeAll(async () => {
    lagging = await mortalWorld(fleetWorld(3, 2, { simulated: true }), 'PGlite', { commandLagMilliseconds: 120_000 });
  }, 240_000);
  afterAll(() => lagging.close());

  it.each([
    ['presigned', presigned, []],
    ['batch', batch, []],
    ['batch, and a death', batch, [{ ...sent, nth: 1 }]],
  ] as const)(
    'and answers that are lost: what has given a result is not sent again (%s)',
    {
      timeout: 240_000,
    },
    async (_, story, deaths) => {
      lagging.lab.faults.set([{ ...send, then: { drop: 'after' } }]);
      const lives = await lagging.rehearse(deaths, story);
      expect(heldOf(lives)).toEqual(expectedOf({ hosts: 3, sends: story === batch ? 2 : 3 }));
    },
  );
});

describe('others in the account', () => {
  /** Somebody who may send there too: commands of a document of theirs. */
  async function others(lab: Lab) {
    pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
    const { commands } = await openAws(labSettings(lab), {
      now: () => new Date(lab.clock.now()),
      sleep: async () => undefined,
    });
    const step = { action: 'aws:runShellScript', name: 'other', inputs: { runCommand: ['true'] } };
    const content = JSON.stringify({ schemaVersion: '2.2', description: 'another', mainSteps: [step] });
    const [region = ''] = lab.regions;
    const document = await commands.document(
      region,
      content,
      lab.accounts.map((one) => one.accountId),
    );
    if ('call' in document) throw new Error(document.message);
    return async (accountId: string, instanceId: string, comment: string): Promise<void> => {
      const place = { accountId, region };
      const order = { place, instanceIds: [instanceId], document, comment, parameters: {}, deliverySeconds: 60 };
      expect(await commands.send(order)).toMatchObject({ kind: 'sent' });
    };
  }

  it('who send under the comment of a run take its command from nobody', { timeout: 240_000 }, async () => {
    const { lab, ground } = world;
    const hosts = lab.truth();
    const lives = await world.turn(presigned, async (order) => {
      const first = await lifeStart(order, sent, ground).ended;
      expect(first.signal).toBe('SIGKILL');
      const forge = await others(lab);
      // Whoever may list commands reads the comments, and sends the same to every host.
      const comments = new Set(await commentsOf(lab));
      expect(comments.size).toBeGreaterThan(0);
      for (const comment of comments)
        for (const { accountId, instanceId } of hosts) await forge(accountId, instanceId, comment);
      const last = await lifeStart(order, null, ground).ended;
      if (last.said === null) throw new Error(last.errors);
      return { said: last.said, died: [] };
    });
    expect({ ...heldOf(lives), taken: 3 }).toEqual(expected);
    // No run is ascribed to a command that is not its own; of one whose result came before its command was found none is known.
    const known = lives.said.campaigns.flatMap((one) => one.targets.filter(({ commandId }) => commandId !== null));
    expect(known.length).toBeGreaterThan(0);
    for (const { instanceId, commandId } of known)
      expect(lives.truth.find((one) => one.instanceId === instanceId)?.commands).toContain(commandId);
  });

  it('who send much hide nothing in their many pages', { timeout: 240_000 }, async () => {
    const { lab, ground } = world;
    const lives = await world.turn(presigned, async (order) => {
      const first = await lifeStart(order, sent, ground).ended;
      expect(first.signal).toBe('SIGKILL');
      const noise = await others(lab);
      for (const { accountId, instanceId } of lab.truth())
        for (let count = 0; count < 60; count += 1) await noise(accountId, instanceId, `nightly job ${count}`);
      const last = await lifeStart(order, null, ground).ended;
      if (last.said === null) throw new Error(last.errors);
      return { said: last.said, died: [] };
    });
    expect({ ...heldOf(lives), taken: lives.taken - 60 * 3 }).toEqual(expected);
  });
});

describe('a clock that is wrong', () => {
  it.each([20_000, -20_000, 299_000, -299_000])(
    'by %i ms, of the process that is killed, of the next, or of both',
    { timeout: 480_000 },
    async (skew) => {
      const { ground } = world;
      for (const [one, other] of [
        [skew, skew],
        [0, skew],
      ] as const) {
        world.lab.faults.set([
          { ...send, nth: 1, then: { drop: 'after' } },
          // What its result would prove must be seen in the list of commands.
          ...Array.from({ length: 40 }, (_, at) => ({ ...results, nth: at + 1, then: { status: 503 } })),
        ]);
        const lives = await world.turn(presigned, async (order) => {
          const first = await lifeStart({ ...order, skew: one }, sent, ground).ended;
          expect(first.signal).toBe('SIGKILL');
          await ground.keeper.rest(5);
          const last = await lifeStart({ ...order, skew: other }, null, ground).ended;
          if (last.said === null) throw new Error(last.errors);
          return { said: last.said, died: [] };
        });
        expect(heldOf(lives)).toEqual(expected);
        expect(lives.said.refusals).toBe(0);
      }
    },
  );
});

describe.skipIf(noServer)('two workers on one server', () => {
  const kills: readonly Kill[] = [
    { step: 'write targetClaim', nth: 1, when: 'after' },
    { step: 'call send', nth: 1, when: 'before' },
    { step: 'call send', nth: 1, when: 'after' },
    { step: 'write targetMove', nth: 1, when: 'after' },
    { step: 'call resultRead', nth: 1, when: 'after' },
    { step: 'write recordPut', nth: 1, when: 'after' },
    { step: 'write deliveryPut', nth: 1, when: 'after' },
  ];
  it.each(kills)('one is killed $when $step, the other ends the campaign', { timeout: 240_000 }, async (kill) => {
    const lives = await world.turn(presigned, async (order) => {
      await planned(order);
      const shared: MortalOrder = { ...order, alone: false };
      const [doomed, other] = [lifeStart(shared, kill, world.ground), lifeStart(shared, null, world.ground)];
      await doomed.ended;
      const { said, errors } = await other.ended;
      if (said === null) throw new Error(errors);
      return { said, died: [] };
    });
    expect(heldOf(lives)).toEqual(expected);
  });

  it('the server ends at once in the middle, and comes back', { timeout: 240_000 }, async () => {
    const { lab, ground, stores } = world;
    const lives = await world.turn(presigned, async (order) => {
      const before = lab.calls({ operation: 'SendCommand' }).length;
      const first = lifeStart(order, null, ground);
      await expect
        .poll(() => lab.calls({ operation: 'SendCommand' }).length, { timeout: 60_000, interval: 2 })
        .toBeGreaterThan(before);
      await stores.crash();
      const ended = await first.ended;
      const { said, errors } = ended.said === null ? await lifeStart(order, null, ground).ended : ended;
      if (said === null) throw new Error(errors);
      return { said, died: [] };
    });
    expect(heldOf(lives)).toEqual(expected);
  });

  /** Of two who plan at once each would plan its own. */
  async function planned(order: MortalOrder): Promise<void> {
    const ended = await lifeStart(order, { step: 'write campaignPut', nth: 1, when: 'after' }, world.ground).ended;
    expect(ended.signal).toBe('SIGKILL');
  }
});

async function commentsOf(lab: Lab): Promise<string[]> {
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  const clock = { now: () => new Date(lab.clock.now()), sleep: async () => undefined };
  const { commands } = await openAws(labSettings(lab), clock);
  // The lists lag behind the sends.
  await world.ground.keeper.rest(10);
  const since = new Date(lab.clock.now() - 30_000).toISOString();
  const [region = ''] = lab.regions;
  const lists = await Promise.all(
    lab.accounts.map(({ accountId }) => commands.sentBefore({ accountId, region }, since)),
  );
  return lists.flatMap((one) => one.items.map((item) => item.comment));
}
