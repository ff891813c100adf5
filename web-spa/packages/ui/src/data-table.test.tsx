import { i18n } from '@lingui/core';
import { expectAccessible, narrowScreen } from '@portico/testing';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DataTable } from './data-table';
import { UiProvider } from './theme/provider';

const rows = [
  { id: 'a', name: 'Anna' },
  { id: 'b', name: 'Bert' },
];

function show(sort: string, onSort: (sort: string) => void) {
  render(
    <UiProvider i18n={i18n} accent="#0b7285" density="comfortable">
      <DataTable
        label="People"
        columns={[{ id: 'name', header: 'Name', sortKey: 'name', cell: ({ name }) => name }]}
        rows={rows}
        rowKey={({ id }) => id}
        card={({ name }) => <b>{name}</b>}
        sort={sort}
        onSort={onSort}
      />
    </UiProvider>,
  );
}

describe('a data table', () => {
  it('says how it is sorted and turns the order round', async () => {
    const onSort = vi.fn();
    show('name', onSort);
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(onSort).toHaveBeenCalledWith('-name');
    await expectAccessible(screen.getByRole('table'));
  });

  it('is a list of cards on a phone', () => {
    narrowScreen();
    show('-name', () => undefined);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });
});
