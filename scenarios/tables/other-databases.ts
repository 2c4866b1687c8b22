// Scenarios of dbms.other-products: databases that the catalogue does not judge are never silent.
import { host } from '../host-state.ts';
import { running } from '../processes.ts';
import type { ScenarioTable } from '../scenario.ts';
import { on } from '../scenario.ts';

export const otherDatabaseScenarios: ScenarioTable = {
  'dbms.other-products': [
    on('debian-12-mariadb', 'what is judged elsewhere', {}, 'notApplicable'),
    on('rocky-9-stock', 'Oracle runs', running({ program: '/opt/ora_pmon_ORCL', uid: 1000 }), 'manual', {
      because: 'Oracle',
    }),
    on('rocky-9-stock', 'Tibero, by its folder in an image', { '/opt/tibero': { dir: true } }, 'manual', {
      image: true,
      because: 'Tibero',
    }),
    on('debian-12-stock', 'Altibase, by its port', host({ hears: ['tcp 0.0.0.0:20300 x'] }), 'manual'),
    on('debian-12-stock', 'a name alike', running({ program: '/opt/hdbscan', uid: 1000 }), 'notApplicable'),
  ],
};
