/**
 * Somebody else's program did not do what the protocol asks. The message is one sentence: what was expected, what was got,
 * and after how many answers.
 */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
  /** The end of what it wrote to its standard output, at most 1 kB. */
  readonly wroteLast: string;
  /** The end of what it wrote to its standard error, at most 4 kB. */
  readonly complaint: string;

  constructor(sentence: string, wroteLast: string, complaint: string) {
    super(sentence);
    this.wroteLast = wroteLast;
    this.complaint = complaint;
  }
}

/** A text from outside as it may stand in a sentence of ours: on one line, without control characters, not long. */
export const quoted = (text: string, most = 80): string => {
  const shown = JSON.stringify(text.slice(0, most)).replace(/\\"/g, '"');
  return text.length > most ? `${shown} ... (${text.length} characters)` : shown;
};

/** The last bytes of a stream, in bounded memory. */
export interface Tail {
  readonly add: (bytes: Uint8Array) => void;
  readonly text: () => string;
}

export const tailOf = (most: number): Tail => {
  let kept = new Uint8Array();
  return {
    add: (bytes) => {
      kept = Buffer.concat([kept.subarray(-most), bytes.subarray(-most)]).subarray(-most);
    },
    text: () => new TextDecoder().decode(kept),
  };
};
