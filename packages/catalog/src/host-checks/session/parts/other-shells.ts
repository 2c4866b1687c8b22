// Accounts whose login shell reads other start-up files than those that are followed here.
import type { Judgement, LocalAccount } from '@bongsu/core';
import { hasLoginShell, manual, text } from '@bongsu/core';
import { nameList } from '../../../criteria/name-list.ts';

/** They read neither /etc/profile nor the files of bash (zsh(1), fish(1) and the manuals of the others). */
const others = ['zsh', 'rzsh', 'fish', 'elvish', 'nu', 'xonsh', 'pwsh'];
const shownMax = 50;

/** A pass stands for the shells that were followed; where somebody logs in with another one, a person has to look. */
export function withOtherShells(passed: Judgement, users: readonly LocalAccount[]): Judgement {
  const unread = users.filter((user) => hasLoginShell(user) && others.some((name) => user.shell.endsWith(`/${name}`)));
  if (unread.length === 0) return passed;
  return manual(
    text(
      `다른 시작 파일을 읽는 셸을 쓰는 계정은 어떤가: ${nameList(unread)}`,
      `does the same hold for accounts whose shell reads other files: ${nameList(unread)}?`,
    ),
    [
      ...passed.evidence,
      ...unread
        .slice(0, shownMax)
        .map((user) => ({ source: `/etc/passwd:${user.line}`, found: `${user.name}: ${user.shell}` })),
    ],
  );
}

export const otherShellsQuestion = text(
  'zsh나 fish처럼 다른 시작 파일을 읽는 셸을 쓰는 계정에도 같은 값이 적용됩니까?',
  'Does the same hold for accounts whose shell, such as zsh or fish, reads other start-up files?',
);
