import type { Exchange } from './exchange.ts';

/** A file or a feed sent as it is made. */
export function send(
  exchange: Exchange,
  body: string | ReadableStream<Uint8Array>,
  type: string,
  fileName?: string,
): Response {
  const disposition: Record<string, string> = fileName
    ? { 'content-disposition': `attachment; filename="${fileName}"` }
    : {};
  return exchange.http.body(body as string, 200, { 'content-type': type, ...disposition });
}

/** Pieces of text as a stream, each asked for when the last was taken. */
export function textStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** A JSON value whose one list is written item after item. */
export async function* jsonPieces<Item>(
  head: object,
  listName: string,
  items: AsyncIterable<Item>,
  write: (item: Item) => unknown,
): AsyncGenerator<string> {
  const opening = JSON.stringify(head).slice(0, -1);
  let pending = `${opening}${opening === '{' ? '' : ','}${JSON.stringify(listName)}:[`;
  let first = true;
  for await (const item of items) {
    pending += (first ? '' : ',') + JSON.stringify(write(item));
    first = false;
    if (pending.length < 60_000) continue;
    yield pending;
    pending = '';
  }
  yield `${pending}]}`;
}
