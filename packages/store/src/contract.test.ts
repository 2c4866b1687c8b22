// Every method of the store, in memory, in a folder and on a PostgreSQL server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, databasePrograms, databaseServerStart } from '@bongsu/lab';
import { afterAll, beforeAll, describe } from 'vitest';
import { answerContract } from './answer.contract.ts';
import { associationContract } from './association.contract.ts';
import { campaignContract } from './campaign.contract.ts';
import { carriedContract } from './carried.contract.ts';
import { deliveryContract } from './delivery.contract.ts';
import { evidenceContract } from './evidence.contract.ts';
import { eventContract } from './instance-event.contract.ts';
import { findingContract } from './finding.contract.ts';
import { type Store, storeOpen } from './open.ts';
import { contractRetentionDays, retentionContract } from './retention.contract.ts';
import { recordContract } from './run-record.contract.ts';
import { scheduleContract } from './schedule.contract.ts';
import { snapshotContract } from './snapshot.contract.ts';
import { paceContract, targetClaimContract } from './target-claim.contract.ts';
import { targetContract } from './target.contract.ts';
import { verdictContract } from './verdict.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'bongsu-contract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

let server: DatabaseServer | undefined;
const places = [
  { where: 'in memory', place: async () => ({ directory: 'memory' }) },
  { where: 'in a folder', place: async () => ({ directory: folder }) },
  {
    where: 'on a PostgreSQL server',
    skip: noServer,
    place: async () => {
      server = await databaseServerStart();
      return { directory: 'memory', databaseUrl: server.database() };
    },
  },
];

for (const { where, place, skip } of places)
  describe.skipIf(skip)(`a store ${where}`, () => {
    let opened: Store | undefined;
    const store = (): Store => {
      if (opened === undefined) throw new Error('the store is not open');
      return opened;
    };
    beforeAll(async () => {
      opened = await storeOpen({ ...(await place()), retentionDays: contractRetentionDays });
    }, 60_000);
    afterAll(async () => {
      await opened?.close();
      await server?.stop();
    });

    describe('snapshots', () => snapshotContract(store));
    describe('campaigns', () => campaignContract(store));
    describe('targets', () => targetContract(store));
    describe('claims and attempts', () => targetClaimContract(store));
    describe('rates', () => paceContract(store));
    describe('evidence', () => evidenceContract(store));
    describe('retention', () => retentionContract(store));
    describe('verdicts', () => verdictContract(store));
    describe('findings', () => findingContract(store));
    describe('run records', () => recordContract(store));
    describe('deliveries', () => deliveryContract(store));
    describe('events', () => eventContract(store));
    describe('schedules', () => scheduleContract(store));
    describe('associations', () => associationContract(store));
    describe('carried builds and imports', () => carriedContract(store));
    describe('answers', () => answerContract(store));
  });
