/** A number is one we typed ourselves; anything a person wrote is text. Dates are ISO text. */
export type ExportCell = string | number | boolean | null;

export type ExportColumn<Row> = {
  readonly header: string;
  readonly value: (row: Row) => ExportCell;
  /** Width in characters, for workbooks. */
  readonly width?: number;
};

export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;
