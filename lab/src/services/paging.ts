// Pages of a list with opaque tokens that only continue the very request they came from.
import { createHmac } from 'node:crypto';
import { AwsError } from '../endpoint/contract.ts';
import type { Call, Shape } from '../endpoint/contract.ts';

/** Members that may change from page to page. */
const pageMembers = new Set(['NextToken', 'ContinuationToken', 'MaxResults', 'MaxKeys']);

export interface PageRequest {
  readonly call: Call;
  readonly input: Shape;
  readonly token: unknown;
  readonly size: number;
  /** The service's own error for a token it did not give. */
  readonly refuse: () => AwsError;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What a token is bound to: caller's account, Region, operation and everything asked but the page. */
function scopeOf(call: Call, input: Shape): string {
  const asked = Object.entries(input)
    .filter(([member, value]) => !pageMembers.has(member) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([call.accountId, call.region, call.service, call.operation, asked]);
}

function seal(text: string, scope: string): string {
  return createHmac('sha256', scope).update(text).digest('base64url').slice(0, 24);
}

/** The text a token carries; refuses tokens of another request and made-up ones. */
export function tokenOpen(request: Omit<PageRequest, 'size'>): string | undefined {
  if (request.token === undefined || request.token === null) return undefined;
  const [mark, text] = String(request.token).split('.');
  const carried = Buffer.from(text ?? '', 'base64url').toString();
  if (!mark || mark !== seal(carried, scopeOf(request.call, request.input))) throw request.refuse();
  return carried;
}

/** A token that carries `text` and continues only this request. */
export function tokenSeal(call: Call, input: Shape, text: string): string {
  return `${seal(text, scopeOf(call, input))}.${Buffer.from(text).toString('base64url')}`;
}

/**
 * One page of `all`, in the order of its keys, which must be unique. The token holds the last key shown, so that items
 * which come or go between two pages move nothing else.
 */
export function page<T>(all: readonly T[], keyOf: (item: T) => string, request: PageRequest): Page<T> {
  const after = tokenOpen(request);
  const left: { readonly key: string; readonly item: T }[] = [];
  for (const item of all) {
    const key = keyOf(item);
    if (after === undefined || key > after) addSmallest(left, { key, item }, request.size + 1);
  }
  const shown = left.slice(0, request.size);
  const last = shown.at(-1);
  const items = shown.map(({ item }) => item);
  if (left.length === shown.length || last === undefined) return { items };
  return { items, next: tokenSeal(request.call, request.input, last.key) };
}

/** Keeps the `count` smallest, sorted: a page of a long list costs no sorting of it. */
function addSmallest<T extends { readonly key: string }>(kept: T[], one: T, count: number): void {
  const last = kept[count - 1];
  if (last !== undefined && one.key > last.key) return;
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.key ?? '') < one.key) low = middle + 1;
    else high = middle;
  }
  kept.splice(low, 0, one);
  if (kept.length > count) kept.pop();
}

/** The error of Systems Manager and Organizations for a token they did not give. */
export function invalidNextToken(code: 'InvalidNextToken' | 'InvalidInputException'): () => AwsError {
  return () => new AwsError(code, 'The specified token is not valid.');
}
