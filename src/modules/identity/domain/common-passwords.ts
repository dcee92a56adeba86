// The words and rows of keys found most often in published leaks, French ones included (lists of the CNIL, NCSC and
// SplashData). Endings such as digits or « ! » are taken off before comparing.
const words = `motdepasse password passe secret bonjour bonsoir salut soleil lune etoile amour jetaime jtm chouchou doudou
loulou nounours chaton chien chocolat vanille fraise marseille lyon paris rennes nantes bretagne france football
foot psg om olympique rugby velo moto voiture maison famille maman papa enfant nicolas julien camille thomas
alexandre pierre marie sophie isabelle catherine nathalie laurent sebastien christophe philippe michel stephane
princesse coucou liberte fraternite egalite azerty azertyuiop azertyui qsdfgh qsdfghjklm wxcvbn qwerty qwertyuiop asdfgh
asdfghjkl zxcvbn zxcvbnm abcdef abcdefgh abcdefghi abcabc iloveyou sunshine princess monkey dragon football baseball
welcome bienvenue admin administrateur administrator root utilisateur user invite guest test testtest essai master
shadow superman batman trustno changeme changezmoi letmein internet ordinateur computer samsung google facebook
starwars pokemon minecraft naruto doraemon tigger ashley michael jessica jordan hunter killer cheval poney
printemps ete automne hiver janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
lundi mardi mercredi jeudi vendredi samedi dimanche association asso adherent poless pole essaim cooperative`;

/** Words too common to be a password, in lower case and without accents. */
export const commonPasswords: ReadonlySet<string> = new Set(words.split(/\s+/));
