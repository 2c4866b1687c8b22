// What a campaign that may die is told, and what it says when it lived.
import type { Lab } from '@bongsu/lab';
import type { storeOpen } from '@bongsu/store';

export type { Clock } from '@bongsu/core';
export type { Store } from '@bongsu/store';

export interface ChildOrder {
  readonly door: Pick<Lab, 'url' | 'roleName' | 'externalId' | 'regions' | 'bucket'>;
  readonly place: Parameters<typeof storeOpen>[0];
  /** Milliseconds since 1970 at which the lab's time was this machine's. */
  readonly epoch: number;
  readonly factor: number;
  readonly alone: boolean;
  readonly kill?: { readonly kind: 'write' | 'call'; readonly at: number; readonly when: 'before' | 'after' };
}

export interface ChildSaid {
  readonly counts: { readonly write: number; readonly call: number };
  readonly states: Readonly<Record<string, number>>;
  readonly total: number;
  readonly sent: readonly (string | null)[];
}
