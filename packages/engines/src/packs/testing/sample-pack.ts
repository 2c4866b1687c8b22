// Packs for the tests of this folder: an item and a pack with every field at rest, changed where a test asks.
import { Buffer } from 'node:buffer';
import { text } from '@bongsu/core';
import type { DeclaredItem, DeclaredPack, LegacyItem, LegacyPack } from '../definition.ts';
import { sha256Of } from '../pack-hash.ts';

const head = {
  title: text('항목', 'item'),
  importance: 'medium',
  why: text('이유', 'why'),
  expects: text('기준', 'expects'),
  remedy: text('조치', 'remedy'),
  fix: null,
} as const;

export function itemOf(change: Partial<DeclaredItem>): DeclaredItem {
  return {
    code: 'A-01',
    ...head,
    question: null,
    applies: null,
    facts: {},
    pass: null,
    fail: null,
    notApplicable: null,
    manual: null,
    reasons: {},
    evidence: [],
    cases: [],
    ...change,
  };
}

const packHead = {
  name: 'acme',
  version: '1.0.0',
  edition: 'acme-baseline-1',
  title: text('기준', 'baseline'),
  publisher: 'Acme',
};

export function packOf(...items: readonly Partial<DeclaredItem>[]): DeclaredPack {
  return { ...packHead, kind: 'declarative', items: items.map(itemOf) };
}

export function legacyOf(
  script: string,
  codes: readonly string[] = ['L-01', 'L-02'],
  change: Partial<LegacyPack['script']> = {},
): LegacyPack {
  const bytes = Buffer.from(script, 'latin1');
  const items = codes.map((code): LegacyItem => ({ code, ...head, cases: [] }));
  return {
    ...packHead,
    kind: 'legacy',
    items,
    script: {
      shell: 'sh',
      timeoutSeconds: 20,
      base64: bytes.toString('base64'),
      sizeBytes: bytes.byteLength,
      sha256: sha256Of(bytes),
      ...change,
    },
  };
}
