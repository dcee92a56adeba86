/** How a course is held. */
export const courseFormats = ['onsite', 'online', 'mixed'] as const;
export type CourseFormat = (typeof courseFormats)[number];

export const formatNames: Readonly<Record<CourseFormat, string>> = {
  onsite: 'Sur place',
  online: 'À distance',
  mixed: 'Sur place et à distance',
};

/** Ways to have a course paid for. */
export const financings = ['free', 'opco', 'fdva', 'region', 'cpf', 'employer', 'personal'] as const;
export type Financing = (typeof financings)[number];

export const financingNames: Readonly<Record<Financing, string>> = {
  free: 'Gratuit',
  opco: 'OPCO',
  fdva: 'FDVA (bénévoles)',
  region: 'Région',
  cpf: 'Compte personnel de formation',
  employer: 'Employeur',
  personal: 'À ses frais',
};

/** What one pays, by who one is. */
export interface CoursePrice {
  label: string;
  cents: number;
}

/** « 7 h », « 10 h 30 »: a duration, with no-break spaces. */
export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}
