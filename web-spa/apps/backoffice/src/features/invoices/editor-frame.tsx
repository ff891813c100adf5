import type { Gateway, Organization } from '@portico/api/office';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../../list/failure';
import { editorQueries } from './invoice.query';
import { EditorSkeleton } from './invoice-editor.skeleton';

interface Ready {
  organization: Organization;
  gateways: Gateway[];
}

/** Waits for what the editor needs before its first line can be written. */
export function EditorFrame({ children }: { children: (ready: Ready) => ReactNode }) {
  const organization = useQuery(editorQueries.organization());
  const gateways = useQuery(editorQueries.gateways());
  const failed = organization.isError ? organization : gateways.isError ? gateways : null;
  if (failed) {
    return <Failure error={failed.error} retry={() => failed.refetch()} />;
  }
  if (!organization.data || !gateways.data) {
    return <EditorSkeleton />;
  }
  return children({ organization: organization.data, gateways: gateways.data.data });
}
