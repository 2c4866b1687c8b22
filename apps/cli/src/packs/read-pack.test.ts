// What is wrong with a pack is told with its file, line, field and remedy; what could hurt the reader is refused.
import { describe, expect, it } from 'vitest';
import { CliError } from '../cli-error.ts';
import { readPack } from './read-pack.ts';
import { packTemplate } from './template.ts';

const good = packTemplate(false)['pack.yaml'] ?? '';
const script = packTemplate(true);

function told(files: Readonly<Record<string, string>>): string {
  try {
    readPack('mine', new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
    return 'good';
  } catch (fault) {
    if (!(fault instanceof CliError)) throw fault;
    return fault.message;
  }
}
/** The template with one text replaced; fails where the text is not there. */
function changed(from: string, to: string, base = good): string {
  expect(base).toContain(from);
  return base.replace(from, to);
}

it('reads what it writes itself', () => {
  expect(told({ 'pack.yaml': good })).toBe('good');
  expect(told(script)).toBe('good');
});

it.each<[string, string, string, RegExp]>([
  [
    'an unknown field',
    'publisher:',
    'publischer:',
    /pack\.yaml:7: publischer: unknown field: did you mean "publisher"\? known are pack, name/,
  ],
  [
    'an unknown field of an item',
    '    importance:',
    '    importence:',
    /:12: items\.0\.importence: unknown field: did you mean "importance"/,
  ],
  [
    'an unknown field of a fact',
    'login: {file: /etc/login.defs}',
    'login: {fiel: /etc/login.defs}',
    /items\.0\.facts\.login\.fiel: unknown field: did you mean "file"\? known are probe, file, files, command/,
  ],
  [
    'an unknown field of a case',
    'expect: pass',
    'expects: pass',
    /items\.0\.cases\.0\.expects: unknown field: did you mean "expect"/,
  ],
  ['a field that is missing', 'publisher: Our company\n', '', /publisher: is missing/],
  [
    'an importance',
    'importance: medium',
    'importance: huge',
    /:12: items\.0\.importance: high, medium or low \(상, 중, 하\)/,
  ],
  ['a format of later', 'pack: 1', 'pack: 2', /:2: pack: this version reads packs of format 1/],
  ['a name', 'name: mine', 'name: My_Pack', /:3: name: a name has small letters/],
  [
    "an edition of the program's own",
    'edition: mine-baseline-1',
    'edition: kisa-unix-2026',
    /:5: edition: kisa-unix-2026 is an edition of this program/,
  ],
  [
    'a fact of two kinds',
    '{file: /etc/login.defs}',
    '{file: /etc/login.defs, probe: accounts}',
    /facts\.login: a fact has exactly one of/,
  ],
  [
    'a probe',
    '{file: /etc/login.defs}',
    '{probe: acounts}',
    /facts\.login\.probe: no probe "acounts": did you mean "accounts"/,
  ],
  [
    'a path',
    '{file: /etc/login.defs}',
    '{file: "/etc/$(id)"}',
    /facts\.login\.file: "\/etc\/\$\(id\)" is no plain absolute path/,
  ],
  [
    'a secret text',
    '{file: /etc/login.defs}',
    '{file: /etc/shadow}',
    /the text of \/etc\/shadow is a secret: write \{path: \/etc\/shadow, text: false\}/,
  ],
  [
    'a glob',
    '{file: /etc/login.defs}',
    '{files: /home/*/x}',
    /facts\.login\.files: "\/home\/\*\/x" is no plain absolute path/,
  ],
  ['a folder of globs', '{file: /etc/login.defs}', '{files: "/home/*"}', /must lie in one of \/etc/],
  [
    'a command',
    '{file: /etc/login.defs}',
    '{command: {name: sysctrl, key: a.b}}',
    /command\.name: no command "sysctrl": did you mean "sysctl"/,
  ],
  [
    'an argument',
    '{file: /etc/login.defs}',
    '{command: {name: sysctl, key: "a.b; id"}}',
    /command\.key: "a\.b; id" is no key: write one such as net/,
  ],
  [
    'an option for an argument',
    '{file: /etc/login.defs}',
    '{command: {name: rpm, package: --root=/x}}',
    /command\.package: "--root=\/x" is no package/,
  ],
  [
    'an argument that is missing',
    '{file: /etc/login.defs}',
    '{command: {name: sysctl}}',
    /facts\.login\.command: sysctl needs key, such as net/,
  ],
  [
    'an argument too many',
    '{file: /etc/login.defs}',
    '{command: {name: uname, key: a.b}}',
    /command\.key: uname takes no key/,
  ],
  ['a name of a fact', 'login: {file', 'in: {file', /facts\.in: a fact is named by a small letter/],
  [
    'a condition',
    'notApplicable: "!login.exists"',
    'notApplicable: "!logn.exists"',
    /:20: items\.0\.notApplicable: Unknown variable: logn \(at character 2 of the expression; names here: host, login\)/,
  ],
  [
    'a condition that is none',
    'notApplicable: "!login.exists"',
    'notApplicable: "1 + 1"',
    /gives int, and a condition gives true or false/,
  ],
  [
    'evidence of another fact',
    'from: login',
    'from: logins',
    /evidence\.0\.from: no fact "logins": did you mean "login"/,
  ],
  [
    'a host of a case',
    'cases:\n      - name: ninety days',
    'cases:\n      - host: debian-99\n        name: ninety days',
    /cases\.0\.host: no host "debian-99": did you mean "debian-12"/,
  ],
  ['an expectation', 'expect: unknown', 'expect: maybe', /cases\.3\.expect: pass, fail, notApplicable/],
  ['a tab', 'items:', '\titems:', /pack\.yaml:9: /],
  ['a field that stands twice', 'publisher: Our', 'publisher: x\npublisher: Our', /pack\.yaml:8: .*unique/],
  ['an alias', 'publisher: Our company', 'publisher: &p Our company\nversion2: *p', /aliases \(\*name\) are not read/],
])('tells of %s', (_what, from, to, expected) => expect(told({ 'pack.yaml': changed(from, to) })).toMatch(expected));

it('tells everything at once', () => {
  const text = changed('importance: medium', 'importance: huge', changed('pack: 1', 'pack: 2'));
  expect(told({ 'pack.yaml': text }).match(/pack\.yaml:\d+:/g)).toHaveLength(2);
});

it('names the file of an item', () => {
  const page = 'items:\n  - code: M-02\n    titel: x\n';
  expect(told({ 'pack.yaml': good, 'more.yaml': page })).toMatch(
    /mine\/more\.yaml:3: items\.0\.titel: unknown field: did you mean "title"/,
  );
});

it('tells of codes that meet, of no item, of no condition', () => {
  const item = good.slice(good.indexOf('  - code: M-01'));
  expect(told({ 'pack.yaml': good + item.replace('M-01', 'm.01') })).toMatch(
    /m\.01 makes the same unit id as M-01, pack-mine\.m-01/,
  );
  expect(told({ 'pack.yaml': `${good.slice(0, good.indexOf('items:'))}items: []\n` })).toMatch(
    /a pack has at least one item/,
  );
  const bare = good.replace(/ {4}notApplicable[\s\S]*?(?= {4}# What a verdict)/, '');
  expect(told({ 'pack.yaml': bare })).toMatch(/items\.0: has no condition/);
  expect(told({ 'other.yaml': good })).toMatch(/holds no pack\.yaml/);
});

describe('a script', () => {
  const yaml = script['pack.yaml'] ?? '';
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'of other bytes',
      { ...script, 'script.sh': 'id\n' },
      /script\.sha256: script\.sh has the SHA-256 [0-9a-f]{64}: write it here if this is the script that you have read/,
    ],
    ['that is not there', { 'pack.yaml': yaml }, /script\.file: there is no script\.sh beside pack\.yaml/],
    [
      'outside of the pack',
      { ...script, 'pack.yaml': changed('file: script.sh', 'file: ../x.sh', yaml) },
      /script\.file: the name of a file beside pack\.yaml/,
    ],
    ['without a hash', { ...script, 'pack.yaml': yaml.replace(/ {2}sha256: .*\n/, '') }, /script\.sha256: is missing/],
    [
      'in a shell that is none',
      { ...script, 'pack.yaml': changed('shell: sh ', 'shell: "sh -c id" ', yaml) },
      /script\.shell: sh or bash/,
    ],
    [
      'with conditions',
      { ...script, 'pack.yaml': changed('    remedy:', '    pass: "true"\n    remedy:', yaml) },
      /items\.0\.pass: unknown field/,
    ],
  ])('%s is refused', (_what, files, expected) => expect(told(files)).toMatch(expected));
});

describe('a page that would hold the reader up', () => {
  const bomb = `a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n`;
  it.each<[string, string, RegExp]>([
    ['a bomb of aliases', bomb, /aliases/],
    ['brackets without end', `a: ${'['.repeat(100_000)}`, /nested too deeply/],
    [
      'steps without end',
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`)
        .join('\n')
        .slice(0, 260_000),
      /nested too deeply/,
    ],
    ['dashes without end', `${'- '.repeat(100_000)}x`, /nested too deeply/],
    ['a megabyte', `a: "${'x'.repeat(1_000_000)}"`, /262144 is the most/],
    ['another encoding', 'a: \u{fffd}', /is not UTF-8/],
    ['nothing', '', /pack\.yaml:1:/],
    ['a list', '- a\n', /pack\.yaml:1:/],
    ['a prototype', '__proto__: {kind: legacy}\nconstructor: x\n', /unknown field/],
  ])('%s is refused', (_what, text, expected) => {
    const started = performance.now();
    expect(told({ 'pack.yaml': text })).toMatch(expected);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
