// What the parser refuses is said in the language asked for, whatever of its faults it is.
import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { campaignCommands } from './campaigns.ts';
import { openDesk } from './desk.ts';
import { ownCommands } from './own.ts';
import { resultCommands } from './results.ts';
import { setUpCommands } from './set-up.ts';

async function said(...words: string[]): Promise<string> {
  const desk = openDesk(words, {});
  for (const add of [setUpCommands, campaignCommands, resultCommands, ownCommands]) add(desk);
  const told: string[] = [];
  const writeErr = (text: string): void => void told.push(text);
  const quiet = (command: typeof desk.program): void => {
    command.configureOutput({ writeErr });
    command.commands.forEach(quiet);
  };
  quiet(desk.program);
  await desk.program.parseAsync(words, { from: 'user' }).catch((fault: unknown) => {
    if (!(fault instanceof CommanderError)) throw fault;
  });
  // Before the help.
  return told.join('').split('\n\n')[0]?.trim() ?? '';
}

it.each([
  [['--colour'], '알 수 없는 옵션입니다: --colour', "unknown option '--colour'"],
  [['camapign', 'run'], '알 수 없는 명령입니다: camapign\n혹시 campaign?', "'camapign'\nDid you mean campaign?"],
  [['campaign', 'run', '--ye'], '알 수 없는 옵션입니다: --ye\n혹시 ', "unknown option '--ye'"],
  [['verify'], '인자가 필요합니다: ', 'missing required argument'],
  [['campaign', 'retry'], '필수 옵션이 없습니다: --state', 'required option'],
  [['campaign', 'retry', '--state'], '옵션에 값이 필요합니다: --state', 'argument missing'],
  [['campaign', 'show', 'a', 'b', 'c'], '최대 1개이며 3개를 받았습니다: a, b, c', 'Expected 1 but got 3: a, b, c'],
])('%j', async (words, korean, english) => {
  const inKorean = await said('--lang', 'ko', ...words);
  expect(inKorean).toContain(korean);
  expect(inKorean).not.toMatch(/error|Did you mean/);
  expect(await said('--lang', 'en', ...words)).toContain(english);
});
