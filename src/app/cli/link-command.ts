import type { Command } from 'commander';
import { createFirstSignInLink, employees } from '#modules/identity/index.ts';
import { HostError } from '#platform/host-errors/host-error.ts';
import { chosenHub } from './chosen-hub.ts';
import { say } from './say.ts';
import { withSite } from './with-site.ts';

/** For who lost the way in: whoever holds the machine may let an employee enter again. */
export function linkCommand(program: Command): void {
  program
    .command('lien')
    .description('donne un lien de connexion, valable une fois, à une personne salariée qui ne peut plus entrer')
    .option('--pole <mot>', 'nom du pôle dans les adresses, quand il y en a plusieurs')
    .option('--personne <nom>', 'prénom et nom, quand le pôle a plusieurs personnes salariées')
    .action(async (options: { pole?: string; personne?: string }) => {
      await withSite('lien', async (site) => {
        const hub = await chosenHub(site, options.pole);
        const list = await employees(site.deps.databases.forHub(hub.id));
        const wanted = options.personne ? list.filter((one) => one.name === options.personne) : list;
        const [employee, another] = wanted;
        if (!employee || another) {
          throw new HostError(
            list.length === 0
              ? 'Ce pôle n’a pas de personne salariée.'
              : `Dites qui avec --personne : ${list.map((one) => one.name).join(', ')}.`,
          );
        }
        const path = await createFirstSignInLink(await site.contextOf(hub.id, null), employee.personId);
        say(`Lien de connexion de ${employee.name}, valable une fois, 24 heures :`);
        process.stdout.write(`${await site.deps.hubs.originOf(hub.id)}${path}\n`);
      });
    });
}
