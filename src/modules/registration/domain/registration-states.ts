/** Where a registration stands. `offered`: a freed seat is kept for her until she answers. */
export const registrationStates = ['confirmed', 'waiting', 'offered', 'cancelled', 'declined'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** Those who are coming, or may still. */
export const livingStates = ['confirmed', 'waiting', 'offered'] as const satisfies readonly RegistrationState[];
/** Those who hold a seat. */
export const seatedStates = ['confirmed', 'offered'] as const satisfies readonly RegistrationState[];

/** Why a registration stands as it does, when it is not by the plain rules. */
export const stateReasons = ['', 'self', 'staff', 'expired', 'unpaid', 'out_of_turn'] as const;
export type StateReason = (typeof stateReasons)[number];

export const attendanceMarks = ['present', 'absent', 'excused'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

export function isLiving(state: RegistrationState): boolean {
  return state === 'confirmed' || state === 'waiting' || state === 'offered';
}

export function isSeated(state: RegistrationState): boolean {
  return state === 'confirmed' || state === 'offered';
}
