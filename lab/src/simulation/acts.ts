// What a simulated host does in each step of the document, by its name, and what its fate makes of that.
import { createHash } from 'node:crypto';
import type { CommandMessage } from '../agent/contract.ts';
import { isRecurring, resultUrl, runNamed, scriptUrl } from './recurring.ts';
import { getByRole, putByRole } from './role-request.ts';
import { type Act, type ActEnd, parameterOf, type Scene } from './scene.ts';
import { padArchive, sizeOf, stampArchive } from './archive.ts';

const done: ActEnd = { status: 'Success', exitCode: 0 };
const failed = (exitCode: number, output: string): ActEnd => ({ status: 'Failed', exitCode, output });
/** curl's exit codes for an error the server told, and for no answer at all. */
const curlExit = (status: number): number => (status === 0 ? 56 : 22);
/** The role document tells what S3 answered apart. */
const roleExit = (status: number): number => (status === 0 ? 56 : status === 403 ? 25 : 24);
/** Ends of scripts that the runner or a shell may give. */
const scriptExits = [1, 20, 21, 22, 24] as const;
/** Scripts end on tenths of a second, so that many do at once and virtual time takes fewer steps. */
const graceMilliseconds = 100;
const scriptSecondsUsual = { min: 20, max: 60 };

/** Waits on the lab's clock; ends early where the signal fires. */
function pause(scene: Scene, until: number): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      scene.signal.removeEventListener('abort', stop);
      resolve();
    };
    const cancel = scene.clock.at(until, over);
    const stop = (): void => {
      cancel();
      over();
    };
    if (scene.signal.aborted) stop();
    else scene.signal.addEventListener('abort', stop, { once: true });
  });
}

/** A document that has a form for all hosts of a send: each makes a name of its own of the send's. */
const byForm = (message: CommandMessage): boolean => parameterOf(message, 'Policy') !== '';

/** A document whose hosts put their results with a role of their own. */
const byRole = (message: CommandMessage): boolean => parameterOf(message, 'ResultOwner') !== '';

function runOf({ message, name }: Pick<Scene, 'message' | 'name'>): string {
  if (name !== null) return name;
  const run = parameterOf(message, 'RunId');
  return byForm(message) || byRole(message) ? `${run}-${message.instanceId}` : run;
}

/** The script's bytes, or the status that was not 200. */
function fetched(scene: Scene): Promise<Buffer | number> {
  const { message, transfer, signal } = scene;
  return isRecurring(message)
    ? getByRole(scene, scriptUrl(message))
    : transfer.get(parameterOf(message, 'ScriptUrl'), signal);
}

async function get(scene: Scene): Promise<ActEnd> {
  if (scene.settings.fetchScript === false) return done;
  const got = await fetched(scene);
  if (typeof got === 'number') return failed(roleExit(got), `S3 answered ${got}`);
  scene.script = got;
  return done;
}

async function download(scene: Scene): Promise<ActEnd> {
  const runId = parameterOf(scene.message, 'RunId');
  if (scene.diary.begun.has(runId)) return failed(10, 'this run was started before');
  scene.diary.begun.add(runId);
  if (scene.settings.fetchScript === false) return done;
  const got = await fetched(scene);
  if (typeof got === 'number') return failed(curlExit(got), `curl: the requested URL returned error: ${got}`);
  scene.script = got;
  return done;
}

function verify({ message, script }: Scene): ActEnd {
  if (script === null) return done;
  const is = createHash('sha256').update(script).digest('hex');
  return is === parameterOf(message, 'ScriptSha256') ? done : failed(11, '');
}

async function run(scene: Scene): Promise<ActEnd> {
  const { message, diary, clock, seeded, settings } = scene;
  const { min, max } = settings.scriptSeconds ?? scriptSecondsUsual;
  const label = `script ${message.instanceId} ${message.commandId}`;
  const startedAt = clock.now();
  const took = 1000 * min + seeded.number(label, Math.max(1, 1000 * (max - min) + 1));
  diary.runs.push(runOf(scene));
  await pause(scene, Math.ceil((startedAt + took) / graceMilliseconds) * graceMilliseconds);
  if (diary.fate === 'killed') return { status: 'TimedOut', exitCode: 137 };
  if (diary.fate === 'step-fails') {
    const exitCode = scriptExits[seeded.number(label, scriptExits.length)] ?? 1;
    return failed(exitCode, `failed to run commands: exit status ${exitCode}`);
  }
  const parts = await evidence(scene, startedAt);
  const slot = Number(parameterOf(message, 'ResultBytes'));
  if (sizeOf(parts) > slot) return failed(23, `bongsu: the result has ${sizeOf(parts)} bytes, the slot ${slot}`);
  scene.parts = byForm(message) || byRole(message) ? parts : padArchive(parts, slot);
  return done;
}

