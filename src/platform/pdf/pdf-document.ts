/** Whose paper it is: what stands at the head and foot of every document of a hub. */
export interface PaperIdentity {
  readonly name: string;
  /** `#rrggbb`. */
  readonly brandColor: string;
  /** Address, phone, mail, registration numbers: one line each under or beside the name. */
  readonly lines: readonly string[];
  /** Public address of the site, without a final slash. */
  readonly origin: string;
  /** JPEG or PNG. */
  readonly logo?: Uint8Array | null | undefined;
}

export interface PdfOptions {
  readonly title: string;
  readonly identity: PaperIdentity;
  readonly size?: PaperSize;
  readonly layout?: 'portrait' | 'landscape';
  /** In points, on every side; the foot adds what the running line needs. 48 unless told otherwise. */
  readonly margin?: number;
  /** The head with the hub's name and lines; true unless told otherwise. */
  readonly letterhead?: boolean;
  /** The foot with the hub's name and the page number; true unless told otherwise. */
  readonly footer?: boolean;
  /** Written in the file as its date: the same moment and content give the same bytes. */
  readonly date: Temporal.Instant;
}

export type PaperSize = 'A3' | 'A4' | 'A5' | 'A6';

export type PdfColour = 'ink' | 'muted' | 'brand' | 'white';

/** A piece of a paragraph. */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Address this piece leads to. */
  readonly href?: string;
  /** In a cell of a table: one of our own SVG drawings above the words, with what it shows. */
  readonly drawing?: { readonly svg: string; readonly height: number; readonly alternative: string };
}

export interface TextOptions {
  /** In points: 10.5 unless told otherwise. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly colour?: PdfColour;
  /** Space left under it, in points. */
  readonly after?: number;
  /** Cut by « … » beyond this height. */
  readonly maxHeight?: number;
}

export interface HeadingOptions {
  readonly level?: 1 | 2 | 3;
  readonly align?: 'left' | 'center' | 'right';
  readonly size?: number;
  readonly colour?: PdfColour;
  readonly after?: number;
}

/** A title set as large as its box allows. */
export interface FittedOptions {
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
  readonly level?: 1 | 2 | 3;
  readonly align?: 'left' | 'center' | 'right';
  readonly colour?: PdfColour;
}

export interface PdfColumn {
  readonly label: string;
  /** Share of the width beside the others; 1 unless told otherwise. */
  readonly share?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Its cells name their row. */
  readonly isHeader?: boolean;
}

export interface PdfTable {
  /** What the table holds, said under it to nobody but assistive technology unless `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly (string | TextRun)[])[];
  /** In points, at least: 44 leaves room to sign. */
  readonly rowHeight?: number;
  readonly size?: number;
  /** Lines around every cell, to write in; otherwise every other row is grey. */
  readonly grid?: boolean;
  readonly after?: number;
}

/** A rectangle in points from the top left corner of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FrameOptions {
  readonly padding?: number;
  /** Colour of its ground; `soft` is a light grey. */
  readonly fill?: 'soft' | 'brand' | 'white';
  readonly border?: boolean;
  readonly radius?: number;
}

export interface ImageOptions {
  /** What it shows; empty when it only adorns. */
  readonly alternative: string;
  /** The width left unless told otherwise. */
  readonly width?: number;
  readonly height?: number;
  /** `contain`: whole, in this room. `cover`: fills it, cut around the focal point (percent). */
  readonly fit?: 'contain' | 'cover';
  readonly focalX?: number;
  readonly focalY?: number;
  readonly after?: number;
}

/** A tagged PDF being written from top to bottom; points are 1/72 inch. Texts are plain. */
export interface PdfDocument {
  /** Width of what is being filled: the page between its margins, a column, a frame. */
  readonly width: number;
  /** Where the next thing goes, and how much height is left there. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
  /** The whole page. */
  readonly page: { readonly width: number; readonly height: number };
  heading(text: string, options?: HeadingOptions): PdfDocument;
  fitted(text: string, options: FittedOptions): PdfDocument;
  paragraph(text: string | readonly TextRun[], options?: TextOptions): PdfDocument;
  list(items: readonly string[], options?: TextOptions & { numbered?: boolean }): PdfDocument;
  /** Labels and values, each pair on a line. Pairs without value are left out. */
  facts(entries: readonly { label: string; value: string }[], options?: { size?: number; after?: number }): PdfDocument;
  table(table: PdfTable): PdfDocument;
  /** Boxes to sign in, side by side. */
  signatures(
    boxes: readonly { label: string; lines?: readonly string[] }[],
    options?: { height?: number },
  ): PdfDocument;
  /** The code of an address, and the address under it unless told otherwise. */
  qr(
    address: string,
    options?: { size?: number; align?: 'left' | 'center' | 'right'; caption?: string | null },
  ): PdfDocument;
  image(bytes: Uint8Array, options: ImageOptions): PdfDocument;
  /** One of our own SVG drawings, cut to its room as `xMidYMax slice`; an empty alternative when it only adorns. */
  drawing(svg: string, options: { width?: number; height: number; alternative?: string; after?: number }): PdfDocument;
  /** A check box to tick by hand, with its words. */
  tickBox(text: string, options?: TextOptions & { isTicked?: boolean }): PdfDocument;
  rule(options?: { after?: number }): PdfDocument;
  gap(points: number): PdfDocument;
  /** Side by side, by shares of the width; what is in them stays on one page. */
  columns(
    shares: readonly number[],
    draw: (column: PdfDocument, at: number) => void,
    options?: { gap?: number },
  ): PdfDocument;
  /** A box anywhere on the page; what follows goes on where it was. What does not fit in the box is cut. */
  frame(box: Box, draw: (inside: PdfDocument) => void, options?: FrameOptions): PdfDocument;
  /** On the next page when it does not fit on this one. */
  keepTogether(draw: (inside: PdfDocument) => void): PdfDocument;
  /** Height that something would take here. */
  heightOf(draw: (inside: PdfDocument) => void): number;
  pageBreak(): PdfDocument;
  finish(): Promise<Uint8Array>;
}
