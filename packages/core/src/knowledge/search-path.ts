// A PATH value taken apart, and where the current directory stands in it: '.', './' or an empty element.

export type DotPlace = 'none' | 'end' | 'front' | 'middle';

/** The elements between colons; what `${…}` and `$(…)` hold is not split. An empty value is one empty element: bash then searches the current directory. */
export function pathElements(value: string): string[] {
  const elements = `:${value}`.match(/:(?:\$\{[^}]*\}|\$\([^)]*\)|[^:])*/g) ?? [];
  return elements.map((element) => element.slice(1).trim());
}

function isDot(element: string): boolean {
  return element === '' || /^\.\/*$/.test(element);
}

/** Where the current directory stands; the worst place where there are several. */
export function dotPlace(value: string): DotPlace {
  const elements = pathElements(value);
  const at = elements.findIndex(isDot);
  if (at < 0) return 'none';
  if (at === 0) return 'front';
  // All that follows is the current directory too: still the end.
  return elements.slice(at).every(isDot) ? 'end' : 'middle';
}
