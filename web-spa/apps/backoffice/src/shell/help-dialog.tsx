import { Trans, useLingui } from '@lingui/react/macro';
import { Kbd, Modal, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './help-dialog.module.css';
import { places } from './nav';
import { useShortcutSetting } from './shortcuts';

function Keys({ keys, children }: { keys: string[]; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <dt>{children}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key} size="xs">
            {key}
          </Kbd>
        ))}
      </dd>
    </div>
  );
}

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [enabled, setEnabled] = useShortcutSetting();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Keyboard shortcuts`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Switch
        mb="md"
        checked={enabled}
        onChange={(event) => setEnabled(event.currentTarget.checked)}
        label={t`Single-key shortcuts`}
        description={t`Switch them off if they get in the way of a screen reader or of voice input.`}
      />
      <dl className={classes.list}>
        <Keys keys={['Ctrl', 'K']}>
          <Trans>Search or jump to anything</Trans>
        </Keys>
        <Keys keys={['Ctrl', 'Enter']}>
          <Trans>Save what is being edited</Trans>
        </Keys>
        <Keys keys={['/']}>
          <Trans>Search the list</Trans>
        </Keys>
        <Keys keys={['c']}>
          <Trans>New entry</Trans>
        </Keys>
        <Keys keys={['j', 'k']}>
          <Trans>Next or previous row</Trans>
        </Keys>
        <Keys keys={['Enter']}>
          <Trans>Open the row</Trans>
        </Keys>
        <Keys keys={['x']}>
          <Trans>Select the row</Trans>
        </Keys>
        <Keys keys={['e']}>
          <Trans>Edit what is shown</Trans>
        </Keys>
        <Keys keys={['?']}>
          <Trans>This help</Trans>
        </Keys>
        {places.map((place) => (
          <Keys key={place.to} keys={place.keys.split(' ')}>
            {i18n._(place.label)}
          </Keys>
        ))}
      </dl>
    </Modal>
  );
}
