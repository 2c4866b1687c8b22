// Every scenario, unit by unit.
import type { ScenarioTable } from './scenario.ts';
import { accessScenarios } from './tables/access.ts';
import { accountScenarios } from './tables/account.ts';
import { apacheContentScenarios } from './tables/apache-content.ts';
import { apacheSettingScenarios } from './tables/apache-settings.ts';
import { databasePatchScenarios } from './tables/database-patches.ts';
import { fileModeScenarios } from './tables/file-modes.ts';
import { fileOwnerScenarios } from './tables/file-owners.ts';
import { fileWalkScenarios } from './tables/file-walk.ts';
import { mailDnsScenarios } from './tables/mail-dns.ts';
import { nginxSettingScenarios } from './tables/nginx-settings.ts';
import { nginxScenarios } from './tables/nginx.ts';
import { mysqlScenarios } from './tables/mysql.ts';
import { postgresqlScenarios } from './tables/postgresql.ts';
import { otherDatabaseScenarios } from './tables/other-databases.ts';
import { passwordScenarios } from './tables/password.ts';
import { serviceOffScenarios } from './tables/services-off.ts';
import { sessionScenarios } from './tables/session.ts';
import { shareScenarios } from './tables/shares.ts';
import { spellingScenarios } from './tables/spelling.ts';
import { sshScenarios } from './tables/ssh.ts';
import { tomcatAccountScenarios } from './tables/tomcat-accounts.ts';
import { tomcatContentScenarios } from './tables/tomcat-content.ts';
import { upkeepScenarios } from './tables/upkeep.ts';

const tables: readonly ScenarioTable[] = [
  accessScenarios,
  accountScenarios,
  apacheContentScenarios,
  apacheSettingScenarios,
  databasePatchScenarios,
  fileModeScenarios,
  fileOwnerScenarios,
  fileWalkScenarios,
  mailDnsScenarios,
  nginxSettingScenarios,
  nginxScenarios,
  mysqlScenarios,
  postgresqlScenarios,
  otherDatabaseScenarios,
  passwordScenarios,
  serviceOffScenarios,
  sessionScenarios,
  shareScenarios,
  spellingScenarios,
  sshScenarios,
  tomcatAccountScenarios,
  tomcatContentScenarios,
  upkeepScenarios,
];

/** A unit may have rows in several tables. */
const rows = tables.flatMap((table) => Object.entries(table));

export const scenarios: ScenarioTable = Object.fromEntries(
  [...Map.groupBy(rows, ([unit]) => unit)].map(([unit, some]) => [unit, some.flatMap(([, all]) => all)]),
);
