import { useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import type { ContactPerson } from '@portico/api/office';
import { PersonForm } from './person-form';

interface PersonDrawerProps {
  customerId: string;
  person: ContactPerson | 'new' | null;
  onClose: () => void;
}

export function PersonDrawer({ customerId, person, onClose }: PersonDrawerProps) {
  const { t } = useLingui();
  const known = person !== 'new' && person !== null ? person : null;
  return (
    <Drawer
      opened={person !== null}
      onClose={onClose}
      title={known ? t`Edit contact person` : t`New contact person`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {person !== null && <PersonForm customerId={customerId} person={known} onDone={onClose} />}
    </Drawer>
  );
}
