const words: Readonly<Record<string, string>> = {
  '401': 'demande un mot de passe',
  '403': 'refuse les robots',
  '404': 'page introuvable (404)',
  '410': 'page supprimée (410)',
  '429': 'trop sollicité',
  '451': 'retirée pour raison légale',
  unknown_host: 'ce site n’existe plus',
  unreachable: 'le site ne répond pas',
  timeout: 'le site répond trop lentement',
  too_many_redirects: 'tourne en rond',
  private_address: 'adresse d’un réseau privé',
};

/** What came of the last try, in words. */
export function answerInWords(answer: string): string {
  if (words[answer]) return words[answer];
  if (/^5\d\d$/.test(answer)) return `panne du site (${answer})`;
  return /^\d+$/.test(answer) ? `réponse ${answer}` : 'adresse illisible';
}
