/** Stands in a drawn mail for the link of each reader. */
export const unsubscribeMark = 'https://lien-de-chacun.invalid/';
