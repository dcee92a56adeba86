/** The first word of a name when it reads like a given name; nothing otherwise: « les-jardins@… », « Bonjour !!! ». */
export function givenNameIn(name: string): string {
  const [first = ''] = name.trim().split(/\s+/);
  return /^\p{Lu}[\p{L}’'-]{1,30}$/u.test(first) && !collective.test(first) ? first : '';
}

// « Les Jardins du Semnon », « Association Truc »: nobody is called so.
const collective =
  /^(l[ea’']|les|l[’'].*|du|des|une?|mon|ma|asso|association|collectif|mairie|commune|école|collège|lycée|sarl|scop|scic|mme|mlle|mr|m|madame|monsieur)$/iu;

/** What stands for the given name in an answer written in advance. */
export const givenNameMark = '{prénom}';

/** An answer written in advance, with the asker's given name where the text wants it. */
export function fillReadyAnswer(text: string, name: string): string {
  const given = givenNameIn(name);
  return text.replaceAll(/ ?\{pr[ée]nom\}/giu, given ? ` ${given}` : '').replace(/^ /, '');
}

/** « Bonjour Yann, » or « Bonjour, ». */
export function greeting(name: string): string {
  const given = givenNameIn(name);
  return given ? `Bonjour ${given},` : 'Bonjour,';
}
