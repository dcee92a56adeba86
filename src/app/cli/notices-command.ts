import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { readNotices, takeInReplies } from '#modules/mailing/index.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { chosenHub } from './chosen-hub.ts';
import { say } from './say.ts';
import { withSite } from './with-site.ts';

const largest = 50_000_000;
const atOnce = 50;

/** For mailboxes of returns and of replies kept on the machine: `essaim retours < boite.mbox`. */
export function noticesCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('retours')
    .description(
      'lit les messages revenus et les réponses aux envois (un message, ou une boîte mbox, sur l’entrée) : retire les adresses mortes, range les réponses',
    )
    .option('--pole <mot>', 'nom du pôle dans les adresses, quand il y en a plusieurs')
    .action(async (options: { pole?: string }) => {
      const input = await buffer(process.stdin);
      const messages = messagesIn(input.subarray(0, largest).toString('latin1'));
      await withSite('retours', async (site) => {
        const hub = await chosenHub(site, options.pole);
        const ctx = await site.contextOf(hub.id, null);
        const links = openSignedIds(site.deps.settings.secret);
        let read = 0;
        let replies = 0;
        for (let from = 0; from < messages.length; from += atOnce) {
          const some = messages.slice(from, from + atOnce);
          const outcome = await execute(ctx, readNotices, { messages: some, source: 'notice' });
          if (outcome.ok) read += outcome.value.read;
          // Notices answer no copy: what is one is never the other.
          replies += await takeInReplies(
            ctx,
            links,
            some.map((message) => Buffer.from(message, 'latin1')),
          );
        }
        say(
          `Sur ${plural(messages.length, 'message')}, lus : ${plural(read, 'retour')}, ${plural(replies, 'réponse')}.`,
        );
        exit(0);
      });
    });
}

/** The messages of an mbox file, which says itself where each begins, or the only one. */
function messagesIn(text: string): string[] {
  return (text.startsWith('From ') ? text.split(/^From .*$/m) : [text])
    .map((message) => message.trim())
    .filter(Boolean);
}
