// The one place where calls are paged and their faults become gaps.
import type { AccountId, Gap, Region, Seen } from '@bongsu/core';
import { AwsError } from './aws-error.ts';
import { clean, faultOf } from './fault.ts';

/** Which call, as an IAM action, and where it is made. */
export interface Where {
  readonly call: string;
  readonly accountId: AccountId | null;
  readonly region: Region | null;
}

/**
 * The gap that a failed call leaves. A session that could not be opened keeps its own gap, because it is the
 * account that could not be read and not this call. What is not a fault of a call is thrown on.
 */
export function gapOf(error: unknown, where: Where): Gap {
  if (error instanceof AwsError && error.gap !== null) return error.gap;
  const fault = faultOf(error);
  if (fault === null) throw error;
  return {
    accountId: where.accountId,
    region: where.region,
    call: where.call,
    code: fault.code,
    message: fault.message,
    missingPermission: fault.kind === 'denied' ? deniedAction(error, where.call) : null,
    ...(fault.kind === 'denied' || fault.kind === 'refused' || fault.kind === 'limit' ? {} : { passing: true }),
  };
}

/** Makes one call; its fault is thrown as an AwsError with the gap that it leaves. */
export async function ask<T>(where: Where, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    throw error instanceof AwsError ? error : callFailed(gapOf(error, where), error);
  }
}

/** The error for a port that promises an answer and has no place for a gap. */
export function callFailed(gap: Gap, cause?: unknown): AwsError {
  return new AwsError('call-failed', failureWords(gap), gap, cause);
}

/** A failed call for people: what the service said, and what to grant where it denied the call. */
export function failureWords({ call, code, message, missingPermission }: Gap): string {
  return `${call}: ${code}: ${message}${missingPermission === null ? '' : `; missing permission: ${missingPermission}`}`;
}

/** A gap that we found ourselves in an answer. */
export function gapAt(where: Where, code: string, message: string): Gap {
  return { ...where, code, message: clean(message), missingPermission: null };
}

/** Tells a gap from an answer, where a function may give either. */
export function isGap(value: object): value is Gap {
  return 'missingPermission' in value;
}

/** IAM names the action in most of its refusals; where it does not, the call itself is what was denied. */
export function deniedAction(error: unknown, call: string): string {
  const message = error instanceof Error ? error.message : '';
  return /not authorized to perform:? ([a-z0-9-]{1,64}:[A-Za-z]{1,128})/.exec(message)?.[1] ?? call;
}

export interface Page<Raw> {
  /** undefined where the answer has no list at all, which is a broken answer and not an empty list. */
  readonly items: readonly Raw[] | undefined;
  readonly next: string | undefined;
}

/** Reads all pages. A page that fails ends the list with a gap and keeps what came before. */
export async function pages<Raw>(
  where: Where,
  read: (token: string | undefined) => Promise<Page<Raw>>,
): Promise<Seen<Raw>> {
  const items: Raw[] = [];
  const tokens = new Set<string>();
  let token: string | undefined;
  for (;;) {
    let page: Page<Raw>;
    try {
      page = await read(token);
    } catch (error) {
      return { items, gaps: [gapOf(error, where)] };
    }
    if (page.items === undefined) return { items, gaps: [gapAt(where, 'MalformedAnswer', 'the answer holds no list')] };
    items.push(...page.items);
    token = page.next === '' ? undefined : page.next;
    if (token === undefined) return { items, gaps: [] };
    if (tokens.has(token))
      return { items, gaps: [gapAt(where, 'RepeatedToken', 'the service gave the same page token twice')] };
    tokens.add(token);
  }
}

/** Records what a translation could not understand; `accountId` where the item is itself an account. */
export type Tell = (code: 'UnknownWord' | 'MalformedItem', message: string, accountId?: AccountId) => void;

/**
 * Translates items at the wall. `translate` gives null for what it leaves out and must tell why; the same words told
 * of many items make one gap with their number.
 */
export function translated<Raw, Item>(
  seen: Seen<Raw>,
  where: Where,
  translate: (raw: Raw, tell: Tell) => Item | null,
): Seen<Item> {
  const told = new Map<string, { gap: Gap; count: number }>();
  const tell: Tell = (code, message, accountId = where.accountId ?? undefined) => {
    const key = JSON.stringify([code, message, accountId]);
    const known = told.get(key);
    const at = { ...where, accountId: accountId ?? null };
    if (known === undefined) told.set(key, { gap: gapAt(at, code, message), count: 1 });
    else known.count++;
  };
  const items: Item[] = [];
  for (const raw of seen.items) {
    const item = translate(raw, tell);
    if (item !== null) items.push(item);
  }
  const gaps = [...told.values()].map(({ gap, count }) => ({ ...gap, message: `${gap.message} (${count} items)` }));
  return { items, gaps: [...seen.gaps, ...gaps] };
}
