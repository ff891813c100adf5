import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Drawer, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormAlert } from '../../form/form-alert';
import { SaveBar } from '../../form/save-bar';
import { useAsk } from '../../shell/ask';

interface EditDrawerProps {
  title: string;
  onClose: () => void;
  messages: readonly string[];
  onSave: () => void;
  saving: boolean;
  saveLabel?: ReactNode;
  remove?: { title: string; run: () => Promise<unknown> };
  children: ReactNode;
}

/** The drawer in which one small thing of the settings is edited. */
export function EditDrawer({ title, onClose, messages, onSave, saving, saveLabel, remove, children }: EditDrawerProps) {
  const { t } = useLingui();
  const ask = useAsk();
  return (
    <Drawer opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <FormAlert messages={messages} />
        <Stack gap="sm">
          {children}
          {remove && (
            <Button
              variant="subtle"
              color="red"
              onClick={() =>
                ask({
                  title: remove.title,
                  text: t`This cannot be undone.`,
                  confirm: t`Delete`,
                  danger: true,
                  run: remove.run,
                })
              }
            >
              <Trans>Delete</Trans>
            </Button>
          )}
        </Stack>
        <SaveBar onSave={onSave} onCancel={onClose} saving={saving} label={saveLabel} />
      </form>
    </Drawer>
  );
}
