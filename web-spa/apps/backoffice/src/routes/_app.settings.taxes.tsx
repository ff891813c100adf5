import { createFileRoute } from '@tanstack/react-router';
import { TaxesPage } from '../features/settings/taxes/taxes-page';

export const Route = createFileRoute('/_app/settings/taxes')({ component: TaxesPage });
