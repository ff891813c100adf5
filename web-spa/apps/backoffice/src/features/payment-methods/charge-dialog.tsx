import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Skeleton, Text } from '@mantine/core';
import type { Payment } from '@portico/api/office';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Failure } from '../../list/failure';
import { invoiceQuery } from '../invoices/invoice.query';
import { ChargeForm } from './charge-form';
import { ChargeUnderWay } from './charge-under-way';
import { useChargeable } from './use-chargeable';

/** Charges what a customer has saved, while the customer is away. */
export function ChargeDialog({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data: invoice } = useSuspenseQuery(invoiceQuery(invoiceId));
  const { methods, query } = useChargeable(invoice);
  // Once shown they stay: an attempt that is open makes the invoice one that cannot be paid just now.
  const shown = useRef(methods);
  if (methods.length > 0) {
    shown.current = methods;
  }
  const [underWay, setUnderWay] = useState<Payment | null>(null);
  const content = () => {
    if (underWay) {
      return <ChargeUnderWay payment={underWay} onClose={onClose} />;
    }
    if (query.isError) {
      return <Failure error={query.error} retry={() => query.refetch()} />;
    }
    if (query.isLoading) {
      return <Skeleton height={160} />;
    }
    if (shown.current.length === 0) {
      return (
        <Text size="sm">
          <Trans>Nothing is saved that could be charged for this invoice.</Trans>
        </Text>
      );
    }
    return <ChargeForm invoice={invoice} methods={shown.current} onUnderWay={setUnderWay} onClose={onClose} />;
  };
  return (
    <Modal opened onClose={onClose} title={t`Charge saved card`} closeButtonProps={{ 'aria-label': t`Close` }}>
      {content()}
    </Modal>
  );
}
