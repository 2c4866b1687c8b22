// Recurring checks by State Manager: the associations that run them, and how one is asked for and seen.
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { DocumentPin } from './commands.ts';
import type { Gap, Place, Seen } from './snapshot.ts';

/** What an association must be. What it does not say is the service's default, and drift where it is not. */
export interface AssociationOrder {
  /** Unique in an account and Region by our own doing: the service lets names repeat. */
  readonly name: string;
  /** ARN in the central account; always its default version, the only one that State Manager runs of a document shared by another account. */
  readonly document: DocumentPin['arn'];
  readonly expression: string;
  readonly tag: { readonly key: string; readonly value?: string } | null;
  readonly parameters: Readonly<Record<string, string>>;
}

/** An association that has the name, and what of it is not as it must be, in words. */
export interface AssociationSeen {
  readonly associationId: string;
  readonly createdAt: Instant;
  readonly drift: readonly string[];
}

/** How State Manager ran it on one node. */
export interface AssociationRun {
  readonly executionId: string;
  readonly instanceId: InstanceId;
  readonly startedAt: Instant;
  /** Pending, InProgress, Success, Failed, TimedOut, Skipped; empty where the service said none. */
  readonly status: string;
  readonly statusDetails: string;
  /** The command by which it ran, whose steps ListCommandInvocations tells; null where the service named none. */
  readonly commandId: string | null;
}

export interface Associations {
  /** The document that associations of a Region run: its default version made equal to `content`, and shared. */
  document(region: Region, content: string, shareWith: readonly AccountId[]): Promise<DocumentPin | Gap>;
  /**
   * All that have this name and run our document, and the one that is known whatever is made of it now, oldest first. Drift is from `order`;
   * none where it is null.
   */
  find(
    place: Place,
    asked: { readonly name: string; readonly known: string | null; readonly order: AssociationOrder | null },
  ): Promise<Seen<AssociationSeen>>;
  /** One attempt, which has no token against a second: after a gap only `find` can tell whether it was taken. Gives its id. */
  create(place: Place, order: AssociationOrder): Promise<string | Gap>;
  /** Replaces all of it, at which State Manager runs it at once. */
  update(place: Place, associationId: string, order: AssociationOrder): Promise<string | Gap>;
  /** One that is not there any more is removed too. */
  remove(place: Place, associationId: string): Promise<string | Gap>;
  /** Its runs since then, newest first; null where there is no such association. */
  runs(place: Place, associationId: string, since: Instant): Promise<Seen<AssociationRun> | null>;
}

/** `intended`: written before it is made; `standing`: as it must be when it was last looked at; `leaving`: its schedule is gone. */
export type AssociationPhase = 'intended' | 'standing' | 'leaving';

/** What is remembered of the association of a schedule in one account and Region. */
export interface KeptAssociation extends Place {
  readonly schedule: string;
  readonly phase: AssociationPhase;
  /** null while it is only intended. */
  readonly associationId: string | null;
  /** SHA-256 of the order that it was made or mended by last; empty before. What differs since then, somebody else has changed. */
  readonly ordered: string;
  readonly seenAt: Instant;
  /** What was not as it must be when it was last looked at and was mended, or why it could not be: empty where all was well. */
  readonly told: string;
  /** When `told` was last found. */
  readonly toldAt: Instant | null;
}

/** A node that an association ran on and that the campaign's inventory did not know. */
export interface Newcomer extends Place {
  readonly instanceId: InstanceId;
  readonly seen: 'result' | 'execution';
  readonly at: Instant;
  /** The campaign that was planned for it; null while none is, empty where the node is gone and none will be. */
  readonly campaignFor: string | null;
}

export interface AssociationStore {
  associationList(): Promise<readonly KeptAssociation[]>;
  associationPut(kept: KeptAssociation): Promise<void>;
  associationRemove(schedule: string, place: Place): Promise<void>;
  /** Each node of a campaign is kept once, as it was seen first. */
  newcomerPut(campaignId: string, newcomers: readonly Newcomer[]): Promise<void>;
  newcomerList(campaignId: string): Promise<readonly Newcomer[]>;
  /** Writes for which campaign they are, all of them or none: false where another process was first. */
  newcomerSettle(
    campaignId: string,
    place: Place,
    instanceIds: readonly InstanceId[],
    campaignFor: string,
  ): Promise<boolean>;
  /** Campaigns of newcomers that nobody has set going. */
  recurringIdle(): Promise<readonly string[]>;
  /** Campaigns by association that were planned before then and that nothing names: who planned them died before it could say so. */
  recurringLost(before: Instant): Promise<readonly string[]>;
}
