// The fields of a pack's files: one schema for what an author writes, turned into the engines' words as it is read.
import type { FixLines, Importance, JudgementStatus, Text } from '@bongsu/core';
import { isCommandName, packCommands, packFileName } from '@bongsu/engines';
import { z } from 'zod';
import { knownWords } from './pack-fault.ts';

const line = z.string('write a text').trim().min(1, 'write a text').max(2000, 'at most 2,000 characters');
/** One text serves both languages. */
export const bilingual = z
  .union([line, z.strictObject({ ko: line, en: line })], 'write a text, or {ko: …, en: …}')
  .transform((given): Text => (typeof given === 'string' ? { ko: given, en: given } : given));

const importances: Readonly<Record<string, Importance>> = {
  high: 'high',
  medium: 'medium',
  low: 'low',
  상: 'high',
  중: 'medium',
  하: 'low',
};
const importance = z
  .string('high, medium or low (상, 중, 하)')
  .transform((word, context) => importances[word] ?? refused(context, 'high, medium or low (상, 중, 하)'));

const outcomes: Readonly<Record<string, JudgementStatus | 'unknown'>> = {
  pass: 'pass',
  양호: 'pass',
  fail: 'fail',
  취약: 'fail',
  notApplicable: 'notApplicable',
  'N/A': 'notApplicable',
  manual: 'manual',
  수동: 'manual',
  unknown: 'unknown',
  판단불가: 'unknown',
};
const outcomeWords = 'pass, fail, notApplicable, manual or unknown (양호, 취약, N/A, 수동, 판단불가)';
const outcome = z.string(outcomeWords).transform((word, context) => outcomes[word] ?? refused(context, outcomeWords));

const shellLines = z.array(line);
const fix = z
  .strictObject({
    any: shellLines.optional(),
    rhel: shellLines.optional(),
    debian: shellLines.optional(),
    ubuntu: shellLines.optional(),
    'amazon-linux': shellLines.optional(),
  })
  .transform((given): FixLines => given as FixLines);

const condition = z
  .union([z.string(), z.boolean()], 'write a condition in CEL, in quotes or after a |')
  .transform((given) => String(given).trim());
const fileRequest = z.union(
  [line.transform((path) => ({ path, text: true })), z.strictObject({ path: line, text: z.boolean().default(true) })],
  'write a path, or {path: …, text: false}',
);
const filesRequest = z.union(
  [line.transform((glob) => ({ glob, text: true })), z.strictObject({ glob: line, text: z.boolean().default(true) })],
  'write a glob such as /etc/cron.d/*, or {glob: …, text: false}',
);
const commandRequest = z
  .strictObject({
    name: z.string(),
    key: line.optional(),
    unit: line.optional(),
    package: line.optional(),
    optional: z.boolean().default(false),
  })
  .transform((given, context) => {
    const { name, optional } = given;
    if (!isCommandName(name))
      return refused(
        context,
        `no command ${JSON.stringify(name)}: ${knownWords(name, Object.keys(packCommands))}`,
        'name',
      );
    const { argument } = packCommands[name];
    const surplus = (['key', 'unit', 'package'] as const).find(
      (field) => given[field] !== undefined && field !== argument?.field,
    );
    if (surplus)
      return refused(context, `${name} takes no ${surplus}${argument ? `: write ${argument.field}` : ''}`, surplus);
    if (argument === null) return { command: name, argument: null, optional };
    const word = given[argument.field];
    if (word === undefined) return refused(context, `${name} needs ${argument.field}, such as ${argument.example}`);
    if (!argument.shape.test(word))
      return refused(
        context,
        `${JSON.stringify(word)} is no ${argument.field}: write one such as ${argument.example}`,
        argument.field,
      );
    return { command: name, argument: word, optional };
  });
const fact = z
  .strictObject({
    probe: line.optional(),
    file: fileRequest.optional(),
    files: filesRequest.optional(),
    command: commandRequest.optional(),
  })
  .transform(({ probe, file, files, command }, context) => {
    const given = [probe, file, files, command].filter((one) => one !== undefined);
    if (given.length !== 1) return refused(context, 'a fact has exactly one of probe, file, files, command');
    if (probe !== undefined) return { kind: 'probe', probe } as const;
    if (file) return { kind: 'file', ...file } as const;
    if (files) return { kind: 'files', ...files } as const;
    return command
      ? ({ kind: 'command', ...command } as const)
      : refused(context, 'a fact has exactly one of probe, file, files, command');
  });
