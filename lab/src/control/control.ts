// The lab's control API for tests and demonstrations: `/_lab/…` on the endpoint's own port, loopback only.
import type { LabClock } from '../endpoint/contract.ts';
import type { ControlHandler } from '../endpoint/server.ts';
import type { Faults } from '../fault/engine.ts';
import { readFaultRules } from '../fault/rule-reader.ts';
import { CALL_FILTERS, type CallFilter, type CallLog } from './call-log.ts';

export interface ControlOptions {
  readonly clock: LabClock;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** What stands in the world, ready for JSON. */
  readonly world: () => unknown;
  /** Puts a world in place of the present one: the named one, or the same anew. An unknown name is a RangeError. */
  readonly onSeed?: (world: string | undefined) => Promise<void>;
}

type Request = Parameters<ControlHandler>[0];
type Answer = Awaited<ReturnType<ControlHandler>>;
type Route = (request: Request, options: ControlOptions) => Promise<Answer> | Answer;

const ok = (body: unknown): Answer => ({ status: 200, body });
const wrong = (...problems: readonly string[]): Answer => ({ status: 400, body: { problems } });

/** Every route; `docs/lab.md` describes the same table. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /_lab/world': (_, { world }) => ok(world()),
  'GET /_lab/calls': listCalls,
  'GET /_lab/faults': (_, { faults }) => ok({ rules: faults.rules(), decisions: faults.decisions() }),
  'POST /_lab/faults': setFaults,
  'DELETE /_lab/faults': (_, { faults }) => {
    faults.clear();
    return ok({ rules: [] });
  },
  'POST /_lab/clock': advanceClock,
  'POST /_lab/reset': reset,
};

/** Answers the control API's requests. */
export function createControl(options: ControlOptions): ControlHandler {
  return async (request) => {
    if (!isLocalCaller(request.headers))
      return { status: 403, body: { problems: ['Only for callers on this machine'] } };
    const route = ROUTES[`${request.method} ${request.path}`];
    if (route === undefined)
      return { status: 404, body: { problems: [`Known are: ${Object.keys(ROUTES).join(', ')}`] } };
    return route(request, options);
  };
}

/** A page in a browser reaches loopback too, but says where it comes from or calls by another name. */
function isLocalCaller(headers: Readonly<Record<string, string>>): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return headers.origin === undefined && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}

function readBody(request: Request): { readonly value: unknown } | undefined {
  if (request.body.length === 0) return { value: {} };
  try {
    return { value: JSON.parse(request.body.toString()) };
  } catch {
    // Not a gap: the caller is told that its body is no JSON.
    return undefined;
  }
}

function listCalls(request: Request, { calls }: ControlOptions): Answer {
  const given = Object.fromEntries(request.query);
  const unknown = Object.keys(given).filter((name) => !CALL_FILTERS.some((filter) => filter === name));
  if (unknown.length > 0) return wrong(`Unknown filter ${unknown.join(', ')}; known are ${CALL_FILTERS.join(', ')}`);
  const listed = calls.list(given as CallFilter);
  return ok({ calls: listed.map((call) => ({ ...call, at: new Date(call.at).toISOString() })) });
}

function setFaults(request: Request, { faults }: ControlOptions): Answer {
  const body = readBody(request);
  if (body === undefined) return wrong('The body is not JSON');
  const given = body.value;
  const read = readFaultRules(Array.isArray(given) ? given : (given as { rules?: unknown } | null)?.rules);
  if (read.status === 'refused') return wrong(...read.problems);
  faults.set(read.rules);
  return ok({ rules: read.rules });
}

function advanceClock(request: Request, { clock }: ControlOptions): Answer {
  const seconds = (readBody(request)?.value as { advanceSeconds?: unknown } | null | undefined)?.advanceSeconds;
  if (typeof seconds !== 'number' || !(seconds >= 0)) return wrong("Expected {'advanceSeconds': a number from 0}");
  clock.advance(seconds * 1000);
  return ok({ now: new Date(clock.now()).toISOString() });
}

async function reset(request: Request, { calls, faults, onSeed, world }: ControlOptions): Promise<Answer> {
  const named = (readBody(request)?.value as { world?: unknown } | null | undefined)?.world;
  if (named !== undefined && typeof named !== 'string') return wrong("Expected {'world': its name} or nothing");
  if (onSeed === undefined) return { status: 501, body: { problems: ['This lab cannot change its world'] } };
  try {
    await onSeed(named);
  } catch (error) {
    if (error instanceof RangeError) return wrong(error.message);
    throw error;
  }
  calls.clear();
  faults.clear();
  return ok(world());
}
