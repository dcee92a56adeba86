/** What a person agrees to, word for word: kept with the answer, so that a later change of words changes no agreement. */
export function agreementWording({ hubName, isMinor }: { hubName: string; isMinor: boolean }): string {
  const whom = isMinor ? 'où l’on reconnaît mon enfant' : 'où l’on me reconnaît';
  return `J’accepte que cette photo, ${whom}, soit montrée sur le site et dans les communications de ${hubName}. Je peux retirer cet accord à tout moment, sans donner de raison.`;
}
