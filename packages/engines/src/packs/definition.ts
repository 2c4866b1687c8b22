// A pack as it is once its file was read and found well: what the engines make probes, checks and an edition of.
import type { FixLines, HostCase, Importance, JudgementStatus, Text } from '@bongsu/core';
import type { CommandName } from './command-list.ts';

interface PackHead {
  readonly name: string;
  readonly version: string;
  /** Id of the edition its codes belong to. */
  readonly edition: string;
  readonly title: Text;
  readonly publisher: string;
}

interface ItemHead {
  readonly code: string;
  readonly title: Text;
  readonly importance: Importance;
  readonly why: Text;
  readonly expects: Text;
  readonly remedy: Text;
  readonly fix: FixLines | null;
}

/** Where an item's fact comes from. */
export type FactRequest =
  | { readonly kind: 'probe'; readonly probe: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: boolean }
  | { readonly kind: 'files'; readonly glob: string; readonly text: boolean }
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      readonly argument: string | null;
      /** True: where the program is missing or does not answer, that is a fact too (`answered` is false), and no gap. */
      readonly optional: boolean;
    };

/** One piece of proof that a verdict shows. */
export interface EvidenceLine {
  /** The fact whose source is named; all of the item's where null. */
  readonly from: string | null;
  readonly show: string;
  readonly expected: string | null;
}

export interface DeclaredItem extends ItemHead {
  /** What a person is asked where the verdict is manual. */
  readonly question: Text | null;
  readonly applies: string | null;
  readonly facts: Readonly<Record<string, FactRequest>>;
  readonly pass: string | null;
  readonly fail: string | null;
  readonly notApplicable: string | null;
  readonly manual: string | null;
  readonly reasons: Readonly<Partial<Record<JudgementStatus, Text>>>;
  readonly evidence: readonly EvidenceLine[];
  readonly cases: readonly HostCase[];
}

export interface DeclaredPack extends PackHead {
  readonly kind: 'declarative';
  readonly items: readonly DeclaredItem[];
}

export interface LegacyScript {
  readonly shell: 'sh' | 'bash';
  readonly timeoutSeconds: number;
  readonly base64: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface LegacyItem extends ItemHead {
  readonly cases: readonly HostCase[];
}

export interface LegacyPack extends PackHead {
  readonly kind: 'legacy';
  readonly script: LegacyScript;
  readonly items: readonly LegacyItem[];
}

export type PackDefinition = DeclaredPack | LegacyPack;

/** The unit that judges an item: `pack-acme.a-01`. */
export function packUnit(pack: PackHead, code: string): string {
  const what = code.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `pack-${pack.name}.${what}`;
}
