// Every scenario, unit by unit.
import type { ScenarioTable } from './scenario.ts';
import { accountScenarios } from './tables/account.ts';
import { sshScenarios } from './tables/ssh.ts';

export const scenarios: ScenarioTable = { ...accountScenarios, ...sshScenarios };
