import { createFileRoute } from '@tanstack/react-router';
import { ImportWizard } from '../features/customers/import/import-wizard';

export const Route = createFileRoute('/_app/customers/import')({ component: ImportWizard });
