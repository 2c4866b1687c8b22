// What ends a command is said in the language asked for; bugs and exit codes stay what they are.
import { FlowError } from '@bongsu/flow';
import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { CliError } from '../cli-error.ts';
import { voiceOf } from '../language/say.ts';
import { endingOf } from './fault.ts';

const [korean, english] = [voiceOf('ko'), voiceOf('en')];

it.each([
  [new CliError('bad-input', '--days "x": a number of days'), ['bongsu: --days "x": 일수를 적으십시오'], 2],
  [new CliError('nothing-there', 'words of \u001b[31manother'), ['bongsu: words of \\x1b[31manother'], 1],
  [
    new FlowError('no-campaign', 'no campaign c9: see "bongsu campaign list"'),
    [expect.stringContaining('캠페인 c9')],
    1,
  ],
  [
    new CliError('bad-config', 'a.yaml:1: role: is missing: text\na.yaml:2: store: is a number: it takes text'),
    ['bongsu: a.yaml:1: role: 값이 없음: 문자열', 'bongsu: a.yaml:2: store: 값의 종류가 다름: 숫자(필요한 것: 문자열)'],
    2,
  ],
  [Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }), [expect.stringMatching(/디스크.*write ENOSPC/)], 1],
  [new CommanderError(1, 'commander.unknownOption', 'told already'), [], 2],
  [new CommanderError(0, 'commander.help', ''), [], 0],
])('%s', (error, lines, exitCode) => {
  expect(endingOf(error, korean)).toEqual({ lines, exitCode });
  expect(endingOf(error, english).lines.join('\n')).not.toMatch(/[가-힣]/);
});

it('leaves a bug its stack, in whichever language', () => {
  const bug = new RangeError('a send has targets');
  expect(endingOf(bug, korean).lines.join('\n')).toMatch(/RangeError: a send has targets\nbongsu: +at /);
  expect(() => endingOf('no error', korean)).toThrow('no error');
});