async function evidence(scene: Scene, startedAt: number): Promise<readonly Buffer[]> {
  const { message, diary, clock, seeded, templates } = scene;
  const script = parameterOf(message, 'ScriptSha256');
  const template = await templates.get(diary.root, script, async () => {
    const bytes = scene.script ?? (await fetched(scene));
    if (typeof bytes === 'number') throw new Error(`the script could not be fetched: ${bytes}`);
    return bytes;
  });
  // The script is the same for all of a root, and needed no more.
  scene.script = null;
  const own = {
    run: runOf(scene),
    instance: message.instanceId,
    command: message.commandId,
    script,
    startedSeconds: Math.floor(startedAt / 1000),
    endedSeconds: Math.floor(clock.now() / 1000),
  };
  const label = `foreign ${message.instanceId}`;
  const foreign = { ...own, run: `r-${seeded.word(label, 26)}`, instance: `i-0${seeded.hex(label, 16)}` };
  return stampArchive(template, diary.fate === 'uploads-foreign' ? foreign : own);
}

/** The bytes that go out in place of the result. */
function sentParts({ diary, parts, seeded, message }: Scene): readonly Buffer[] {
  const size = sizeOf(parts);
  switch (diary.fate) {
    case 'uploads-half': {
      // What is not padding: everything but the last part.
      const used = Buffer.concat(parts.slice(0, -1));
      return padArchive([used.subarray(0, Math.floor(used.length / 2))], size);
    }
    case 'uploads-garbage':
      return padArchive([Buffer.from(seeded.word(`garbage ${message.instanceId}`, 2048))], size);
    case 'uploads-too-much':
      return padArchive(parts, size + 1_048_576);
    default:
      return parts;
  }
}

function identity(scene: Scene): ActEnd {
  // A hybrid node has no metadata service (exit 14 of the document).
  if (scene.message.instanceId.startsWith('mi-')) return failed(14, 'curl: (28) Connection timed out');
  scene.proof = scene.identity().rsa2048;
  return done;
}

/** The identity in one line, then what the fate makes of the result, by a form whose key the host ends. */
async function post(scene: Scene, name: string): Promise<number> {
  const { message, transfer, signal } = scene;
  const head = `bongsu-identity 1\n${(scene.proof ?? '').replaceAll(/[^A-Za-z0-9+/=]/g, '')}\n`;
  const token = parameterOf(message, 'Token');
  const fields = {
    key: `${parameterOf(message, 'ResultPrefix')}${runOf(scene)}/${name}.tar.gz`,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    policy: parameterOf(message, 'Policy'),
    'x-amz-credential': parameterOf(message, 'Credential'),
    'x-amz-date': parameterOf(message, 'Date'),
    'x-amz-signature': parameterOf(message, 'Signature'),
    ...(token === 'none' ? {} : { 'x-amz-security-token': token }),
  };
  return transfer.form(parameterOf(message, 'ResultUrl'), fields, [Buffer.from(head), ...sentParts(scene)], signal);
}

/** A host that could not put its result does not run the script (exits 14 and 15 of the document). */
function role(scene: Scene): ActEnd {
  if (scene.message.instanceId.startsWith('mi-')) return failed(14, 'the metadata service gives no token');
  if (scene.role() === null) return failed(15, 'the instance has no role');
  if (isRecurring(scene.message)) scene.name = runNamed(scene);
  return done;
}

const ownUrl = (scene: Scene): string =>
  isRecurring(scene.message)
    ? resultUrl(scene)
    : `${parameterOf(scene.message, 'ResultUrl')}${scene.message.instanceId}/${runOf(scene)}.tar.gz`;

async function upload(scene: Scene): Promise<ActEnd> {
  const { diary, message, transfer, signal } = scene;
  if (diary.fate === 'uploads-nothing') return done;
  if (diary.fate === 'uploads-late') await pause(scene, (message.expiresAt ?? scene.clock.now()) + 1000);
  const send = async (): Promise<number> => {
    const name = scene.seeded.hex(`name ${message.commandId} ${message.instanceId} ${diary.uploads.length}`, 32);
    const status = byForm(message)
      ? await post(scene, name)
      : byRole(message)
        ? await putByRole(scene, ownUrl(scene), Buffer.concat(sentParts(scene)))
        : await transfer.put(parameterOf(message, 'ResultUrl'), sentParts(scene), signal);
    diary.uploads.push(status);
    return status;
  };
  const patient = async (): Promise<number> => {
    let status = await send();
    // `curl --retry 3` waits 1, 2 and 4 s after what may pass (curl manual, --retry).
    for (let wait = 1; wait <= 4 && (status === 0 || [408, 429, 500, 502, 503, 504].includes(status)); wait *= 2) {
      await pause(scene, scene.clock.now() + 1000 * wait);
      if (signal.aborted) return status;
      status = await send();
    }
    return status;
  };
  const status = await patient();
  if (diary.fate === 'uploads-twice') await send();
  scene.parts = [];
  return status === 200 || status === 204
    ? done
    : failed((byRole(message) ? roleExit : curlExit)(status), `the upload returned error: ${status}`);
}

function cleanup({ diary }: Scene): ActEnd {
  return diary.fate === 'uploads-then-fails' ? failed(1, 'failed to run commands: exit status 1') : done;
}

/** By the names of the document's steps; a step of another name succeeds at once. */
export const acts: Readonly<Record<string, Act>> = {
  download,
  get,
  verify,
  identity,
  role,
  run,
  upload,
  put: upload,
  cleanup,
};