const evidence = z.union(
  [
    line.transform((show) => ({ from: null, show, expected: null })),
    z
      .strictObject({ from: z.string().optional(), show: line, expected: line.optional() })
      .transform((given) => ({ from: given.from ?? null, show: given.show, expected: given.expected ?? null })),
  ],
  'write an expression in CEL, or {from: fact, show: expression, expected: text}',
);

const caseFile = z.union(
  [
    z.string(),
    z.strictObject({
      text: z.string().optional(),
      mode: z
        .string('quote the mode, such as "0644"')
        .regex(/^0?[0-7]{3,4}$/, 'a mode such as "0644"')
        .optional(),
      uid: z.number().int().min(0).optional(),
      gid: z.number().int().min(0).optional(),
      type: z.enum(['file', 'dir', 'link', 'other']).optional(),
      linkTarget: z.string().optional(),
    }),
  ],
  'write the text of the file, absent, unreadable, or {text, mode, uid, gid, type, linkTarget}',
);
const caseHost = z.union(
  [
    z.string(),
    z.strictObject({
      like: z.string().optional(),
      family: z.enum(['amazon-linux', 'rhel', 'ubuntu', 'debian', 'other']).optional(),
      distro: z.string().optional(),
      version: z.string().optional(),
      container: z.boolean().optional(),
      live: z.boolean().optional(),
    }),
  ],
  'write the name of a host such as debian-12, or {like: debian-12, live: false}',
);
const caseHead = { name: line, host: caseHost.default('debian-12'), expect: outcome, because: line.optional() };
const exit = z.number().int().min(0).max(255);
const declaredCase = z.strictObject({
  ...caseHead,
  files: z.record(z.string(), caseFile).optional(),
  commands: z
    .record(
      z.string(),
      z.strictObject({
        stdout: z.string().optional(),
        stderr: z.string().optional(),
        exitCode: exit.optional(),
        missing: z.boolean().optional(),
      }),
    )
    .optional(),
  notes: z.array(z.array(z.string()).min(1)).optional(),
});
const legacyCase = z.strictObject({
  ...caseHead,
  output: z.string('write what the script prints'),
  exitCode: exit.default(0),
});

const itemHead = {
  code: z
    .string('quote the code')
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,28}[A-Za-z0-9])?$/,
      'a code has up to 30 letters, digits, ., _ and -, such as A-01',
    ),
  title: bilingual,
  importance,
  why: bilingual,
  expects: bilingual,
  remedy: bilingual,
  fix: fix.optional(),
};
export const declaredItem = z.strictObject({
  ...itemHead,
  question: bilingual.optional(),
  applies: condition.optional(),
  facts: z.record(z.string(), fact).default({}),
  pass: condition.optional(),
  fail: condition.optional(),
  notApplicable: condition.optional(),
  manual: condition.optional(),
  reasons: z
    .strictObject({
      pass: bilingual.optional(),
      fail: bilingual.optional(),
      notApplicable: bilingual.optional(),
      manual: bilingual.optional(),
    })
    .default({}),
  evidence: z.array(evidence).default([]),
  cases: z.array(declaredCase).default([]),
});
export const legacyItem = z.strictObject({ ...itemHead, cases: z.array(legacyCase).default([]) });

const head = {
  pack: z.literal(1, 'this version reads packs of format 1: write pack: 1'),
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9]{0,29}(?:-[a-z0-9]{1,30}){0,3}$/,
      'a name has small letters, digits and single hyphens, such as acme',
    ),
  version: z
    .string('quote the version, such as "1.0"')
    .regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,29}$/, 'a version such as 1.0.0'),
  edition: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'an edition id such as acme-baseline-1')
    .max(60),
  title: bilingual,
  publisher: line,
};
export const declaredHead = z.strictObject({
  ...head,
  kind: z.literal('declarative').default('declarative'),
  items: z.array(declaredItem).default([]),
});
export const legacyHead = z.strictObject({
  ...head,
  kind: z.literal('legacy'),
  script: z.strictObject({
    file: z.string().regex(packFileName, 'the name of a file beside pack.yaml').default('script.sh'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the 64 small hex digits that sha256sum prints'),
    shell: z.enum(['sh', 'bash'], 'sh or bash').default('sh'),
    timeoutSeconds: z.number().int().min(5).max(600).default(120),
  }),
  items: z.array(legacyItem).default([]),
});
export const declaredPage = z.strictObject({ items: z.array(declaredItem) });
export const legacyPage = z.strictObject({ items: z.array(legacyItem) });

/** Adds an issue and gives zod's word for "no value". */
function refused(context: z.RefinementCtx, message: string, ...path: PropertyKey[]): never {
  context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
}
