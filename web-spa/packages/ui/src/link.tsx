import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AsAnchor<Own> = Own & Omit<ComponentPropsWithRef<'a'>, keyof Own>;

/** Links inside the app: the route and its parameters are checked by the compiler. */
export const Link = createLink((props: AsAnchor<AnchorProps>) => <Anchor {...props} />);

/** A link that looks like a button. */
export const LinkButton = createLink((props: AsAnchor<ButtonProps>) => <Button component="a" {...props} />);

/** A bare anchor, for cards and bars that bring their own looks. */
export const BareLink = createLink('a');
