// Fast tests stand beside sources; whole stories have names of their own and run in `npm test`, two files at a time, after the fast ones.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['{packages,apps}/*/src/**/*.test.ts', 'lab/src/**/*.test.ts', '{tools,scenarios}/**/*.test.ts'],
          exclude: ['**/*.story.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
          // Left to itself vitest keeps one core idle, which is half of a small machine.
          maxWorkers: '100%',
          allowOnly: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'story',
          include: ['{packages,apps}/*/src/**/*.story.test.ts', '{lab,tools,scenarios}/**/*.story.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          allowOnly: false,
          // Each has a lab, a store and folders of its own, and mostly waits for its processes.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
