// The period of a recurring check that a campaign by association accounts for.
import type { Instant } from './language.ts';
import type { Place } from './snapshot.ts';

/** One period of a recurring check: what of the association's results a campaign takes as its own. */
export interface AssociationPeriod {
  readonly schedule: string;
  /** As State Manager reads it: `cron(0 17 ? * SAT *)` or `rate(12 hours)`, in UTC. */
  readonly expression: string;
  /** Hosts with this tag; all where absent. */
  readonly tag?: { readonly key: string; readonly value?: string };
  /** What the run ids of its targets begin with, before their instance ids. */
  readonly run: string;
  /** How the keys of results tell when their hosts began. */
  readonly stamp: 'day' | 'hour';
  /** Results written from here on, */
  readonly from: Instant;
  /** and before this, when State Manager runs it the next time. */
  readonly until: Instant;
  /** When who has given no result is asked for, and the account is closed. */
  readonly closeAt: Instant;
  /** Where the campaign keeps the association; a node that appears in one of them is checked by itself. None for one of newcomers. */
  readonly places: readonly Place[];
}
