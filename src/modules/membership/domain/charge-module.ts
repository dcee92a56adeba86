/** Under which name charges of dues are kept; their subject is a row of `dues_payers`. */
export const chargeModule = 'membership';
