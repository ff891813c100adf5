import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Empty } from '../../list/empty';
import { ListBody } from '../../list/list-body';
import { StatusTabs } from '../../list/status-tabs';
import { BackLink } from '../../shell/back-link';
import { IconExternal } from '../../shell/icons';
import { Page } from '../../shell/page';
import { CustomerPicker } from '../customers/customer-picker';
import { useLinkStatusName } from './link-status';
import { LINK_STATUSES, type PaymentLinkSearch, paymentLinksQuery } from './payment-link.query';
import { paymentLinkColumns } from './payment-link-columns';

interface PaymentLinkListProps {
  search: PaymentLinkSearch;
  onSearch: (patch: Partial<PaymentLinkSearch>) => void;
}

export function PaymentLinkList({ search, onSearch }: PaymentLinkListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const name = useLinkStatusName();
  const query = useQuery(paymentLinksQuery(search));
  return (
    <Page
      title={t`Payment links`}
      back={
        <BackLink to="/payments">
          <Trans>Payments</Trans>
        </BackLink>
      }
    >
      <StatusTabs
        label={t`Status`}
        value={search.status ?? ''}
        onChange={(status) => onSearch({ status: status || undefined })}
        options={[
          { value: '', label: t`All` },
          ...LINK_STATUSES.map((status) => ({ value: status, label: name(status) })),
        ]}
      />
      <ListBody
        label={t`Payment links`}
        searchable={false}
        query={query}
        search={search}
        onSearch={onSearch}
        filtered={Boolean(search.status || search.customer_id)}
        clear={() => onSearch({ status: undefined, customer_id: undefined })}
        filters={
          <CustomerPicker
            w={190}
            clearable
            aria-label={t`Customer`}
            placeholder={t`Customer`}
            value={search.customer_id ?? null}
            onChange={(customer) => onSearch({ customer_id: customer?.id })}
          />
        }
        columns={paymentLinkColumns}
        rowId={(row) => row.id}
        muted={(row) => row.status === 'cancelled' || row.status === 'expired'}
        onOpen={({ invoice, customer }) =>
          invoice
            ? navigate({ to: '/invoices/$invoiceId', params: { invoiceId: invoice.id } })
            : navigate({ to: '/customers/$customerId', params: { customerId: customer.id } })
        }
        first={
          <Empty icon={<IconExternal />} title={<Trans>No payment links yet</Trans>}>
            <Trans>
              Make one on an invoice, or in a customer's menu for any amount: whoever holds it pays without signing in.
            </Trans>
          </Empty>
        }
      />
    </Page>
  );
}
