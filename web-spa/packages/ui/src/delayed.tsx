import { type ReactNode, useEffect, useState } from 'react';

/** Skeletons come after 300 ms: what is quicker than that needs none. */
export function Delayed({ children, ms = 300 }: { children: ReactNode; ms?: number }) {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return shown ? children : null;
}
