// Names by which installations, courses and tests leave accounts behind (KISA 2026 D-02 names test accounts and Oracle's samples).
const names =
  /^(?:|test(?:er|user|ing)?\d{0,3}|demo(?:user)?|sample|example|guest|anonymous|temp(?:user)?|tmp|scott|foo|bar)$/i;

/** Whether an account has such a name; the empty one is MySQL's anonymous account. */
export function leftOverName(name: string): boolean {
  return names.test(name);
}
