import type { Command } from 'commander';
import { HostError } from '#platform/host-errors/host-error.ts';
import { fillDemonstration } from '../demo/fill-demonstration.ts';
import { openHub } from '../open-hub.ts';
import { operatorOfMachine } from '../machine-actor.ts';
import { say } from './say.ts';
import { withInstallation, withSite } from './with-site.ts';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('met la base de données à jour')
    .action(async () => {
      await withInstallation('migrate', async () => say('La base de données est à jour.'));
    });
}

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('ajoute le pôle de démonstration à une installation vide')
    .action(async () => {
      await withSite('demo', async (site) => {
        const done = await fillDemonstration(site, say);
        say(
          done ? 'Le pôle de démonstration est prêt.' : 'Le pôle de démonstration existe déjà : rien n’a été changé.',
        );
      });
    });
}

export function hubCommand(program: Command): void {
  program
    .command('hub')
    .description('ouvre un pôle dans l’installation, et donne le lien de première connexion de sa personne salariée')
    .argument('<nom>', 'nom du pôle, par exemple « Pôle ESS des Vallons »')
    .requiredOption('--adresse <mot>', 'nom du pôle dans les adresses, par exemple vallons')
    .requiredOption('--prenom <prénom>', 'prénom de la personne salariée')
    .requiredOption('--nom <nom>', 'nom de la personne salariée')
    .option('--email <adresse>', 'adresse électronique de la personne salariée')
    .action(async (name: string, options: { adresse: string; prenom: string; nom: string; email?: string }) => {
      await withSite('hub', async (site) => {
        const outcome = await openHub(site, {
          name,
          slug: options.adresse,
          firstEmployee: { givenName: options.prenom, familyName: options.nom, email: options.email ?? null },
          actor: operatorOfMachine,
        });
        if (!outcome.ok)
          throw new HostError(
            Object.values(outcome.fields).join(' ') || `Ce pôle ne peut pas être ouvert (${outcome.reason}).`,
          );
        say(`Le pôle « ${name} » est ouvert. Lien de première connexion, valable une fois :`);
        process.stdout.write(`${await site.deps.hubs.originOf(outcome.value.hubId)}${outcome.value.path}\n`);
      });
    });
}
