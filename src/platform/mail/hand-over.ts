import type { SendMailOptions } from 'nodemailer';
import type { Delivery } from './mail-carrier.ts';
import { MailFailure, type MailFailureKind } from './mail-failure.ts';
import { MailRefused } from './mail-refused.ts';
import type { MailTransport } from './mail-transport.ts';

/** Hands a message to the mail server, and says what became of it. */
export async function handOver(
  transport: Pick<MailTransport, 'send'>,
  build: () => Promise<SendMailOptions> | SendMailOptions,
): Promise<Delivery> {
  try {
    await transport.send(await build());
    return { result: 'sent' };
  } catch (error) {
    if (error instanceof MailRefused) return { result: 'refused', why: error.message };
    if (error instanceof MailFailure) return afterFailure(error);
    throw error;
  }
}

const deliveryAfter = { permanent: 'refused', temporary: 'later', ambiguous: 'uncertain' } as const satisfies Record<
  MailFailureKind,
  Delivery['result']
>;

function afterFailure(failure: MailFailure): Delivery {
  const code = failure.statusCode ?? failure.replyCode?.toString();
  return { result: deliveryAfter[failure.kind], why: whyOf(failure), ...(code === undefined ? {} : { code }) };
}

/** Never the words of the server, which often quote the address. */
function whyOf({ message, statusCode, replyCode }: MailFailure): string {
  const code = statusCode ?? replyCode;
  return code === undefined ? message : `${message} (${code})`;
}
