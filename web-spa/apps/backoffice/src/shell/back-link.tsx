import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, forwardRef } from 'react';
import { IconPrevious } from './icons';

const Back = forwardRef<HTMLAnchorElement, AnchorHTMLAttributes<HTMLAnchorElement>>(function Back(
  { children, ...props },
  ref,
) {
  return (
    <Anchor ref={ref} {...props} c="dimmed" fz="xs" style={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      <IconPrevious width={14} height={14} />
      {children}
    </Anchor>
  );
});

/** Where this page belongs. */
export const BackLink = createLink(Back);
