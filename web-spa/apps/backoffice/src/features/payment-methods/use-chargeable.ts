import type { Invoice } from '@portico/api/office';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../app/session';
import { keptQuery } from './kept.query';

/** What is kept by a gateway that the invoice offers; nothing where it cannot be paid, or not by this member. */
export function useChargeable(invoice: Invoice) {
  const may = useCan('record_payments') && invoice.allowed_actions.includes('record_payment');
  const enabled = may && invoice.gateways.length > 0;
  const query = useQuery({ ...keptQuery(invoice.customer.id), enabled });
  const kept = enabled ? (query.data?.data ?? []) : [];
  return { methods: kept.filter((method) => invoice.gateways.includes(method.gateway)), query };
}
