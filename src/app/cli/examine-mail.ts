import type { DnsText } from '#platform/outbound/dns-text.ts';

/** One thing looked at: what is well, or what is wrong and what to do. */
export interface Finding {
  isWell: boolean;
  text: string;
}

export interface MailToExamine {
  smtpUrl: string | null;
  /** « Le Pôle <bonjour@pole.example> ». */
  mailFrom: string;
}

/** Names under which senders usually publish their key; RFC 6376 gives no way to list them. */
const usualSelectors = [
  'default',
  'mail',
  'dkim',
  'smtp',
  's1',
  'selector1',
  'k1',
  'google',
  'brevo',
  'mailjet',
  'ovh',
];

/** Whether mails can leave, and whether those who receive them can check where they come from. */
export async function examineMail(
  { smtpUrl, mailFrom }: MailToExamine,
  { verify, dnsText }: { verify: (smtpUrl: string) => Promise<string | null>; dnsText: DnsText },
): Promise<Finding[]> {
  if (!smtpUrl)
    return [
      {
        isWell: true,
        text: 'Mails : aucun serveur d’envoi (SMTP_URL) ; ils restent dans la boîte locale du site.',
      },
    ];
  const complaint = await verify(smtpUrl);
  const domain = /@([^\s>@]+)>?\s*$/.exec(mailFrom)?.[1] ?? '';
  return [
    { isWell: complaint === null, text: complaint ?? 'Mails : le serveur d’envoi répond.' },
    ...(domain === '' || isLocal(domain) ? [] : await examineDomain(domain, dnsText)),
  ];
}

async function examineDomain(domain: string, dnsText: DnsText): Promise<Finding[]> {
  const [own, policy, ...keys] = await Promise.all([
    dnsText(domain),
    dnsText(`_dmarc.${domain}`),
    ...usualSelectors.map((selector) => dnsText(`${selector}._domainkey.${domain}`)),
  ]);
  if (own === null || policy === null)
    return [
      {
        isWell: true,
        text: `Nom de domaine ${domain} : pas de réponse des serveurs de noms, SPF, DKIM et DMARC n’ont pas été regardés.`,
      },
    ];
  const hasSpf = own?.some((text) => /^v=spf1\b/i.test(text)) ?? false;
  const hasDmarc = policy?.some((text) => /^v=dmarc1\b/i.test(text)) ?? false;
  const hasKey = keys.some((texts) => texts?.some((text) => /\bp=[a-z0-9+/]/i.test(text)));
  return [
    hasSpf
      ? { isWell: true, text: `SPF : ${domain} dit quels serveurs écrivent en son nom.` }
      : {
          isWell: false,
          text: `SPF : ${domain} ne dit pas quels serveurs écrivent en son nom. Ajoutez un enregistrement TXT « v=spf1 … » que donne votre fournisseur d’envoi.`,
        },
    hasKey
      ? { isWell: true, text: `DKIM : ${domain} publie une clé de signature.` }
      : {
          isWell: true,
          text: `DKIM : aucune clé trouvée sous les noms habituels. Vérifiez chez votre fournisseur d’envoi qu’il signe au nom de ${domain}.`,
        },
    hasDmarc
      ? { isWell: true, text: `DMARC : ${domain} dit quoi faire des messages qui ne sont pas de lui.` }
      : {
          isWell: false,
          text: `DMARC : ajoutez à _dmarc.${domain} un enregistrement TXT « v=DMARC1; p=none », que demandent les grandes messageries.`,
        },
  ];
}

/** Names that no name server knows: trials, inside networks. */
const isLocal = (domain: string): boolean =>
  !domain.includes('.') || /\.(example|test|local|localhost|invalid)$/i.test(domain);
