/** The pages that show a mail, framed by the page on which it is written. */
export const isMailPreview = (path: string): boolean => /^\/gestion\/envois\/(.+\/)?apercu(\?|$)/.test(path);
