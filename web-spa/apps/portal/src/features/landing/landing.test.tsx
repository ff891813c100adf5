import { expectAccessible } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPortal } from '../../app/render-portal';

it('leads staff to the back office and tells customers where to go', async () => {
  renderPortal('/', { session: null });
  expect(await screen.findByRole('link', { name: 'Open the back office' })).toHaveAttribute('href', '/office/');
  expect(screen.getByText(/Open the link from your invitation/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Try as customer' })).not.toBeInTheDocument();
  await expectAccessible();
});
