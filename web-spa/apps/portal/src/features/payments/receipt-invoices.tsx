import { Trans } from '@lingui/react/macro';
import type { PaymentAllocation } from '@portico/api/portal';
import { DocumentNumber, Link, Money } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './receipt.module.css';

export function ReceiptInvoices({ allocations }: { allocations: PaymentAllocation[] }) {
  const portal = usePortalName();
  if (allocations.length === 0) return null;
  return (
    <table className={classes.invoices}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Invoice</Trans>
          </th>
          <th scope="col">
            <Trans>Amount</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {allocations.map(({ invoice_id: invoiceId, invoice_number: number, amount, credit }) => (
          <tr key={invoiceId}>
            <td>
              <Link to="/$portal/invoices/$invoiceId" params={{ portal, invoiceId }}>
                <DocumentNumber>{number}</DocumentNumber>
              </Link>
            </td>
            <td>
              <Money value={{ ...amount, amount: amount.amount + credit.amount }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
