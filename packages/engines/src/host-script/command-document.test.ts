// The command document: patterns that keep shells safe, steps in order, the same bytes for the same input.
import { describe, expect, it } from 'vitest';
import { commandDocument } from './command-document.ts';

const urls = {
  script: '^https://b\\.s3\\.eu-west-1\\.amazonaws\\.com/[A-Za-z0-9/_.=-]{1,512}\\?[A-Za-z0-9%&=._~+-]{1,4000}$',
  result: '^https://b$',
  tls: true,
};

interface Document {
  readonly parameters: Readonly<Record<string, { readonly allowedPattern: string }>>;
  readonly mainSteps: readonly {
    readonly name: string;
    readonly inputs: Record<string, unknown>;
    readonly precondition: unknown;
  }[];
}
const document = JSON.parse(commandDocument(urls, { executionSeconds: 900 })) as Document;
const shellText = document.mainSteps.flatMap((step) => step.inputs['runCommand'] as string[]);

it('has the steps of the main path, each for Linux alone', () => {
  expect(document.mainSteps.map((step) => step.name)).toEqual(['download', 'verify', 'run', 'upload', 'cleanup']);
  for (const step of document.mainSteps) expect(step.precondition).toEqual({ StringEquals: ['platformType', 'Linux'] });
  expect(document.mainSteps.map((step) => step.inputs['onFailure'] ?? 'finally')).toEqual([
    'exit',
    'exit',
    'exit',
    'exit',
    'finally',
  ]);
  expect(document.mainSteps.at(-1)?.inputs['finallyStep']).toBe(true);
});

it('is the same bytes for the same input', () => {
  expect(commandDocument(urls, { executionSeconds: 900 })).toBe(commandDocument(urls, { executionSeconds: 900 }));
  expect(commandDocument(urls, { executionSeconds: 901 })).not.toBe(commandDocument(urls, { executionSeconds: 900 }));
});

it('names every parameter it uses and pastes URLs and hashes only inside single quotes', () => {
  const used = shellText.flatMap((line) => [...line.matchAll(/\{\{ (\w+) \}\}/g)].map((match) => match[1] ?? ''));
  expect(new Set(used)).toEqual(new Set(Object.keys(document.parameters)));
  for (const line of shellText)
    for (const match of line.matchAll(/(.?)\{\{ (\w+) \}\}(.?)/g))
      if (match[2] !== 'RunId') expect(`${match[1]}${match[3]}`).toBe("''");
});

describe.each(Object.entries(document.parameters).filter(([name]) => name !== 'ResultUrl'))(
  'pattern of %s',
  (_, { allowedPattern }) => {
    const attacks = ["a'b", 'a"b', 'a`id`', 'a$(id)', 'a\nid', 'a;id', 'a|id', 'a b', 'a\\', '', '$$', '../x', 'a&&id'];
    it.each(attacks)('refuses %j', (attack) => expect(new RegExp(allowedPattern).test(attack)).toBe(false));
    it.each(attacks.filter(Boolean))('refuses %j behind a good beginning', (attack) => {
      const good = {
        script: 'https://b.s3.eu-west-1.amazonaws.com/a?b=c',
        run: 'r-0123456789',
        hash: '0'.repeat(64),
        bytes: '262144',
      };
      for (const start of Object.values(good)) {
        const tail = attack === 'a&&id' || attack === '../x' ? `${attack}'` : attack;
        expect(new RegExp(allowedPattern).test(`${start}${tail}`)).toBe(false);
      }
    });
  },
);

it('never lets a URL reach a process list or a flag', () => {
  for (const line of shellText.filter((text) => text.includes('Url')))
    expect(line).toMatch(/^\s*printf '[^']*' '\{\{ \w+Url \}\}' \| (curl --config -|wget .*--input-file=-)/);
});
