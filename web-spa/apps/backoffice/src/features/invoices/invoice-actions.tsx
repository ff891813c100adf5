import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import type { Invoice } from '@portico/api/office';
import { LinkButton } from '@portico/ui';
import { useNavigate } from '@tanstack/react-router';
import { useCan } from '../../app/session';
import {
  IconClock,
  IconCopy,
  IconDots,
  IconDownload,
  IconEdit,
  IconExternal,
  IconPayment,
  IconPrint,
  IconSend,
  IconTrash,
} from '../../shell/icons';
import { useShortcut } from '../../shell/shortcuts';
import { useChargeable } from '../payment-methods/use-chargeable';
import { useInvoiceVerbs } from './use-invoice-verbs';

/** What may be done, in the order the server's answer allows; the first of the big ones is the main button. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const verbs = useInvoiceVerbs(invoice);
  const may = (action: string) => invoice.allowed_actions.includes(action);
  const params = { invoiceId: invoice.id };
  const mayEdit = may('edit') || may('edit_notes');
  const mayLink = useCan('manage_payment_links') && may('record_payment') && invoice.gateways.length > 0;
  const mayCharge = useChargeable(invoice).methods.length > 0;
  const paying = { customer_id: invoice.customer.id, invoice_id: invoice.id };
  useShortcut('e', () => navigate({ to: '/invoices/$invoiceId/edit', params }), mayEdit);

  return (
    <>
      {mayEdit && (
        <LinkButton to="/invoices/$invoiceId/edit" params={params} variant="default" leftSection={<IconEdit />}>
          {may('edit') ? <Trans>Edit</Trans> : <Trans>Edit notes</Trans>}
        </LinkButton>
      )}
      <LinkButton to="/invoices/$invoiceId/pdf" params={params} variant="default">
        PDF
      </LinkButton>
      {may('record_payment') && (
        <LinkButton to="/payments/new" search={paying} variant="filled" leftSection={<IconPayment />}>
          <Trans>Record payment</Trans>
        </LinkButton>
      )}
      {may('send') && (
        <LinkButton
          to="/invoices/$invoiceId/send"
          params={params}
          variant={may('record_payment') ? 'default' : 'filled'}
          leftSection={<IconSend />}
        >
          {invoice.sent_at ? <Trans>Send again</Trans> : <Trans>Send</Trans>}
        </LinkButton>
      )}
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t`More actions`}>
            <IconDots />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayLink && (
            <Menu.Item
              leftSection={<IconExternal />}
              onClick={() => navigate({ to: '/invoices/$invoiceId/link', params })}
            >
              <Trans>Payment link…</Trans>
            </Menu.Item>
          )}
          {mayCharge && (
            <Menu.Item
              leftSection={<IconPayment />}
              onClick={() => navigate({ to: '/invoices/$invoiceId/charge', params })}
            >
              <Trans>Charge saved card…</Trans>
            </Menu.Item>
          )}
          {may('mark_sent') && (
            <Menu.Item leftSection={<IconSend />} onClick={verbs.markSent}>
              <Trans>Mark as sent</Trans>
            </Menu.Item>
          )}
          {may('duplicate') && (
            <Menu.Item leftSection={<IconCopy />} onClick={verbs.duplicate}>
              <Trans>Duplicate</Trans>
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDownload />} onClick={verbs.download}>
            <Trans>Download PDF</Trans>
          </Menu.Item>
          <Menu.Item leftSection={<IconPrint />} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconClock />}
            onClick={() => navigate({ to: '/invoices/$invoiceId/timeline', params })}
          >
            <Trans>Timeline</Trans>
          </Menu.Item>
          {(may('revert_to_draft') || may('void') || may('delete')) && <Menu.Divider />}
          {may('revert_to_draft') && (
            <Menu.Item onClick={verbs.revert}>
              <Trans>Back to draft</Trans>
            </Menu.Item>
          )}
          {may('void') && (
            <Menu.Item color="red" onClick={() => navigate({ to: '/invoices/$invoiceId/void', params })}>
              <Trans>Void…</Trans>
            </Menu.Item>
          )}
          {may('delete') && (
            <Menu.Item color="red" leftSection={<IconTrash />} onClick={verbs.remove}>
              <Trans>Delete</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
