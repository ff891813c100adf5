import { listStuckPaymentsOptions } from '@portico/api/office/query';
import { createFileRoute } from '@tanstack/react-router';
import { StuckPayments } from '../features/payments/stuck-payments';

export const Route = createFileRoute('/_app/payments/stuck')({
  loader: ({ context }) => void context.client.prefetchQuery(listStuckPaymentsOptions()),
  component: StuckPayments,
});
