import type { z } from 'zod';

/**
 * One French message a field, by its path joined with dots. Schemas give their own messages; this supplies those for
 * what a browser form can never send otherwise than by mistake or malice.
 */
export function fieldMessages(error: z.ZodError): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    messages[path] ??= isFrench(issue.message) ? issue.message : fallback(issue);
  }
  return messages;
}

// Zod's own sentences are in English and all start with one of these words.
function isFrench(message: string): boolean {
  return !/^(Invalid|Too |Required|Expected|Unrecognized|Number|String|Array)/.test(message);
}

function fallback(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `C’est trop long : ${issue.maximum} caractères au plus.`
        : `${issue.maximum} au plus.`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'Ce champ est à remplir.'
        : `${issue.minimum} au moins.`;
    case 'invalid_type':
      return 'Ce champ est à remplir.';
    case 'invalid_value':
      return 'Choisissez une des réponses proposées.';
    default:
      return 'Cette valeur n’est pas reconnue.';
  }
}
