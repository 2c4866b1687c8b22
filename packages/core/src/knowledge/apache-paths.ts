// Paths as Apache httpd takes them: relative to ServerRoot, with wildcards that no slash and no leading dot matches.

/** An absolute path without doubled slashes, dots and a slash at its end. */
export function apachePath(path: string, root: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${root}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export function hasWildcard(path: string): boolean {
  return /[*?[]/.test(path);
}

/** Whether a path matches a pattern, part by part (apr_fnmatch with APR_FNM_PATHNAME and APR_FNM_PERIOD). */
export function apacheMatches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, index) => partMatches(part, given[index] ?? ''));
}

/** Whether a folder pattern is the path or a folder above it. */
export function apacheCovers(pattern: string, path: string): boolean {
  if (pattern === '/') return true;
  const depth = pattern.split('/').length;
  return apacheMatches(pattern, path.split('/').slice(0, depth).join('/'));
}

/** Steps back to the last star only, so a hostile pattern costs no more than its length times the name's. */
function partMatches(pattern: string, name: string): boolean {
  if (name.startsWith('.') && /^[*?[]/.test(pattern)) return false;
  let at = 0;
  let to = 0;
  let star = -1;
  let mark = 0;
  while (to < name.length) {
    const one = single(pattern, at, name[to] ?? '');
    if (pattern[at] === '*') {
      star = at++;
      mark = to;
    } else if (one > 0) {
      at += one;
      to++;
    } else if (star >= 0) {
      at = star + 1;
      to = ++mark;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at >= pattern.length;
}

/** How many characters of the pattern match this one character; 0 where they do not. */
function single(pattern: string, at: number, letter: string): number {
  const mark = pattern[at];
  if (mark === '?') return 1;
  if (mark !== '[') return mark === letter ? 1 : 0;
  const end = pattern.indexOf(']', at + 2);
  if (end === -1) return mark === letter ? 1 : 0;
  const set = pattern.slice(at + 1, end);
  const not = /^[!^]/.test(set);
  const body = not ? set.slice(1) : set;
  const inside = [...body.matchAll(/([^])-([^])|[^]/g)].some(
    ([all, from = all, till = all]) => letter >= from && letter <= till,
  );
  return inside !== not ? end - at + 1 : 0;
}
