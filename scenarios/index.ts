// Every scenario, unit by unit.
import type { ScenarioTable } from './scenario.ts';
import { accessScenarios } from './tables/access.ts';
import { accountScenarios } from './tables/account.ts';
import { nginxScenarios } from './tables/nginx.ts';
import { passwordScenarios } from './tables/password.ts';
import { sessionScenarios } from './tables/session.ts';
import { sshScenarios } from './tables/ssh.ts';
import { upkeepScenarios } from './tables/upkeep.ts';

export const scenarios: ScenarioTable = {
  ...accessScenarios,
  ...accountScenarios,
  ...nginxScenarios,
  ...passwordScenarios,
  ...sessionScenarios,
  ...sshScenarios,
  ...upkeepScenarios,
};
