import type { AgendaSettings } from '../../queries/agenda-settings.ts';

/** Who may be announced: the hub's own words, or the common ones (AGE-02). */
export function perimeterSentence({ perimeterNote }: AgendaSettings): string {
  return (
    perimeterNote ||
    'Cet agenda annonce les rendez-vous des structures de l’économie sociale et solidaire du territoire, et de celles qui s’y reconnaissent.'
  );
}
