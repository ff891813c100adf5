import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { downloadPortalInvoicePdf, type PortalInvoice } from '@portico/api/portal';
import { DownloadIcon, PrintIcon } from '@portico/ui';
import { DownloadButton } from '../document/download-button';

export function InvoiceActions({ invoice }: { invoice: PortalInvoice }) {
  return (
    <>
      {invoice.allowed_actions.includes('download') ? (
        <DownloadButton
          name={`${invoice.number}.pdf`}
          icon={<DownloadIcon width={18} height={18} />}
          load={async () => (await downloadPortalInvoicePdf({ path: { id: invoice.id }, parseAs: 'blob' })).data}
        />
      ) : null}
      <Button
        variant="default"
        size="sm"
        leftSection={<PrintIcon width={18} height={18} />}
        onClick={() => window.print()}
      >
        <Trans>Print</Trans>
      </Button>
    </>
  );
}
