// How much of what a host sent is quoted in one judgement: a report is read by people, and a host may be hostile.

/** Of many findings, as many are quoted. */
export const quotedMax = 50;
/** Of a long one, as many letters. */
export const lettersMax = 200;
