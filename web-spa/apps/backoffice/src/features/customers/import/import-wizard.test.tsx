import { answer, expectAccessible, problem } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openOffice } from '../../../testing/mount';

const preview = {
  columns: ['Name', 'Mail', 'Town'],
  mapping: { Name: 'display_name', Mail: null, Town: null },
  fields: [
    { name: 'display_name', required: true },
    { name: 'email', required: false },
    { name: 'billing_city', required: false },
  ],
  rows_total: 3,
  rows_valid: 2,
  sample: [{ line: 2, values: { Name: 'Alpha', Mail: 'a@alpha.example', Town: 'Kiel' } }],
  errors: [{ line: 3, column: 'Mail', code: 'email', detail: 'not an e-mail address' }],
};

it('goes from file over columns and errors to the import', async () => {
  const first = answer('post', '/customers/import/preview', preview);
  const { user, container } = openOffice('/customers/import');
  await screen.findByText('Drop a CSV file here or click to choose one');
  await expectAccessible();
  const upload = async () => {
    const input = container.querySelector<HTMLInputElement>('input[type="file"]');
    if (input) {
      await user.upload(input, new File(['Name,Mail,Town\n'], 'customers.csv', { type: 'text/csv' }));
    }
  };
  await upload();
  expect(await screen.findByText('Column of the file')).toBeVisible();
  expect(first.calls).toHaveLength(1);
  await user.click(screen.getByRole('combobox', { name: 'Field for Town' }));
  await user.click(await screen.findByRole('option', { name: 'Billing address: City' }));
  await user.click(screen.getByRole('button', { name: 'Check the rows' }));

  expect(await screen.findByText('not an e-mail address')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Import 2 customers' })).toBeDisabled();

  answer('post', '/customers/import/preview', { ...preview, rows_valid: 3, errors: [] });
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await user.click(await screen.findByRole('button', { name: 'Check the rows' }));
  const imported = answer('post', '/customers/import', { created: 3 }, 201);
  await user.click(await screen.findByRole('button', { name: 'Import 3 customers' }));
  expect(await screen.findByText('3 customers imported')).toBeVisible();
  expect(imported.calls).toHaveLength(1);
});

it('says what is wrong with a file the server cannot read', async () => {
  answer('post', '/customers/import/preview', problem(415, 'unsupported_media_type'));
  const { user, container } = openOffice('/customers/import');
  await screen.findByText('Drop a CSV file here or click to choose one');
  const input = container.querySelector<HTMLInputElement>('input[type="file"]');
  if (input) {
    await user.upload(input, new File(['%PDF'], 'x.csv', { type: 'text/csv' }));
  }
  expect(await screen.findByRole('alert')).toHaveTextContent('detail of unsupported_media_type');
});
