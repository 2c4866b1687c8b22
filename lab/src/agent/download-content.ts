// aws:downloadContent from a URL: plain http only where the step allows it. Other sources are not carried out by the lab.
import { existsSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Step } from './document.ts';
import { isRecord, propertyOf } from './document.ts';
import type { PluginOutput, StepPlace } from './step-run.ts';
import { pluginCancelled, pluginFailed, pluginSucceeded } from './step-run.ts';

/** Where downloads with a relative path go, below the command's folder. */
export const downloadsFolder = 'downloads';

const insecure =
  "Non secure URL provided and insecure download is not allowed. Provide a secure URL or set 'allowInsecureDownload' to true to perform the download operation";

export async function contentDownload(_step: Step, properties: unknown, place: StepPlace): Promise<PluginOutput> {
  const type = propertyOf(properties, 'sourceType');
  if (type !== 'HTTP') return pluginFailed(`the lab does not download from ${String(type)}`);
  const source = recordFrom(propertyOf(properties, 'sourceInfo'));
  const url = URL.parse(String(source['url'] ?? ''));
  if (url === null || !/^https?:$/.test(url.protocol))
    return pluginFailed('URL scheme for HTTP resource type is invalid. HTTP or HTTPS is accepted');
  if (url.protocol === 'http:' && String(source['allowInsecureDownload']) !== 'true') return pluginFailed(insecure);

  const given = String(propertyOf(properties, 'destinationPath') ?? '');
  const wanted = isAbsolute(given) ? given : join(place.orchestration, downloadsFolder, given);
  const folder = given === '' || given.endsWith('/') || isFolder(join(place.dir, wanted));
  const destination = folder ? join(wanted, basename(url.pathname)) : wanted;
  try {
    const response = await fetch(url, { signal: place.signal });
    if (response.status !== 200)
      return pluginFailed(`Failed to download file: Status: ${response.status} ${response.statusText}`);
    const content = Buffer.from(await response.arrayBuffer());
    await mkdir(join(place.dir, dirname(destination)), { recursive: true });
    await writeFile(join(place.dir, destination), content, { mode: 0o600 });
  } catch (error) {
    if (place.signal.aborted) return pluginCancelled;
    return pluginFailed(`Failed to download file: Cannot execute request: ${String(error)}`);
  }
  return pluginSucceeded(`Content downloaded to ${destination}`);
}

/** An object, or JSON text of one, which is how a String parameter carries it. */
export function recordFrom(value: unknown): Record<string, unknown> {
  if (isRecord(value)) return value;
  if (typeof value !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) ? parsed : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
