import type { PortalInvoiceSummary } from '@portico/api/portal';
import { InvoiceCard } from '../invoice-card/invoice-card';
import { SelectBox } from './select-box';
import classes from './selectable-card.module.css';
import type { Selection } from './use-selection';

export function SelectableCard({ invoice, selection }: { invoice: PortalInvoiceSummary; selection: Selection }) {
  if (!selection.offered) return <InvoiceCard invoice={invoice} />;
  return (
    <div className={classes.row}>
      <div className={classes.box}>
        {selection.can(invoice) ? <SelectBox invoice={invoice} selection={selection} /> : null}
      </div>
      <InvoiceCard invoice={invoice} />
    </div>
  );
}
