/** What was noted of a trainee for one half-day. */
export const attendanceStates = ['present', 'absent', 'excused'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const attendanceNames: Readonly<Record<AttendanceState, string>> = {
  present: 'Présent·e',
  absent: 'Absent·e',
  excused: 'Absence excusée',
};

export interface NotedAttendance {
  halfDayId: string;
  state: AttendanceState;
  minutes: number;
}

/** The time of one trainee: what she was there for, what was planned, and which half-days. */
export interface CertifiedTime {
  minutes: number;
  planned: number;
  attended: readonly string[];
}

/** What may be certified of one trainee: the time she was there, of half-days whose attendance was noted, and no other. */
export function certifiedTime(
  halfDays: readonly { id: string; minutes: number; isNoted: boolean }[],
  noted: readonly NotedAttendance[],
): CertifiedTime {
  const byHalfDay = new Map(noted.map((attendance) => [attendance.halfDayId, attendance]));
  let minutes = 0;
  const attended: string[] = [];
  for (const halfDay of halfDays) {
    const attendance = byHalfDay.get(halfDay.id);
    if (!halfDay.isNoted || attendance?.state !== 'present' || attendance.minutes <= 0) continue;
    // Nobody is certified for longer than the half-day lasted.
    minutes += Math.min(attendance.minutes, halfDay.minutes);
    attended.push(halfDay.id);
  }
  return { minutes, planned: halfDays.reduce((sum, halfDay) => sum + halfDay.minutes, 0), attended };
}

/** Whether a certificate may be given: never to someone who was not there. */
export function mayCertify({ minutes }: { minutes: number }): boolean {
  return minutes > 0;
}
