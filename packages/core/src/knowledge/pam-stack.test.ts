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
    expect(c && pamArgument(c, 'x')).toBeUndefined();
    const [d] = pamLines(pamFile('x', 'auth required a.so x=1 xy=2'));
    expect(d && pamArgument(d, 'x')).toBe('1');
    expect(c?.control).toEqual(
      new Map([
        ['success', '1'],
        ['default', 'ignore'],
      ]),
    );
    expect(b && pamText(b)).toBe('auth Required pam_b.so x=1 x=2');
  });

  it('keeps what it read', () => {
    const file = pamFile('x', 'auth required a.so');
    expect(pamLines(file)).toBe(pamLines(file));
  });

  it.each([
    ['auth required a.so', ['auth required a.so']],
    ['auth  [ success=1  default=ignore ]  a.so  b  c', ['auth [ success=1  default=ignore ] a.so b c']],
    ['auth required a.so.1 x#y', ['auth required a.so.1.so x']],
    ['auth required a.so\\\nb=1', ['auth required a.so b=1']],
    ['auth required a.so \\ \r\n b=1\r', ['auth required a.so b=1']],
    ['auth required a.so c=d\\e', ['auth required a.so c=d\\e']],
    ['auth required a.so # x \\\nauth required b.so', ['auth required a.so', 'auth required b.so']],
    ['auth required a.so # x\r\\\nauth required b.so', ['auth required a.so', 'auth required b.so']],
    ['auth required a.so \\', ['auth required a.so']],
    ['@include common-auth', ['@include common-auth']],
    ['@INCLUDE common-auth more', ['@INCLUDE common-auth']],
    ['auth SUBSTACK x', ['auth substack x']],
    ['account sufficient a.so\nsession optional b.so', ['account sufficient a.so', 'session optional b.so']],
    ['@include\n\nau-th required a.so\nfoo required a.so\nauth required\nauth', []],
  ] as const)('%j', (text, lines) => {
    expect(pamLines(pamFile('x', text)).map(pamText)).toEqual(lines);
  });

  it('keeps each part in its place', () => {
    const path = '/etc/pam.d/x';
    expect(pamLines(pamFile('x', '@include y\n-password include z a\nauth wrong b.so\nauth [success] c.so'))).toEqual([
      { type: null, control: 'include', controlText: '@include', target: 'y', args: [], path, line: 1 },
      { type: 'password', control: 'include', controlText: 'include', target: 'z', args: ['a'], path, line: 2 },
      { type: 'auth', control: new Map(), controlText: 'wrong', target: 'b', args: [], path, line: 3 },
      {
        type: 'auth',
        control: new Map([['success', '']]),
        controlText: '[success]',
        target: 'c',
        args: [],
        path,
        line: 4,
      },
    ]);
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
    ['optional alone grants', 'auth optional a.so', [], true, ['a']],
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
    ['a word that is no action counts as bad', 'auth [success=1x] a.so\nauth sufficient b.so', [], false, ['a', 'b']],
    ['nor is this one an action', 'auth [success=x1] a.so\nauth sufficient b.so', [], false, ['a', 'b']],
    [
      'a jump over many',
      `auth [success=10 default=ignore] a.so\n${'auth requisite b.so\n'.repeat(10)}auth required c.so`,
      ['b'],
      true,
      ['a', 'c'],
    ],
    ['a jump of none', 'auth [success=0] a.so\nauth required b.so', [], true, ['a', 'b']],
    [
      'reset forgets what was thought before',
      'auth required a.so\nauth [success=reset] b.so\nauth sufficient c.so',
      ['a'],
      true,
      ['a', 'b', 'c'],
    ],
    ['reset forgets a success too', 'auth required a.so\nauth [success=reset] b.so', [], false, ['a', 'b']],
    [
      'an answer that counts and is no success',
      'auth [auth_err=ok] a.so\nauth sufficient b.so',
      ['a'],
      false,
      ['a', 'b'],
    ],
    [
      'such an answer after a success',
      'auth required a.so\nauth [auth_err=done] b.so\nauth optional c.so',
      ['b'],
      false,
      ['a', 'b', 'c'],
    ],
    ['a failure stays one', 'auth required a.so\nauth [success=ok] b.so', ['a'], false, ['a', 'b']],
    ['nothing grants nothing', '# empty', [], false, []],
  ] as const)('%s', (_name, text, failing, granted, called) => {
    expect(run(text, ...failing)).toEqual({ granted, called });
  });
});

it.each([
  ['success', true],
  ['new_authtok_reqd', true],
  ['ignore', false],
  ['auth_err', false],
] as const)('a required module that answers %s grants: %s', (code, granted) => {
  const steps = pamStack([pamFile('x', 'auth [default=ok] a.so')], 'x', 'auth');
  expect(pamRun(steps, () => code).granted).toBe(granted);
});

it('does not count an answer that is to be ignored', () => {
  const steps = pamStack(
    [pamFile('x', 'auth [default=ok] a.so\nauth [default=ok] b.so\nauth [default=ok] c.so')],
    'x',
    'auth',
  );
  expect(pamRun(steps, ({ target }) => (target === 'b' ? 'success' : 'ignore')).granted).toBe(true);
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
    const circle = expect.objectContaining({ code: 'invalid-input' }) as Error;
    const two = [pamFile('a', 'auth required x.so\nauth include b'), pamFile('b', 'auth include a')];
    expect(() => pamStack(two, 'a', 'auth')).toThrow(circle);
    expect(() => pamStack([...two], 'a', 'auth')).toThrow('(/etc/pam.d/a)');
    const long = (count: number) => () => pamStack([pamFile('x', 'auth required a.so\n'.repeat(count))], 'x', 'auth');
    expect(long(5000)).not.toThrow();
    expect(long(5001)).toThrow(circle);
  });

  it('keeps what it followed, for each service and type', () => {
    const fresh = [...files];
    expect(pamModules(pamStack(fresh, 'x', 'auth')).map(({ target }) => target)).toContain('all');
    expect(pamStack(fresh, 'x', 'auth')).toBe(pamStack(fresh, 'x', 'auth'));
    expect(pamModules(pamStack(files, 'sub', 'auth'))).toHaveLength(2);
    expect(pamModules(pamStack(files, 'sub', 'account'))).toHaveLength(1);
  });

  it('shows an include in its place, a substack as one step, and what is missing', () => {
    const more = [
      ...files,
      pamFile('y', 'auth include /etc/pam.d/inc\nauth substack sub\nauth include gone'),
      { ...pamFile('dir', 'auth required no.so'), type: 'dir' as const },
      { ...pamFile('unread', 'auth required no.so'), state: 'unreadable' as const },
    ];
    const [included, substack, missing] = pamStack(more, 'y', 'auth');
    expect(included).toMatchObject({ target: 'i1' });
    expect(substack).toMatchObject([{ target: 's1' }, { target: 's2' }]);
    expect(missing).toMatchObject({
      type: 'auth',
      target: '(missing include) gone',
      control: new Map([['default', 'die']]),
    });
    expect(pamStack(more, 'dir', 'auth')).toEqual([]);
    expect(pamStack(more, 'unread', 'auth')).toEqual([]);
  });
});
