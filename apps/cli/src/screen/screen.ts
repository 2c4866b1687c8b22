// Where words go: results to standard output, progress and faults to standard error; colour only on a terminal that wants it.
import type { Progress, VerdictStatus } from '@bongsu/core';
import { forTerminal } from './harmless.ts';
import { footOf } from './live.ts';

export interface Screen {
  /** A line of a result. */
  out(line: string): void;
  /** The result for a program: JSON, one document. */
  json(value: unknown): void;
  /** A line for the person who waits. */
  say(line: string): void;
  readonly progress: Progress;
  /** Lines that stand above the progress while somebody waits; null where nobody watches a terminal. */
  readonly live: ((lines: readonly string[]) => void) | null;
  readonly asJson: boolean;
  status(status: VerdictStatus, shown: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

export interface ScreenStreams {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  /** NO_COLOR (no-color.org) is set. */
  readonly noColour: boolean;
}

const colours: Readonly<Record<VerdictStatus, number>> = {
  pass: 32,
  fail: 31,
  unknown: 35,
  manual: 33,
  notApplicable: 90,
};

/** JSON where it was asked for, or where the output is a pipe and the command asked for a choice. */
export function screenOpen(
  streams: ScreenStreams,
  asJson: boolean,
  words: (step: Parameters<Progress>[0]) => string,
): Screen {
  const coloured = streams.out.isTTY === true && !streams.noColour;
  const paint = (code: number, text: string): string => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const foot = streams.err.isTTY ? footOf(streams.err) : null;
  let last = 0;
  return {
    asJson,
    out: (line) => {
      foot?.clear();
      streams.out.write(`${line}\n`);
    },
    json: (value) => void streams.out.write(`${JSON.stringify(value, null, streams.out.isTTY ? 2 : 0)}\n`),
    say: (line) => (foot ? foot.above(line) : void streams.err.write(`${line}\n`)),
    live: foot ? (lines) => foot.table(lines) : null,
    progress: (step) => {
      const line = forTerminal(words(step));
      if (foot) return step.left === 0 ? foot.above(line) : foot.line(line);
      if (step.left > 0 && step.done - last < 25 && step.done >= last) return;
      last = step.done;
      streams.err.write(`${line}\n`);
    },
    status: (status, shown) => paint(colours[status], shown),
    bold: (text) => paint(1, text),
    dim: (text) => paint(2, text),
  };
}
