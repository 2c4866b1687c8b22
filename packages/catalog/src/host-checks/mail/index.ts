// The checks of the family mail with their cases; one line each.
import type { HostCheckList } from '@bongsu/core';
import { expnVrfy } from './expn-vrfy.ts';
import { expnVrfyCases } from './expn-vrfy.cases.ts';
import { queueTools } from './queue-tools.ts';
import { queueToolsCases } from './queue-tools.cases.ts';
import { relay } from './relay.ts';
import { relayCases } from './relay.cases.ts';
import { version } from './version.ts';
import { versionCases } from './version.cases.ts';
import { sendmailExpnVrfy } from './sendmail-expn-vrfy.ts';
import { sendmailExpnVrfyCases } from './sendmail-expn-vrfy.cases.ts';
import { sendmailQueue } from './sendmail-queue.ts';
import { sendmailQueueCases } from './sendmail-queue.cases.ts';
import { sendmailVersion } from './sendmail-version.ts';
import { sendmailVersionCases } from './sendmail-version.cases.ts';

export const mailChecks: HostCheckList = [
  [expnVrfy, expnVrfyCases],
  [queueTools, queueToolsCases],
  [relay, relayCases],
  [version, versionCases],
  [sendmailExpnVrfy, sendmailExpnVrfyCases],
  [sendmailQueue, sendmailQueueCases],
  [sendmailVersion, sendmailVersionCases],
];
