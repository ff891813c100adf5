import { createFileRoute } from '@tanstack/react-router';
import { NewCustomer } from '../features/customers/new-customer';

export const Route = createFileRoute('/_app/customers/new')({ component: NewCustomer });
