// Fast tests stand beside sources; whole stories have names of their own and run in `npm test`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['{packages,apps}/*/src/**/*.test.ts', 'lab/src/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/*.story.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'story',
          include: ['**/*.story.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
