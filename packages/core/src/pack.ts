// A user's own pack as the ground knows it: who judges by it, and the bytes that a campaign was planned with.

/**
 * Who says what a verdict says. `bongsu`: a check of this program; `pack`: this program, by a condition that the user's pack states;
 * `third-party`: a script of the user's, whose word is passed on and not checked.
 */
export const judges = ['bongsu', 'pack', 'third-party'] as const;
export type JudgedBy = (typeof judges)[number];

/** `declarative`: items with conditions; `legacy`: a script of the user's and the items it reports on. */
export type PackKind = 'declarative' | 'legacy';

/** Which pack, exactly. */
export interface PackMark {
  readonly name: string;
  readonly version: string;
  /** The edition under whose id its codes stand: `acme-baseline-1`. */
  readonly edition: string;
  readonly kind: PackKind;
  /** SHA-256 over the list of its files and their hashes, as `sha256sum` prints it. */
  readonly sha256: string;
}

/** A pack with its bytes, kept with a campaign so that it is resumed and judged again by what it was planned with. */
export interface CampaignPack extends PackMark {
  /** Base64 by path: a script may be in any encoding. */
  readonly files: Readonly<Record<string, string>>;
}

export function judgedByOf(kind: PackKind): JudgedBy {
  return kind === 'legacy' ? 'third-party' : 'pack';
}

/** The family of unit ids that a pack's items have: `pack-acme` of `pack-acme.a-01`. */
export function packFamily(name: string): string {
  return `pack-${name}`;
}

/** A pack without its bytes. */
export function packMark({ name, version, edition, kind, sha256 }: CampaignPack): PackMark {
  return { name, version, edition, kind, sha256 };
}
