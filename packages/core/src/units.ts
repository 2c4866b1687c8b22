// The shapes of the units by which the house grows: probes, host checks, their cases, and frameworks.
import type { Family, Host } from './host.ts';
import type { Importance, Text } from './language.ts';
import type { Judgement, JudgementStatus } from './judgement.ts';
import { CoreError } from './language.ts';
import type { JudgedBy } from './pack.ts';
import type { Acceptance, Chosen, Parameters, ParameterValue, Profile } from './parameter.ts';
import type { CommandRecord, FileRecord, NoteRecord, ProbeRecord } from './records.ts';

/** A probe's `read` returns this where the host could not tell; the engine turns it into "unknown". */
export interface Unread {
  readonly unread: Text;
}

export function unread(ko: string, en: string): Unread {
  return { unread: { ko, en } };
}

export function isUnread(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && 'unread' in value;
}

/** The records of one probe, with lookups. */
export interface Records {
  readonly all: readonly ProbeRecord[];
  file(path: string): FileRecord | undefined;
  /** Every file record, in the host's order. */
  files(): readonly FileRecord[];
  command(label: string): CommandRecord | undefined;
  note(key: string): NoteRecord | undefined;
  notes(key: string): readonly NoteRecord[];
}

/** Wraps parsed records for reading. */
export function recordsOf(all: readonly ProbeRecord[]): Records {
  const files = all.filter((r): r is FileRecord => r.kind === 'file');
  const commands = all.filter((r): r is CommandRecord => r.kind === 'command');
  // A host of thousands of homes is asked for each of them.
  const byPath = new Map(files.toReversed().map((file) => [file.path, file]));
  const byKey = Map.groupBy(
    all.filter((r): r is NoteRecord => r.kind === 'note'),
    (note) => note.key,
  );
  return {
    all,
    file: (path) => byPath.get(path),
    files: () => files,
    command: (label) => commands.find((r) => r.label === label),
    note: (key) => byKey.get(key)?.[0],
    notes: (key) => byKey.get(key) ?? [],
  };
}

/** What a host runs: its probes, checks and editions are its own. */
export type Platform = 'linux' | 'windows';

/** A read-only shell fragment and the reader of what it printed. */
export interface Probe<Fact> {
  /** kebab-case; also the name of its entry in the evidence archive. */
  readonly name: string;
  /**
   * POSIX sh, run in its own subshell after the preamble of the host script. It may use `$R` (prefix of every path it reads) and
   * `$LIVE` (1 on a booted system), and prints only through the preamble's `file`, `meta`, `cmd` and `note`.
   */
  readonly script: string;
  readonly timeoutSeconds: number;
  readonly sizeBytesMax: number;
  /** True: needs a booted system; on a mounted root it is skipped and what needs it is unknown. */
  readonly live: boolean;
  /** Linux where it does not say; a script of one platform is never composed with one of another. */
  readonly platform?: Platform;
  read(records: Records): Fact | Unread;
}

export function probe<Fact>(unit: Probe<Fact>): Probe<Fact> {
  return unit;
}

export type Needs = Readonly<Record<string, Probe<unknown>>>;
export type Facts<N extends Needs> = { readonly [K in keyof N]: N[K] extends Probe<infer F> ? F : never };

/** One thing judged on a host. */
export interface HostCheck<N extends Needs = Needs, P extends Parameters = Parameters> {
  /** `family.what`, equal to its path below `host-checks`. Never changes. */
  readonly id: string;
  readonly title: Text;
  /** What an attacker gains where it fails. */
  readonly why: Text;
  readonly importance: Importance;
  /** The criterion in one sentence. */
  readonly expects: Text;
  readonly remedy: Text;
  /** Shell lines of the remedy by distribution; `debian` serves Ubuntu too and `rhel` Amazon Linux, `any` the rest. */
  readonly fix?: FixLines;
  /** What a person is asked where the verdict is `manual`. */
  readonly question?: Text;
  readonly parameters?: P;
  /** What the profile `distro-aware` accepts beyond the letter. */
  readonly accepted?: readonly Acceptance<P>[];
  /** `bongsu` where absent. */
  readonly judgedBy?: JudgedBy;
  /** Where the host alone tells that there is nothing to judge, the judgement; null where the facts are to be asked. */
  outOfScope?(host: Host): Judgement | Unread | null;
  readonly needs: N;
  /** What a check of the catalogue says is a judgement; a check made from a pack gives its condition's fault, which the engine makes unknown. */
  judge(facts: Facts<N>, host: Host, chosen: Chosen<P>): Judgement | Unread;
}

