// aws:runDocument from a local path: a document in a file of the instance, executed as one step of the outer one.
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Step } from './document.ts';
import { propertyOf } from './document.ts';
import { downloadsFolder, recordFrom } from './download-content.ts';
import type { PluginOutput, StepPlace } from './step-run.ts';
import { pluginFailed } from './step-run.ts';

/** Documents within documents (agent source, rundocument). */
const depthMax = 3;

export async function documentStep(step: Step, properties: unknown, place: StepPlace): Promise<PluginOutput> {
  const type = propertyOf(properties, 'documentType');
  if (type !== 'LocalPath') return pluginFailed(`the lab does not run documents from ${String(type)}`);
  if (place.depth > depthMax)
    return pluginFailed(
      `Maximum depth for document execution exceeded. Maximum depth permitted - ${depthMax} and current depth - ${place.depth}`,
    );
  const given = String(propertyOf(properties, 'documentPath') ?? '');
  const path = isAbsolute(given) ? given : join(place.orchestration, downloadsFolder, given);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(join(place.dir, path), 'utf8'));
  } catch (error) {
    return pluginFailed(`There was an error while preparing documents - ${String(error)}`);
  }
  const parameters = recordFrom(propertyOf(properties, 'documentParameters'));
  const inner = await place.nested(content, parameters as Record<string, string | readonly string[]>, step.name);
  if (inner.trace !== '') return pluginFailed(`There was an error while preparing documents - ${inner.trace}`);
  const texts = (pick: 'standardOutput' | 'standardError'): Buffer =>
    Buffer.from(
      inner.steps
        .map((one) => one[pick])
        .filter((text) => text !== '')
        .join('\n'),
    );
  return {
    status: inner.status,
    exitCode: inner.status === 'Success' || inner.status === 'Skipped' ? 0 : 1,
    stdout: texts('standardOutput'),
    stderr: texts('standardError'),
  };
}
