import type { PaymentWay } from '#modules/payments/index.ts';

/** The accounts of a hub. */
export interface Accounts {
  accountBank: string;
  accountCheques: string;
  accountCash: string;
  accountOnline: string;
  accountDues: string;
  accountGifts: string;
}

/** Received beyond what was asked: owed to the payer. */
const toGiveBack = '467000';

/** One sum of the ledger of a charge, in cents; what leaves is negative. */
export interface Movement {
  way: PaymentWay;
  amount: number;
  /** What the charge had received before it, given back taken off. */
  before: number;
  /** Of the charge: what is dues, what is given on top. */
  dues: number;
  gifts: number;
}

/** A line of the journal, in cents: one of the two is zero. */
export interface JournalLine {
  account: string;
  debit: number;
  credit: number;
}

/** The lines of one sum: the account of its way against dues first, then gifts, then what is owed back. */
export function journalLines({ way, amount, before, dues, gifts }: Movement, accounts: Accounts): JournalLine[] {
  const within = (from: number, to: number): number => {
    const part = (total: number): number => Math.min(Math.max(total - from, 0), to - from);
    return part(before + amount) - part(before);
  };
  const parts = [
    { account: accounts.accountDues, amount: within(0, dues) },
    { account: accounts.accountGifts, amount: within(dues, dues + gifts) },
  ];
  const rest = amount - parts.reduce((total, part) => total + part.amount, 0);
  return [
    line(accountOf(way, accounts), amount),
    ...[...parts, { account: toGiveBack, amount: rest }]
      .filter((part) => part.amount !== 0)
      .map((part) => line(part.account, -part.amount)),
  ];
}

const line = (account: string, amount: number): JournalLine => ({
  account,
  debit: Math.max(amount, 0),
  credit: Math.max(-amount, 0),
});

function accountOf(way: PaymentWay, accounts: Accounts): string {
  switch (way) {
    case 'online':
      return accounts.accountOnline;
    case 'cheque':
      return accounts.accountCheques;
    case 'cash':
    case 'on_site':
      return accounts.accountCash;
    case 'transfer':
      return accounts.accountBank;
  }
}
