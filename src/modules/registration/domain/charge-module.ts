/** How charges name the module of what they are for. */
export const chargeModule = 'registration';
