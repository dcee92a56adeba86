import { Command, CommanderError } from 'commander';
import { SchemaProblem } from '#platform/db/migrate.ts';
import { explainHostError } from '#platform/host-errors/explain-host-error.ts';
import { backupCommand, restoreCommand } from './backup-commands.ts';
import { demoCommand, hubCommand, migrateCommand } from './installation-commands.ts';
import { doctorCommand } from './doctor-command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { linkCommand } from './link-command.ts';
import { noticesCommand } from './notices-command.ts';
import { serveCommand, workerCommand } from './serve-command.ts';

/** The titles that the library writes, in French. */
const frenchTitles: Record<string, string> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

const inFrench = (text: string): string => text.replace(/\(default: "?(.*?)"?\)/, '(par défaut : $1)');

/** Runs the command asked for; answers the exit code. What the host can mend is said in plain words, without a trace. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('essaim')
    .description('La plateforme numérique des pôles de l’économie sociale et solidaire.')
    .version('0.1.0', '-V, --version', 'dit la version')
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .configureHelp({
      styleTitle: (title) => frenchTitles[title] ?? title,
      styleOptionDescription: inFrench,
      styleArgumentDescription: inFrench,
    })
    .exitOverride();
  const commands = [
    serveCommand,
    workerCommand,
    migrateCommand,
    demoCommand,
    hubCommand,
    linkCommand,
    noticesCommand,
    importCommand,
    exportCommand,
    backupCommand,
    restoreCommand,
    doctorCommand,
  ];
  for (const define of commands) define(program, (code) => (exitCode = code));
  for (const command of program.commands) command.exitOverride().helpOption('-h, --help', 'affiche cette aide');
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    return tell(error);
  }
}

function tell(error: unknown): number {
  const lines = error instanceof SchemaProblem ? [error.message] : explainHostError(error);
  if (lines) {
    process.stderr.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
    return (error as { exitCode?: number }).exitCode ?? 1;
  }
  process.stderr.write(
    '\n  Une erreur inattendue a arrêté Essaim. Merci de la signaler avec les lignes suivantes :\n\n',
  );
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 70;
}
