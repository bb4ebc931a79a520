import { Notice, type NoticeRoom } from './notice.tsx';

/** Stands in for a kind of screen that is not there yet. */
export const pendingScreen = (name: string) => ({
  title: () => name,
  keys: () => [],
  View: (room: NoticeRoom) => <Notice room={room} text={name} />,
});
