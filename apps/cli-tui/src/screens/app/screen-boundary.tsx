import { Component, type ReactNode } from 'react';
import type { NoticeRoom } from './notice.tsx';
import { ScreenFailure } from './screen-failure.tsx';

type BoundaryProps = { readonly room: NoticeRoom; readonly children: ReactNode };
type BoundaryState = { readonly failed: false } | { readonly failed: true; readonly error: unknown };

/** Keeps a screen that breaks from ending the program: it says so in its place, and Esc leads back. React wants a class. */
export class ScreenBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failed: true, error };
  }

  override render(): ReactNode {
    const { room, children } = this.props;
    return this.state.failed ? <ScreenFailure room={room} error={this.state.error} /> : children;
  }
}
