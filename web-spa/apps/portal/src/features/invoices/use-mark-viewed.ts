import { viewPortalInvoice } from '@portico/api/portal';
import { useEffect } from 'react';

const told = new Set<string>();

/** Tells the server once that a person really saw the invoice: only while the page is visible, never on prefetch. */
export function useMarkViewed(id: string): void {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'visible' || told.has(id)) return;
      told.add(id);
      // Losing this mark is harmless; the next look sets it.
      viewPortalInvoice({ path: { id } }).catch(() => told.delete(id));
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [id]);
}
