// Every command and option has its help in both languages, and the language is known wherever --lang stands.
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { campaignCommands } from './campaigns.ts';
import { openDesk } from './desk.ts';
import { ownCommands } from './own.ts';
import { resultCommands } from './results.ts';
import { setUpCommands } from './set-up.ts';

function programOf(words: readonly string[], environment = {}): Command {
  const desk = openDesk(words, environment);
  for (const add of [setUpCommands, campaignCommands, resultCommands, ownCommands]) add(desk);
  return desk.program;
}

function helpTexts(command: Command): string[] {
  const options = command.options.map((option) => `${option.flags}: ${option.description}`);
  return [`${command.name()}: ${command.description()}`, ...options, ...command.commands.flatMap(helpTexts)];
}

it('says everything in Korean and in English', () => {
  const korean = helpTexts(programOf(['--lang', 'ko']));
  const english = helpTexts(programOf([]));
  expect(korean.length).toBeGreaterThan(80);
  expect(korean.filter((text) => !/[가-힣]/.test(text))).toEqual([]);
  expect(english.filter((text) => /[가-힣]|: $/.test(text))).toEqual([]);
});

it.each([
  [['--lang', 'ko', 'items'], {}],
  [['items', '--lang=ko'], {}],
  [['--lang', 'en', 'items', '--lang', 'ko'], {}],
  [['items'], { LANG: 'ko_KR.UTF-8' }],
])('speaks Korean for %j with %j', (words, environment) => {
  expect(programOf(words, environment).helpInformation()).toContain('사용법:');
});

it.each([[['--lang', 'en']], [['items', '--lang']], [['--lang=en']]])('speaks English for %j', (words) => {
  expect(programOf(words).helpInformation()).toContain('Usage:');
});
