// A command document's content: read, checked against its schema, and its parameters and steps taken out.
import { AwsError } from '../../endpoint/contract.ts';

/** A document's content may be 64 KB (Systems Manager quotas). */
export const documentBytesMax = 65_536;
/** The execution time-out where a step gives none, or one outside 5 to 172,800 seconds (agent source). */
const executionSeconds = { min: 5, max: 172_800, usual: 3600 } as const;

export interface DocumentParameter {
  readonly name: string;
  readonly type: 'String' | 'StringList';
  readonly description: string;
  readonly defaultValue?: string | readonly string[];
  readonly allowedPattern?: string;
  readonly allowedValues?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minChars?: number;
  readonly maxChars?: number;
}

export interface DocumentStep {
  readonly name: string;
  readonly action: string;
  /** As written: a number, a text or a `{{ parameter }}`. */
  readonly timeoutSeconds: unknown;
}

export interface DocumentContent {
  readonly raw: unknown;
  readonly schemaVersion: string;
  readonly description: string;
  readonly parameters: readonly DocumentParameter[];
  readonly steps: readonly DocumentStep[];
  readonly platformTypes: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const topKeys = ['schemaVersion', 'description', 'parameters', 'mainSteps', 'runtimeConfig'];
const stepKeys = ['action', 'name', 'inputs', 'precondition'];
const parameterKeys = [
  ...['type', 'description', 'default', 'allowedValues', 'allowedPattern', 'displayType', 'interpolationType'],
  ...['minItems', 'maxItems', 'minChars', 'maxChars'],
];

export function invalidContent(message: string): AwsError {
  return new AwsError('InvalidDocumentContent', message);
}

function objectOf(value: unknown, where: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidContent(`JSON not well-formed: ${where} must be an object.`);
  }
  return value as Json;
}

function requireKeys(value: Json, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw invalidContent(`Document validation failed: ${where} has the unknown key ${unknown}.`);
}

function parameterOf(name: string, value: unknown): DocumentParameter {
  const raw = objectOf(value, `parameter ${name}`);
  requireKeys(raw, parameterKeys, `parameter ${name}`);
  if (!/^[A-Za-z0-9]+$/.test(name)) throw invalidContent(`Parameter name ${name} may hold letters and digits only.`);
  if (raw.type !== 'String' && raw.type !== 'StringList') {
    throw invalidContent(`Parameter ${name} has the type ${String(raw.type)}; String and StringList are allowed.`);
  }
  if (raw.allowedPattern !== undefined) {
    try {
      new RegExp(String(raw.allowedPattern));
    } catch {
      throw invalidContent(`Parameter ${name} has an allowedPattern that is not a regular expression.`);
    }
  }
  const { type, default: defaultValue, displayType: _display, interpolationType, ...limits } = raw;
  if (interpolationType !== undefined && interpolationType !== 'RAW' && interpolationType !== 'ENV_VAR') {
    throw invalidContent(`Parameter ${name} has the unknown interpolationType ${String(interpolationType)}.`);
  }
  return {
    description: '',
    ...(limits as Partial<DocumentParameter>),
    name,
    type,
    ...(defaultValue === undefined ? {} : { defaultValue: defaultValue as string | readonly string[] }),
  };
}

function stepsOf(raw: Json): DocumentStep[] {
  if (raw.schemaVersion === '1.2') {
    return Object.entries(objectOf(raw.runtimeConfig, 'runtimeConfig')).map(([action, plugin]) => {
      const properties = objectOf(plugin, action).properties;
      const first = Array.isArray(properties) ? properties[0] : properties;
      return { name: action, action, timeoutSeconds: objectOf(first, `${action} properties`).timeoutSeconds };
    });
  }
  if (!Array.isArray(raw.mainSteps) || raw.mainSteps.length === 0) throw invalidContent('mainSteps must be a list.');
  return raw.mainSteps.map((value, index) => {
    const step = objectOf(value, `step ${index + 1}`);
    requireKeys(step, stepKeys, `step ${index + 1}`);
    if (typeof step.name !== 'string' || !/^[A-Za-z0-9_-]{1,128}$/.test(step.name)) {
      throw invalidContent(`Step ${index + 1} needs a name.`);
    }
    if (typeof step.action !== 'string') throw invalidContent(`Step ${step.name} needs an action.`);
    const inputs = step.inputs === undefined ? {} : objectOf(step.inputs, `inputs of ${step.name}`);
    return { name: step.name, action: step.action, timeoutSeconds: inputs.timeoutSeconds };
  });
}

/** Which platforms can run at least one of the steps. */
function platformsOf(steps: readonly DocumentStep[]): readonly string[] {
  const shellOnly =
    steps.some((step) => step.action === 'aws:runShellScript') &&
    !steps.some((step) => step.action === 'aws:runPowerShellScript');
  return shellOnly ? ['Linux', 'MacOS'] : ['Windows', 'Linux', 'MacOS'];
}

/** Reads a document as the service does on CreateDocument; throws MaxDocumentSizeExceeded or InvalidDocumentContent. */
export function readContent(content: string): DocumentContent {
  if (Buffer.byteLength(content) > documentBytesMax) {
    throw new AwsError('MaxDocumentSizeExceeded', 'The size limit of a document is 64 KB.');
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw invalidContent('JSON not well-formed.');
  }
  const raw = objectOf(parsed, 'the document');
  requireKeys(raw, topKeys, 'the document');
  const { schemaVersion } = raw;
  if (schemaVersion !== '1.2' && schemaVersion !== '2.0' && schemaVersion !== '2.2') {
    throw invalidContent(`schemaVersion ${String(schemaVersion)} is not supported for a Command document.`);
  }
  const steps = stepsOf(raw);
  return {
    raw,
    schemaVersion,
    description: typeof raw.description === 'string' ? raw.description : '',
    parameters: Object.entries(raw.parameters === undefined ? {} : objectOf(raw.parameters, 'parameters')).map(
      ([name, value]) => parameterOf(name, value),
    ),
    steps,
    platformTypes: platformsOf(steps),
  };
}

/** Seconds a step may run, after `{{ parameter }}` was put in. */
function stepSeconds(step: DocumentStep, values: Readonly<Record<string, string | readonly string[]>>): number {
  const text = String(step.timeoutSeconds ?? executionSeconds.usual).replace(
    /^\{\{\s*(\w+)\s*\}\}$/,
    (whole, name: string) => String(values[name] ?? whole),
  );
  const seconds = Number(text);
  const inside = Number.isInteger(seconds) && seconds >= executionSeconds.min && seconds <= executionSeconds.max;
  return inside ? seconds : executionSeconds.usual;
}

/** Seconds the whole document may run: its steps run one after another. */
export function executionTimeoutSeconds(
  content: DocumentContent,
  values: Readonly<Record<string, string | readonly string[]>>,
): number {
  return content.steps.reduce((sum, step) => sum + stepSeconds(step, values), 0);
}
