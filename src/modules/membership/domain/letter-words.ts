/** The box of the application, never ticked beforehand; these words are kept with the consent. */
export const letterWords =
  'Je veux aussi recevoir la lettre d’information du pôle. Je peux me désinscrire à tout moment.';

/** Under which name the consent is kept. */
export const letterPurpose = 'newsletter';
