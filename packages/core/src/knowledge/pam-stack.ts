// A service's stack of one type with its includes followed, and what libpam makes of the modules' answers.
// Source: pam.d(5) and libpam/pam_dispatch.c of Linux-PAM 1.5.
import { CoreError } from '../language.ts';
import type { FileRecord } from '../records.ts';
import type { PamActions, PamLine, PamType } from './pam-line.ts';
import { pamLines } from './pam-line.ts';

export type PamModule = PamLine & { readonly control: PamActions };
/** A module, or a substack that counts as one module from outside. */
export type PamStep = PamModule | readonly PamStep[];

/** Stands where an included file is missing: libpam then refuses the service. */
export const pamMissing = '(missing include)';

/** More lines than this are no login any more, but files that include each other. */
const linesMax = 5000;

/** A dozen checks ask for the same stacks of one host. */
const known = new WeakMap<readonly FileRecord[], Map<string, readonly PamStep[]>>();

/**
 * The steps of a service (`sshd`, `system-auth`) in their order; empty where its file is not there.
 * @throws CoreError `invalid-input` where files include each other without end, which libpam refuses too.
 */
export function pamStack(files: readonly FileRecord[], service: string, type: PamType): readonly PamStep[] {
  const stacks = known.get(files) ?? new Map<string, readonly PamStep[]>();
  known.set(files, stacks);
  const key = `${type} ${service}`;
  const steps = stacks.get(key) ?? followed(files, service, type);
  stacks.set(key, steps);
  return steps;
}

function followed(files: readonly FileRecord[], service: string, type: PamType): PamStep[] {
  const there = new Map(
    files.filter((file) => file.state === 'present' && file.type === 'file').map((file) => [file.path, file]),
  );
  const linesOf = (path: string): readonly PamLine[] => {
    const file = there.get(path);
    return file ? pamLines(file).filter((line) => line.type === null || line.type === type) : [];
  };
  let seen = 0;
  const stepsOf = (path: string, outer: readonly string[]): PamStep[] =>
    linesOf(path).flatMap((line): PamStep[] => {
      seen += 1;
      if (seen > linesMax || outer.includes(path))
        throw new CoreError('invalid-input', `PAM files include each other without end (${path})`);
      if (typeof line.control !== 'string') return [{ ...line, control: line.control }];
      const target = pathOf(line.target);
      if (!there.has(target))
        return [{ ...line, type, control: new Map([['default', 'die']]), target: `${pamMissing} ${line.target}` }];
      const inner = stepsOf(target, [...outer, path]);
      return line.control === 'substack' ? [inner] : inner;
    });
  return stepsOf(pathOf(service), []);
}

function pathOf(service: string): string {
  return service.startsWith('/') ? service : `/etc/pam.d/${service}`;
}

/** All modules of a stack, substacks opened. */
export function pamModules(steps: readonly PamStep[]): PamModule[] {
  return steps.flatMap((step) => (isSubstack(step) ? pamModules(step) : [step]));
}

function isSubstack(step: PamStep): step is readonly PamStep[] {
  return Array.isArray(step);
}

/** What a module answers: a return value without `PAM_`, in lower case: `success`, `ignore`, `auth_err`, `perm_denied`. */
export type PamAnswer = (module: PamModule) => string;

export interface PamRun {
  readonly granted: boolean;
  /** The modules that were called, in their order. */
  readonly called: readonly PamModule[];
}

interface Impression {
  /** Null before any answer counted; once false it stays so. */
  granted: boolean | null;
}

/** Runs a stack with the given answers. An empty stack grants nothing: libpam needs one success. */
export function pamRun(steps: readonly PamStep[], answer: PamAnswer): PamRun {
  const called: PamModule[] = [];
  const impression: Impression = { granted: null };
  dispatch(steps, answer, impression, called);
  return { granted: impression.granted === true, called };
}

function dispatch(steps: readonly PamStep[], answer: PamAnswer, state: Impression, called: PamModule[]): void {
  const before = state.granted;
  let next = 0;
  for (const [at, step] of steps.entries()) {
    if (at < next) continue;
    if (isSubstack(step)) {
      dispatch(step, answer, state, called);
      continue;
    }
    called.push(step);
    const code = answer(step);
    const action = step.control.get(code) ?? step.control.get('default') ?? 'bad';
    if (action === 'ignore') continue;
    if (/^[0-9]+$/.test(action)) next = at + 1 + Number(action);
    else if (action === 'reset') state.granted = before;
    else if (action === 'ok' || action === 'done') {
      if (code !== 'ignore' && state.granted !== false)
        state.granted = code === 'success' || code === 'new_authtok_reqd';
      if (action === 'done' && state.granted) return;
    } else {
      // A value that the control does not name counts as bad (pam_handlers.c fills the rest with it).
      state.granted = false;
      if (action === 'die') return;
    }
  }
}
