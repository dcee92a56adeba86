import pino, { type Logger } from 'pino';

/** Structured log without personal data: ids, routes, durations, counts. Never a name, an address or a form's content. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu;

/** A log that writes JSON lines, with mail addresses masked wherever they slip in. */
export function createLog(level: string, destination?: NodeJS.WritableStream): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: describeError },
      hooks: {
        streamWrite: (line) => line.replace(address, '***@***'),
      },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  );
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  const cause = error.cause ? describeError(error.cause) : undefined;
  return {
    name: error.name,
    message: withoutValues(error.message),
    code,
    stack: withoutValues(error.stack ?? ''),
    cause,
  };
}

/** A failed statement is told without the values it carried, which are people's words and addresses. */
function withoutValues(text: string): string {
  return text.replace(/^params: .*$/gm, 'params: …');
}
