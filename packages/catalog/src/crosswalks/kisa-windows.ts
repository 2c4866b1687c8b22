// Which item of the 2021 Windows edition became which of 2026. This is our own reading of titles and criteria: no official table was found.

/** `web` and `dbms` stand for the 2026 chapters to which an item moved; they are editions of their own. */
export type CrosswalkChapter = 'windows' | 'web' | 'dbms';

export interface CrosswalkRow {
  /** Code in kisa-windows-2021; null for an item that is new in 2026. */
  readonly from: string | null;
  readonly chapter: CrosswalkChapter;
  /** Codes in the 2026 chapter; empty for an item that is gone. */
  readonly to: readonly string[];
  /** `same`: decided by the same units; `merged`: by some of the units of a wider item; `changed`: the criterion differs. */
  readonly change: 'same' | 'merged' | 'changed' | 'moved' | 'removed' | 'new';
}

const row = (
  change: CrosswalkRow['change'],
  chapter: CrosswalkChapter,
  from: string | null,
  ...to: string[]
): CrosswalkRow => ({ from, chapter, to, change });
/** `W-01 W-01, W-02 W-02`: pairs of codes. */
const pairs = (change: CrosswalkRow['change'], chapter: CrosswalkChapter, text: string): CrosswalkRow[] =>
  text.split(',').map((pair) => {
    const [from = '', ...to] = pair.trim().split(/\s+/);
    return row(change, chapter, from, ...to);
  });

export const windowsCrosswalk: readonly CrosswalkRow[] = [
  ...pairs(
    'same',
    'windows',
    `W-01 W-01, W-02 W-02, W-03 W-03, W-04 W-04, W-05 W-05, W-06 W-06, W-07 W-16, W-08 W-17, W-09 W-18, W-10 W-19,
    W-24 W-20, W-25 W-21, W-26 W-22, W-28 W-24, W-29 W-25, W-30 W-26, W-31 W-27, W-32 W-38, W-33 W-39, W-35 W-44,
    W-36 W-45, W-37 W-46, W-38 W-47, W-39 W-48, W-40 W-49, W-41 W-50, W-42 W-51, W-43 W-52, W-44 W-53, W-46 W-07,
    W-47 W-08, W-52 W-10, W-53 W-11, W-54 W-12, W-56 W-13, W-57 W-14, W-58 W-28, W-60 W-29, W-61 W-30, W-62 W-31,
    W-63 W-32, W-64 W-33, W-66 W-35, W-67 W-36, W-68 W-37, W-69 W-40, W-70 W-42, W-71 W-43, W-72 W-54, W-73 W-55,
    W-74 W-56, W-75 W-57, W-76 W-58, W-77 W-59, W-78 W-60, W-79 W-61, W-81 W-62`,
  ),
  ...pairs('merged', 'windows', `W-27 W-23, W-48 W-09, W-49 W-09, W-50 W-09, W-51 W-09, W-55 W-09`),
  row('changed', 'windows', 'W-65', 'W-34'),
  ...pairs(
    'moved',
    'web',
    `W-11 WEB-04, W-12 WEB-05, W-13 WEB-06, W-14 WEB-07, W-15 WEB-09, W-16 WEB-12, W-17 WEB-08, W-18 WEB-13, W-19 WEB-17, W-20 WEB-14,
    W-21 WEB-15, W-22 WEB-19, W-23 WEB-18, W-59 WEB-16 WEB-22`,
  ),
  row('moved', 'dbms', 'W-82', 'D-16'),
  ...['W-34', 'W-45', 'W-80'].map((from) => row('removed', 'windows', from)),
  ...['W-15', 'W-41', 'W-63', 'W-64'].map((to) => row('new', 'windows', null, to)),
];
