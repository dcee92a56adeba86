/** What readers choose among; the same list as the contributions’ `mailSubjects`. */
export const mailSubjects = ['life', 'events', 'trainings', 'jobs', 'calls', 'exchanges', 'resources'] as const;
