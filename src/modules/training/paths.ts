/** Public addresses. */
export const coursesPath = '/formations';
export const coursePath = (slug: string): string => `${coursesPath}/${slug}`;
export const sessionPath = (course: string, session: string): string => `${coursePath(course)}/${session}`;
export const interestPath = (slug: string): string => `${coursePath(slug)}/prevenir`;
export const confirmInterestPath = (secret: string): string => `${coursesPath}/interet/${secret}`;
export const surveyPath = (secret: string): string => `${coursesPath}/evaluation/${secret}`;

/** Words that stand in public addresses where a course would. */
export const reservedSlugs: ReadonlySet<string> = new Set(['interet', 'evaluation', 'sessions']);

const office = '/gestion/formations';

/** Addresses of the back office. */
export const officePaths = {
  home: office,
  courses: `${office}/catalogue`,
  addCourse: `${office}/catalogue/ajouter`,
  course: (id: string) => `${office}/catalogue/${id}`,
  courseAct: (id: string) => `${office}/catalogue/${id}/etat`,
  trainers: `${office}/formateurs`,
  trainer: (id: string) => `${office}/formateurs/${id}`,
  settings: `${office}/reglages`,
  figures: `${office}/chiffres`,
  proof: `${office}/chiffres/liste`,
  addSession: `${office}/sessions/ajouter`,
  session: (id: string) => `${office}/sessions/${id}`,
  editSession: (id: string) => `${office}/sessions/${id}/modifier`,
  sessionAct: (id: string) => `${office}/sessions/${id}/etat`,
  copySession: (id: string) => `${office}/sessions/${id}/dupliquer`,
  addTrainee: (id: string) => `${office}/sessions/${id}/stagiaires`,
  trainee: (id: string, trainee: string) => `${office}/sessions/${id}/stagiaires/${trainee}`,
  askPayment: (id: string, trainee: string) => `${office}/sessions/${id}/stagiaires/${trainee}/paiement`,
  attendance: (id: string) => `${office}/sessions/${id}/presences`,
  signing: (id: string, halfDay: string) => `${office}/sessions/${id}/emarger/${halfDay}`,
  scan: (id: string, halfDay: string) => `${office}/sessions/${id}/presences/${halfDay}`,
  papers: (id: string) => `${office}/sessions/${id}/documents`,
  archive: (id: string) => `${office}/sessions/${id}/dossier.zip`,
  surveys: (id: string) => `${office}/sessions/${id}/evaluations`,
} as const;
