import { parse } from 'csv-parse';
import type { Parser } from 'csv-parse';
import { unguardCell } from '#platform/spreadsheet-export/guard-cell.ts';
import { breather } from './breather.ts';
import type { TableLimits } from './limits.ts';
import { rawLineSink } from './raw-line-sink.ts';
import { sniffSeparator } from './sniff-separator.ts';
import type { Separator } from './sniff-separator.ts';
import { tableBuilder } from './table-builder.ts';
import type { TableBuilder } from './table-builder.ts';

type ParsedTable = ReturnType<TableBuilder['finish']> & { separator: Separator };
/** Where the records that could be read end. */
type SoundUpTo = { bytes: number; lines: number };

const chunkBytes = 64 * 1024;
const newline = 0x0a;
/** Past this number of stray quotes the file does not use quotes at all. */
const strayQuotesForgiven = 20;

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}

const drainedOrClosed = (parser: Parser): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      parser.off('drain', settle).off('close', settle);
      resolve();
    };
    parser.on('drain', settle).on('close', settle);
  });

/** Cells of every record of `bytes`; stops at a quote that never closes and says where the sound records end. */
async function parseFrom(
  bytes: Buffer,
  separator: Separator,
  withQuotes: boolean,
  limits: TableLimits,
  onRecord: (cells: string[], line: number) => void,
): Promise<SoundUpTo | undefined> {
  let sound: SoundUpTo = { bytes: 0, lines: 0 };
  const parser = parse({
    delimiter: separator,
    quote: withQuotes ? '"' : false,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.cellLength * 50,
    on_record(record, { bytes: end, lines }) {
      onRecord(record, sound.lines + 1);
      sound = { bytes: end, lines };
      // Nothing is kept in the stream: records are handed over one by one.
      return null;
    },
  });
  const breathe = breather();
  try {
    await new Promise<void>((resolve, reject) => {
      parser.on('error', reject).on('end', resolve).resume();
      const feed = async (): Promise<void> => {
        for (const chunk of chunksOf(bytes)) {
          if (parser.destroyed) return;
          if (!parser.write(chunk)) await drainedOrClosed(parser);
          await breathe();
        }
        parser.end();
      };
      feed().catch(reject);
    });
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) return sound;
    throw error;
  } finally {
    parser.destroy();
  }
}

/** Reads comma, semicolon, tab or pipe separated text. Ragged lines and stray quotes are reported, never fatal. */
export async function readCsv(text: string, limits: TableLimits): Promise<ParsedTable> {
  const { separator, skip } = sniffSeparator(text);
  const builder = tableBuilder(limits);
  const sink = rawLineSink(builder);
  let rest = Buffer.from(skip === 0 ? text : text.slice(skip), 'utf8');
  let lineOffset = skip === 0 ? 0 : 1;

  for (let strays = 0; rest.length > 0; strays += 1) {
    const offset = lineOffset;
    const emit = (cells: string[], line: number): void =>
      sink.add({ line: offset + line, cells: cells.map(unguardCell) });
    const stopped = await parseFrom(rest, separator, strays < strayQuotesForgiven, limits, emit);
    if (stopped === undefined) break;
    const start = skipBlankLines(rest, stopped.bytes);
    const end = rest.indexOf(newline, start);
    const line = rest.subarray(start, end === -1 ? rest.length : end);
    lineOffset += stopped.lines;
    builder.report(lineOffset + 1, 'Un guillemet ouvert n’est jamais refermé : la ligne a été lue telle quelle.');
    const single = lineOffset;
    await parseFrom(line.subarray(0, limits.cellLength * 10), separator, false, limits, (cells) =>
      sink.add({ line: single + 1, cells }),
    );
    lineOffset += 1;
    rest = end === -1 ? Buffer.alloc(0) : rest.subarray(end + 1);
  }
  sink.finish();
  return { ...builder.finish(), separator };
}

function skipBlankLines(bytes: Buffer, from: number): number {
  let start = from;
  while (start < bytes.length && (bytes[start] === newline || bytes[start] === 0x0d)) start += 1;
  return start;
}
