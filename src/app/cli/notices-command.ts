import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { readNotices } from '#modules/mailing/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatNumber } from '#platform/french/index.ts';
import { chosenHub } from './chosen-hub.ts';
import { say } from './say.ts';
import { withSite } from './with-site.ts';

const largest = 50_000_000;
const atOnce = 50;

/** For a mailbox of returns kept on the machine: `essaim retours < boite.mbox`. */
export function noticesCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('retours')
    .description('lit les messages revenus (un message, ou une boîte mbox, sur l’entrée) et retire les adresses mortes')
    .option('--pole <mot>', 'nom du pôle dans les adresses, quand il y en a plusieurs')
    .action(async (options: { pole?: string }) => {
      const input = await buffer(process.stdin);
      const messages = messagesIn(input.subarray(0, largest).toString('utf8'));
      await withSite('retours', async (site) => {
        const hub = await chosenHub(site, options.pole);
        const ctx = await site.contextOf(hub.id, null);
        let read = 0;
        for (let from = 0; from < messages.length; from += atOnce) {
          const some = messages.slice(from, from + atOnce);
          const outcome = await execute(ctx, readNotices, { messages: some, source: 'notice' });
          if (outcome.ok) read += outcome.value.read;
        }
        say(`${formatNumber(read)} retours lus sur ${formatNumber(messages.length)} messages.`);
        exit(0);
      });
    });
}

/** The messages of an mbox file, or the only one. */
function messagesIn(text: string): string[] {
  return text
    .split(/^From .*$/m)
    .map((message) => message.trim())
    .filter(Boolean);
}
