// `npm run check`: types, lint, format, walls and fast tests; stops at the first stage that fails.
import { ran, sourceStages, testStage } from './stages.mjs';

const started = Date.now();
for (const stage of [...sourceStages, testStage('fast tests', ['fast'])]) if (!ran(stage)) process.exit(1);
process.stdout.write(`\ncheck: ok, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
