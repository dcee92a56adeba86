/** A sheet of labels as it is sold, in millimetres on A4. */
export interface LabelFormat {
  readonly name: string;
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** From the left edge of a label to that of the next one. */
  readonly step: number;
}

/** The three sheets found everywhere; names as they are printed on the boxes. */
export const labelFormats: Readonly<Record<'21' | '24' | '14', LabelFormat>> = {
  '21': {
    name: '21 par feuille (63,5 × 38,1 mm)',
    across: 3,
    down: 7,
    width: 63.5,
    height: 38.1,
    left: 7.2,
    top: 15.1,
    step: 66,
  },
  '24': {
    name: '24 par feuille (63,5 × 33,9 mm)',
    across: 3,
    down: 8,
    width: 63.5,
    height: 33.9,
    left: 7.2,
    top: 12.9,
    step: 66,
  },
  '14': {
    name: '14 par feuille (99,1 × 38,1 mm)',
    across: 2,
    down: 7,
    width: 99.1,
    height: 38.1,
    left: 4.7,
    top: 15.1,
    step: 101.6,
  },
};

export function isLabelFormat(text: string): text is keyof typeof labelFormats {
  return text in labelFormats;
}

/** The lines of a postal address, however it was typed: six at most, as the post asks. */
export function postalLines(address: string): string[] {
  const lines = address.includes('\n') ? address.split('\n') : address.split(/\s*,\s*/);
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 5);
}
