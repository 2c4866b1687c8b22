// Paths as Apache httpd takes them: relative to ServerRoot, with wildcards that no slash and no leading dot matches.
import { globMatches } from './glob.ts';

/** An absolute path without doubled slashes, dots and a slash at its end. */
export function apachePath(path: string, root: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${root}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether a path matches a pattern, part by part: apr_fnmatch with APR_FNM_PATHNAME and APR_FNM_PERIOD is glob(3). */
export function apacheMatches(pattern: string, path: string): boolean {
  return globMatches(pattern, path);
}

/** Whether a folder pattern is the path or a folder above it. */
export function apacheCovers(pattern: string, path: string): boolean {
  if (pattern === '/') return true;
  const depth = pattern.split('/').length;
  return apacheMatches(pattern, path.split('/').slice(0, depth).join('/'));
}
