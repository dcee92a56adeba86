/** What a trainee is, as funders ask. */
export const traineeStatuses = [
  'volunteer',
  'employee',
  'leader',
  'job_seeker',
  'self_employed',
  'student',
  'elected',
  'unknown',
] as const;
export type TraineeStatus = (typeof traineeStatuses)[number];

export const traineeStatusNames: Readonly<Record<TraineeStatus, string>> = {
  volunteer: 'Bénévole',
  employee: 'Salarié·e',
  leader: 'Dirigeant·e associatif·ve',
  job_seeker: 'En recherche d’emploi',
  self_employed: 'Indépendant·e',
  student: 'Élève ou étudiant·e',
  elected: 'Élu·e, agent public',
  unknown: 'Non précisé',
};

export function isTraineeStatus(text: string): text is TraineeStatus {
  return (traineeStatuses as readonly string[]).includes(text);
}

/** What the assessment found. */
export const traineeResults = ['not_assessed', 'reached', 'partly', 'not_reached'] as const;
export type TraineeResult = (typeof traineeResults)[number];

export const traineeResultNames: Readonly<Record<TraineeResult, string>> = {
  not_assessed: 'Non évalué',
  reached: 'Objectifs atteints',
  partly: 'Objectifs en partie atteints',
  not_reached: 'Objectifs non atteints',
};
