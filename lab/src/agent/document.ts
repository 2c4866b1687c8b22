// Reads a command document (schema 1.2, 2.0, 2.2) into the steps that the agent will walk through.

export interface ParameterDefinition {
  readonly type: string;
  readonly default?: unknown;
  readonly allowedPattern?: string;
  readonly interpolationType?: string;
}

/** A step as the document gives it; its properties are pasted into before it runs. */
export interface Step {
  /** Key of its result: the step's name, or the plugin's in schema 1.2. */
  readonly name: string;
  readonly action: string;
  /** An object, or a list of objects in schema 1.2. */
  readonly properties: unknown;
  readonly preconditions: Readonly<Record<string, readonly string[]>>;
}

export interface CommandDocument {
  /** Schema 2.2 knows preconditions and skips what does not fit the platform; older schemas fail instead. */
  readonly preconditionsEnabled: boolean;
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  readonly steps: readonly Step[];
}

const schemas = new Set(['1.0', '1.2', '2.0', '2.0.1', '2.0.2', '2.0.3', '2.2']);

/** The document, or the sentence with which the agent rejects it before any step. */
export function documentRead(content: unknown): CommandDocument | { readonly rejected: string } {
  if (!isRecord(content)) return { rejected: 'Unsupported schema format' };
  const version = String(content['schemaVersion'] ?? '');
  if (!schemas.has(version))
    return {
      rejected: `Document with schema version ${version} is not supported by this version of ssm agent, please update to latest version`,
    };
  const steps = version.startsWith('1.') ? stepsOfRuntimeConfig(content) : stepsOfMainSteps(content);
  if (steps.length === 0) return { rejected: 'Unsupported schema format' };
  return { preconditionsEnabled: version === '2.2', parameters: definitionsOf(content['parameters']), steps };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Member of a plugin's properties; the agent reads JSON without regard to case. */
export function propertyOf(properties: unknown, name: string): unknown {
  if (!isRecord(properties)) return undefined;
  const key = Object.keys(properties).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : properties[key];
}

function stepsOfRuntimeConfig(content: Record<string, unknown>): Step[] {
  const config = content['runtimeConfig'];
  if (!isRecord(config)) return [];
  return Object.entries(config).map(([plugin, value]) => ({
    name: plugin,
    action: plugin,
    properties: isRecord(value) ? value['properties'] : undefined,
    preconditions: {},
  }));
}

function stepsOfMainSteps(content: Record<string, unknown>): Step[] {
  const main = content['mainSteps'];
  if (!Array.isArray(main)) return [];
  return main.filter(isRecord).map((step) => ({
    name: String(step['name'] ?? ''),
    action: String(step['action'] ?? ''),
    properties: step['inputs'],
    preconditions: preconditionsOf(step['precondition']),
  }));
}

function preconditionsOf(value: unknown): Record<string, readonly string[]> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([operator, args]) => [operator, Array.isArray(args) ? args.map(String) : []]),
  );
}

function definitionsOf(value: unknown): Record<string, ParameterDefinition> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, raw]) => {
      const given = isRecord(raw) ? raw : {};
      const pattern = given['allowedPattern'];
      const interpolation = given['interpolationType'];
      return [
        name,
        {
          type: String(given['type'] ?? 'String'),
          default: given['default'],
          ...(typeof pattern === 'string' && pattern !== '' ? { allowedPattern: pattern } : {}),
          ...(typeof interpolation === 'string' ? { interpolationType: interpolation } : {}),
        },
      ];
    }),
  );
}
