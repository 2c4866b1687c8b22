// Every migration in its order; a new one is a new line, an old one is never edited.
import type { Migration } from 'kysely/migration';
import * as first from './0001-first.ts';
import * as answers from './0002-answers.ts';
import * as packs from './0003-packs.ts';
import * as campaigns from './0004-campaigns.ts';
import * as jobs from './0005-jobs.ts';
import * as runRecords from './0006-run-records.ts';
import * as deliveries from './0007-deliveries.ts';
import * as schedules from './0008-schedules.ts';
import * as hostVerdicts from './0009-host-verdicts.ts';
import * as instanceEvents from './0010-instance-events.ts';
import * as carried from './0012-carried.ts';
import * as associations from './0013-associations.ts';
import * as unsignedRecords from './0014-unsigned-records.ts';
import * as retention from './0015-retention.ts';
import * as reopened from './0021-reopened.ts';
import * as scripts from './0022-scripts.ts';
import * as ending from './0023-ending.ts';
import * as recordParts from './0027-record-parts.ts';
import * as moments from './0028-moments.ts';
import * as seen from './0029-seen.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-answers': answers,
  '0003-packs': packs,
  '0004-campaigns': campaigns,
  '0005-jobs': jobs,
  '0006-run-records': runRecords,
  '0007-deliveries': deliveries,
  '0008-schedules': schedules,
  '0009-host-verdicts': hostVerdicts,
  '0010-instance-events': instanceEvents,
  '0012-carried': carried,
  '0013-associations': associations,
  '0014-unsigned-records': unsignedRecords,
  '0015-retention': retention,
  '0021-reopened': reopened,
  '0022-scripts': scripts,
  '0023-ending': ending,
  '0027-record-parts': recordParts,
  '0028-moments': moments,
  '0029-seen': seen,
};
