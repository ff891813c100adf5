import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';

/** The name of a row that opens a drawer without an address of its own. */
export function OpenCell({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Anchor component="button" type="button" c="inherit" fw={500} fz={13} onClick={onClick}>
      {children}
    </Anchor>
  );
}
