// `npm test`: every stage of the check and all tests; runs them all even after a failure and ends with the tests' summary.
import { ran, sourceStages, testStage } from './stages.mjs';

const failed = [...sourceStages, testStage('tests', ['fast', 'story'])].filter((stage) => !ran(stage));
if (failed.length > 0) {
  process.stdout.write(`\nnpm test: FAILED in ${failed.map((stage) => stage.name).join(', ')}\n`);
  process.exit(1);
}
