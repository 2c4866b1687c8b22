// Names of accounts or groups in one sentence, cut where there are too many to read.

const namesMax = 20;

/** `kim, lee` or `kim, lee, …, +3`, in the order given. */
export function nameList(all: readonly { readonly name: string }[]): string {
  const shown = all.slice(0, namesMax).map(({ name }) => name);
  return [...shown, ...(all.length > namesMax ? [`+${all.length - namesMax}`] : [])].join(', ');
}
