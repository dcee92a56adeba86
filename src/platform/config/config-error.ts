import { HostError } from '#platform/host-errors/host-error.ts';

export type ConfigProblem = { variable: string; message: string };

/** Every problem of the settings at once, each in a sentence. */
export class ConfigError extends HostError {
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    const count = problems.length > 1 ? `${problems.length} réglages sont à corriger` : 'Un réglage est à corriger';
    super(`${count} (variables d’environnement ou fichier .env) :`, {
      hint: problems.map(({ variable, message }) => `– ${variable} : ${message}`).join('\n'),
    });
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
