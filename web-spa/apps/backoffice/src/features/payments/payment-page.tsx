import { Trans, useLingui } from '@lingui/react/macro';
import { Table, Text } from '@mantine/core';
import type { Payment } from '@portico/api/office';
import {
  CardName,
  Day,
  DocumentNumber,
  Instant,
  Link,
  LinkButton,
  Money,
  Panel,
  PaymentState,
  usePaymentMode,
} from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { gatewayName } from '../../app/gateway-name';
import { useCan } from '../../app/session';
import { BackLink } from '../../shell/back-link';
import { Fact, Facts } from '../../shell/facts';
import { Page } from '../../shell/page';
import { paymentQuery } from './payment.query';
import { PaymentDisputed } from './payment-disputed';
import { PaymentFailure } from './payment-failure';
import classes from './payment-page.module.css';
import { onInvoice } from './refund-values';
import { Refunds } from './refunds';

export function PaymentPage({ paymentId }: { paymentId: string }) {
  const { t } = useLingui();
  const { data: payment } = useSuspenseQuery(paymentQuery(paymentId));
  const mayRefund = useCan('refund_payments');
  return (
    <Page
      title={payment.number ?? t`Payment`}
      back={
        <BackLink to="/payments">
          <Trans>Payments</Trans>
        </BackLink>
      }
      heading={
        <>
          {payment.number ? <DocumentNumber>{payment.number}</DocumentNumber> : <Trans>Payment</Trans>}
          <PaymentState state={payment.status} />
        </>
      }
      actions={
        <>
          {payment.receipt_available && (
            <LinkButton to="/payments/$paymentId/receipt" params={{ paymentId }} variant="default">
              <Trans>Receipt</Trans>
            </LinkButton>
          )}
          {mayRefund && payment.refundable.amount > 0 && (
            <LinkButton to="/payments/$paymentId/refund" params={{ paymentId }} variant="default">
              <Trans>Refund…</Trans>
            </LinkButton>
          )}
        </>
      }
    >
      {payment.failure && <PaymentFailure failure={payment.failure} />}
      {payment.disputed_at && <PaymentDisputed since={payment.disputed_at} />}
      <div className={classes.grid}>
        <div className={classes.main}>
          <Allocations payment={payment} />
          <Refunds refunds={payment.refunds} />
        </div>
        <Details payment={payment} />
      </div>
      <Outlet />
    </Page>
  );
}

function Allocations({ payment }: { payment: Payment }) {
  const withheld = payment.allocations.some((row) => row.tax_withheld.amount !== 0);
  return (
    <Panel title={<Trans>Paid invoices</Trans>}>
      {payment.allocations.length === 0 ? (
        <Text size="sm" c="dimmed">
          {payment.unused.amount > 0 ? (
            <Trans>Not used for any invoice; it waits as the customer's credit.</Trans>
          ) : (
            <Trans>Not used for any invoice.</Trans>
          )}
        </Text>
      ) : (
        <Table fz={13} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Invoice</Trans>
              </Table.Th>
              {withheld && (
                <Table.Th ta="end">
                  <Trans>Tax withheld</Trans>
                </Table.Th>
              )}
              <Table.Th ta="end">
                <Trans>Amount</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {payment.allocations.map((row) => (
              <Table.Tr key={row.invoice_id}>
                <Table.Td>
                  <Link to="/invoices/$invoiceId" params={{ invoiceId: row.invoice_id }}>
                    <DocumentNumber>{row.invoice_number}</DocumentNumber>
                  </Link>
                </Table.Td>
                {withheld && (
                  <Table.Td ta="end">
                    <Money value={row.tax_withheld} />
                  </Table.Td>
                )}
                <Table.Td ta="end">
                  <Money value={onInvoice(row)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function Details({ payment }: { payment: Payment }) {
  const { t } = useLingui();
  const mode = usePaymentMode();
  return (
    <Panel>
      <Facts>
        <Fact label={t`Amount`}>
          <strong>
            <Money value={payment.amount} />
          </strong>
        </Fact>
        <Fact label={t`Customer`}>
          <Link to="/customers/$customerId" params={{ customerId: payment.customer.id }}>
            {payment.customer.name}
          </Link>
        </Fact>
        <Fact label={t`Date`}>
          <Day value={payment.date} />
        </Fact>
        <Fact label={t`Mode`}>{mode(payment.mode)}</Fact>
        <Fact label={t`Gateway`}>{payment.gateway && gatewayName(payment.gateway)}</Fact>
        <Fact label={t`Method`}>{payment.method && <CardName card={payment.method} />}</Fact>
        {payment.mandate && (
          <Fact label={t`Mandate`}>
            <Mandate mandate={payment.mandate} />
          </Fact>
        )}
        <Fact label={t`Reference`}>{payment.reference && <bdi>{payment.reference}</bdi>}</Fact>
        <Fact label={t`Bank charges`}>
          {payment.bank_charges.amount !== 0 && <Money value={payment.bank_charges} />}
        </Fact>
        <Fact label={t`Refunded`}>{payment.refunded.amount !== 0 && <Money value={payment.refunded} />}</Fact>
        <Fact label={t`Unused (credit)`}>{payment.unused.amount !== 0 && <Money value={payment.unused} />}</Fact>
        <Fact label={t`Notes`}>{payment.notes}</Fact>
      </Facts>
    </Panel>
  );
}

/** What the payer agreed to, who, when and from where: evidence for the bank. */
function Mandate({ mandate }: { mandate: NonNullable<Payment['mandate']> }) {
  return (
    <details>
      <summary>
        <Trans>
          <bdi>{mandate.accepted_by}</bdi>, <Instant value={mandate.accepted_at} />
        </Trans>
      </summary>
      <Text size="sm" dir="auto">
        {mandate.text}
      </Text>
      <Text size="sm" c="dimmed" dir="ltr">
        {mandate.address}
      </Text>
    </details>
  );
}
