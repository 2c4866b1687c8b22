// PAM files read and run as pam.d(5) says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { pamArgument, pamLines, pamText } from './pam-line.ts';
import { pamModules, pamRun, pamStack } from './pam-stack.ts';

function pamFile(name: string, text: string): FileRecord {
  const path = `/etc/pam.d/${name}`;
  return {
    kind: 'file',
    path,
    state: 'present',
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget: '',
    lines: text.split('\n'),
  };
}

/** What a stack of `a`, `b`, … does when the named modules fail. */
function run(text: string, ...failing: string[]): { granted: boolean; called: string[] } {
  const steps = pamStack([pamFile('x', text)], 'x', 'auth');
  const { granted, called } = pamRun(steps, (module) => (failing.includes(module.target) ? 'auth_err' : 'success'));
  return { granted, called: called.map((module) => module.target) };
}

describe('pamLines', () => {
  it('reads types in any case, a leading minus, brackets, paths, comments and continued lines', () => {
    const lines = pamLines(
      pamFile(
        'x',
        '# auth required a.so\n-AUTH Required /lib/security/$ISA/pam_b.so x=1 x=2 # y\nauth [success=1 \\\n default=ignore] pam_c.so\r\nauth required\n',
      ),
    );
    expect(lines.map((line) => [line.line, line.type, line.target])).toEqual([
      [2, 'auth', 'pam_b'],
      [3, 'auth', 'pam_c'],
    ]);
    const [b, c] = lines;
    expect(b && pamArgument(b, 'x')).toBe('2');
    expect(c?.control).toEqual(
      new Map([
        ['success', '1'],
        ['default', 'ignore'],
      ]),
    );
    expect(b && pamText(b)).toBe('auth Required pam_b.so x=1 x=2');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('auth [', '\\', 'auth include x', '@include x', 'auth [a=] b'))),
        (lines) => {
          const file = pamFile('x', lines.join('\n'));
          expect(pamLines(file).every((line) => line.line <= file.lines.length)).toBe(true);
          if (!/include\s+x/i.test(lines.join('\n')))
            expect(pamRun(pamStack([file], 'x', 'auth'), () => 'auth_err').granted).toBe(false);
        },
      ),
    );
  });
});

describe('pamRun', () => {
  it.each([
    [
      'required: a failure is kept, the rest is called',
      'auth required a.so\nauth required b.so',
      ['a'],
      false,
      ['a', 'b'],
    ],
    ['requisite: a failure ends it', 'auth requisite a.so\nauth required b.so', ['a'], false, ['a']],
    ['sufficient: a success ends it', 'auth sufficient a.so\nauth required b.so', [], true, ['a']],
    ['sufficient: a failure is ignored', 'auth sufficient a.so\nauth required b.so', ['a'], true, ['a', 'b']],
    [
      'sufficient does not heal a failure before it',
      'auth required a.so\nauth sufficient b.so\nauth required c.so',
      ['a'],
      false,
      ['a', 'b', 'c'],
    ],
    ['optional alone decides', 'auth optional a.so', ['a'], false, ['a']],
    [
      'a jump',
      'auth [success=1 default=ignore] a.so\nauth requisite b.so\nauth required c.so',
      ['b'],
      true,
      ['a', 'c'],
    ],
    [
      'a jump gives no success of its own',
      'auth [success=1 default=ignore] a.so\nauth requisite b.so',
      [],
      false,
      ['a'],
    ],
    ['a value that is not named is bad', 'auth [success=ok] a.so\nauth required b.so', ['a'], false, ['a', 'b']],
    ['die', 'auth [success=ok default=die] a.so\nauth required b.so', ['a'], false, ['a']],
    ['nothing grants nothing', '# empty', [], false, []],
  ] as const)('%s', (_name, text, failing, granted, called) => {
    expect(run(text, ...failing)).toEqual({ granted, called });
  });
});

describe('pamStack', () => {
  const files = [
    pamFile('x', 'auth required a.so\nauth substack sub\nauth include inc\n@include all\nauth required z.so'),
    pamFile('sub', 'auth sufficient s1.so\nauth required s2.so\naccount required other.so'),
    pamFile('inc', 'auth sufficient i1.so\nsession required other.so'),
    pamFile('all', 'auth required all.so'),
    pamFile('loop', 'auth include loop\nauth required a.so'),
    pamFile('lost', 'auth include gone\nauth required a.so'),
  ];

  it('follows include, substack and @include, of its own type only', () => {
    const names = pamModules(pamStack(files, 'x', 'auth')).map((module) => module.target);
    expect(names).toEqual(['a', 's1', 's2', 'i1', 'all', 'z']);
  });

  it('ends a substack, and not the stack, at its sufficient module; an include ends it all', () => {
    const { called } = pamRun(pamStack(files, 'x', 'auth'), () => 'success');
    expect(called.map((module) => module.target)).toEqual(['a', 's1', 'i1']);
  });

  it('counts a substack as one module for a jump', () => {
    const jump = [
      pamFile('j', 'auth [success=1 default=ignore] a.so\nauth substack sub\nauth required b.so'),
      ...files,
    ];
    const { called } = pamRun(pamStack(jump, 'j', 'auth'), () => 'success');
    expect(called.map((module) => module.target)).toEqual(['a', 'b']);
  });

  it('gives up loudly on circles, and refuses where an included file is missing', () => {
    expect(() => pamStack(files, 'loop', 'auth')).toThrow('without end');
    expect(pamRun(pamStack(files, 'lost', 'auth'), () => 'success').granted).toBe(false);
    expect(pamStack(files, 'nowhere', 'auth')).toEqual([]);
  });
});