export type FixLines = Readonly<Partial<Record<Family | 'any', readonly string[]>>>;

/** The remedy's lines on this distribution; empty where only the sentence helps. */
export function fixLines(fix: FixLines | undefined, family: Family): readonly string[] {
  const near = family === 'ubuntu' ? fix?.debian : family === 'amazon-linux' ? fix?.rhel : undefined;
  return fix?.[family] ?? near ?? fix?.any ?? [];
}

/** Types a check by its needs, then forgets them so that checks of all needs stand in one index. */
export function hostCheck<N extends Needs, P extends Parameters>(unit: HostCheck<N, P>): HostCheck {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/.test(unit.id))
    throw new CoreError('invalid-unit', `host check id ${unit.id} is not of the form family.what`);
  return unit as unknown as HostCheck;
}

/** The checks of a family with their cases, as its index lists them. */
export type HostCheckList = readonly (readonly [HostCheck, readonly HostCase[]])[];

/** A host as a case states it: only what the probes of the check would have reported. */
export interface HostCase {
  readonly name: string;
  readonly host: Host;
  readonly files?: Readonly<Record<string, CaseFile>>;
  readonly commands?: Readonly<Record<string, CaseCommand>>;
  /** Each note: key and its values. */
  readonly notes?: readonly (readonly [string, ...string[]])[];
  /** What the engine must say. `unknown` is allowed here because the case runs through the engine. */
  readonly expect: JudgementStatus | 'unknown';
  /** What the English reason or the evidence must contain. */
  readonly because?: string;
  /** What else they must contain, each. */
  readonly shows?: readonly string[];
  /** What they must not contain: what is no part of the finding, or must not leave the host. */
  readonly hides?: readonly string[];
  /** `strict` where absent. */
  readonly profile?: Profile;
  /** Values of this check's parameters, where not the guide's. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** The pitfalls a naive reading falls into: ids of `scenarios/traps.vectors.ts`, separated by blanks (`U-35(2)`, `U-51/2026(1)`), or words. */
  readonly trap?: string;
}

/** Text with the usual metadata, or metadata spelt out, or a file that is not there or cannot be read. */
export type CaseFile =
  | string
  | 'absent'
  | 'unreadable'
  | {
      readonly text?: string;
      /** Octal, as in `chmod`: `'0644'`. */
      readonly mode?: string;
      readonly uid?: number;
      readonly gid?: number;
      readonly type?: 'file' | 'dir' | 'link' | 'other';
      readonly linkTarget?: string;
      readonly sizeBytes?: number;
    };

export interface CaseCommand {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
  readonly missing?: boolean;
}

/** An item of an edition and the units that decide it; the worst verdict of its units is the item's. */
export interface FrameworkItem {
  readonly code: string;
  readonly title: Text;
  readonly importance: Importance;
  readonly units: readonly string[];
}

/** An edition of a standard as data. A code never appears without its edition: `kisa-unix-2026:U-05`. */
export interface Framework {
  readonly id: string;
  readonly title: Text;
  /** Document, issuer and date. */
  readonly source: string;
  /** Whose hosts its items speak of; Linux where it does not say. On any other host they are not asked, which is not N/A. */
  readonly platform?: Platform;
  readonly items: readonly FrameworkItem[];
}
