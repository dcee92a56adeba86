import { typography } from '#platform/french/index.ts';

/** Why a source could not be read, for the team. */
export const readingTexts = {
  not_a_calendar: typography('Cette adresse ne donne ni calendrier, ni agenda, ni page qui décrit des rendez-vous.'),
  too_large: typography('Ce calendrier est trop lourd : deux mégaoctets au plus.'),
  too_long_to_read: typography('Ce calendrier demande trop de calculs pour être lu.'),
  unreadable_calendar: typography('Ce calendrier est abîmé et n’a pas pu être lu.'),
  emptied: typography('Ce calendrier est vide, alors qu’il ne l’était pas. Par prudence, rien n’a été annulé.'),
  unclear: typography('certaines valeurs ne sont pas acceptées ici'),
} as const;
