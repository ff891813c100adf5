import type { PortalInvoiceSummary } from '@portico/api/portal';
import type { MoneyValue } from '@portico/i18n';
import { useState } from 'react';

export interface Selection {
  /** Worth offering: there are at least two invoices to pay at once. */
  offered: boolean;
  ids: string[];
  /** The sum, while all selected invoices share one currency. */
  total: MoneyValue | null;
  can: (invoice: PortalInvoiceSummary) => boolean;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  clear: () => void;
}

export function payable(invoice: PortalInvoiceSummary): boolean {
  return invoice.balance.amount > 0 && !invoice.payment_pending && invoice.status !== 'void';
}

/** Which invoices are ticked to be paid together. A payment never mixes currencies. */
export function useSelection(invoices: PortalInvoiceSummary[], allowed: boolean): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = invoices.filter((invoice) => ticked.has(invoice.id) && payable(invoice));
  const currency = chosen[0]?.balance.currency;
  const mixed = chosen.some((invoice) => invoice.balance.currency !== currency);
  return {
    offered: allowed && invoices.filter(payable).length > 1,
    ids: chosen.map((invoice) => invoice.id),
    total:
      currency && !mixed ? { currency, amount: chosen.reduce((sum, { balance }) => sum + balance.amount, 0) } : null,
    can: payable,
    has: (id) => ticked.has(id),
    toggle: (id) =>
      setTicked((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    clear: () => setTicked(new Set()),
  };
}
