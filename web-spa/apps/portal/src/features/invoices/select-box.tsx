import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import type { PortalInvoiceSummary } from '@portico/api/portal';
import type { Selection } from './use-selection';

export function SelectBox({ invoice, selection }: { invoice: PortalInvoiceSummary; selection: Selection }) {
  const { t } = useLingui();
  return (
    <Checkbox
      aria-label={t`Select ${invoice.number} to pay`}
      checked={selection.has(invoice.id)}
      onChange={() => selection.toggle(invoice.id)}
    />
  );
}
