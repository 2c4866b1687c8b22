// Scenarios of what waits for a database server: fixes of a distribution, and packages of its maker.
import { lists } from '../package-lists.ts';
import type { ScenarioTable } from '../scenario.ts';
import { on } from '../scenario.ts';

export const databasePatchScenarios: ScenarioTable = {
  'mysql.patches': [
    on(
      'debian-12-mariadb',
      'nothing waits',
      lists({ 'mariadb-server': '1:10.11.14-0+deb12u2' }, { 'mariadb-server': '1:10.11.14-0+deb12u2' }),
      'pass',
    ),
    on(
      'debian-12-mariadb',
      'a fix waits',
      lists({ 'mariadb-server': '1:10.11.6-0+deb12u1' }, { 'mariadb-server': '1:10.11.14-0+deb12u2' }),
      'fail',
      { because: '10.11.14' },
    ),
    on(
      'debian-12-mariadb',
      'of its maker: no mark of security',
      lists({ 'mariadb-server': '1:10.11.14+maria~deb12' }, { 'mariadb-server': '1:10.11.6-0+deb12u1' }),
      'manual',
    ),
    on('rocky-9-mysql', 'nobody to ask', {}, 'manual'),
  ],
  'postgresql.patches': [
    on(
      'debian-12-postgresql',
      'nothing waits',
      lists({ 'postgresql-15': '15.14-0+deb12u1' }, { 'postgresql-15': '15.14-0+deb12u1' }),
      'pass',
    ),
    on(
      'debian-12-postgresql',
      'a fix waits',
      lists({ 'postgresql-15': '15.12-0+deb12u2' }, { 'postgresql-15': '15.14-0+deb12u1' }),
      'fail',
    ),
    on(
      'debian-12-postgresql',
      'a fix of the client',
      lists(
        { 'postgresql-15': '15.14-0+deb12u1', 'postgresql-client-15': '15.12-1' },
        { 'postgresql-client-15': '15.14-1' },
      ),
      'pass',
    ),
    on(
      'debian-12-postgresql',
      "of the project's repository: no mark of security",
      lists({ 'postgresql-15': '15.14-1.pgdg120+1' }, { 'postgresql-15': '15.14-0+deb12u1' }),
      'manual',
    ),
  ],
};
