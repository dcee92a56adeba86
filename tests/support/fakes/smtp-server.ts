import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerEnvelope } from 'smtp-server';

export type ReceivedMail = { from: string; to: string[]; messageId: string; raw: Buffer };

/** How the server treats the next messages. */
export type SmtpMood =
  | 'accepts'
  | { step: 'recipient' | 'data'; reply: number; text: string }
  /** Closes the connection once it has the whole message: before or after keeping it. */
  | { drops: 'before_keeping' | 'after_keeping' }
  /** Closes the connection in the middle of the message. */
  | { drops: 'during_data' }
  /** Never answers the message. */
  | 'stalls';

export type FakeSmtp = AsyncDisposable & {
  port: number;
  /** What SMTP_URL would be. */
  url: string;
  received: ReceivedMail[];
  behave(mood: SmtpMood): void;
  connections(): number;
};

/** A real SMTP server that keeps what it receives and fails on request. */
export async function startSmtpServer(options: { user?: string; password?: string } = {}): Promise<FakeSmtp> {
  const received: ReceivedMail[] = [];
  let mood: SmtpMood = 'accepts';
  let connections = 0;

  const server = new SMTPServer({
    disabledCommands: options.user === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === options.user && password === options.password) done(null, { user: username });
      else done(Object.assign(new Error('5.7.8 refused'), { responseCode: 535 }));
    },
    onRcptTo: (_address, _session, done) => done(failureAt('recipient')),
    onData(stream, session, done) {
      if (drops('during_data')) stream.once('data', dropAll);
      // A client that dies in the middle of a message leaves nothing.
      else receive(stream, session.envelope, done).catch(() => undefined);
    },
  });
  server.on('error', () => undefined);

  async function receive(
    stream: Readable,
    { mailFrom, rcptTo }: SMTPServerEnvelope,
    answer: (failure: Error | null) => void,
  ): Promise<void> {
    const raw = await buffer(stream);
    const failure = failureAt('data');
    if (!failure && mood !== 'stalls' && !drops('before_keeping')) {
      const messageId = /^message-id: *(\S+)/im.exec(raw.toString())?.[1] ?? '';
      received.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        messageId,
        raw,
      });
    }
    if (drops('before_keeping') || drops('after_keeping')) dropAll();
    else if (mood !== 'stalls') answer(failure);
  }
  function drops(when: 'during_data' | 'before_keeping' | 'after_keeping'): boolean {
    return typeof mood === 'object' && 'drops' in mood && mood.drops === when;
  }
  function failureAt(step: 'recipient' | 'data'): Error | null {
    if (typeof mood !== 'object' || !('step' in mood) || mood.step !== step) return null;
    return Object.assign(new Error(mood.text), { responseCode: mood.reply });
  }
  function dropAll(): void {
    for (const connection of server.connections) (connection as { _socket?: { destroy(): void } })._socket?.destroy();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (next) => {
      mood = next;
    },
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      dropAll();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
