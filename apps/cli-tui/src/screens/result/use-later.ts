import { useEffect, useState } from 'react';

/** What `make` gives, worked out after the first frame has been drawn; `null` until then. `make` must stay the same function while its answer does. */
export function useLater<Value>(make: () => Value): Value | null {
  const [made, setMade] = useState<{ readonly make: () => Value; readonly value: Value } | null>(null);
  const isFirst = made === null;
  useEffect(() => {
    if (!isFirst) return;
    const timer = setTimeout(() => setMade({ make, value: make() }), 0);
    return () => clearTimeout(timer);
  }, [isFirst, make]);
  if (made === null) return null;
  if (made.make === make) return made.value;
  // A later change is answered at once: there is something in sight that must not disappear.
  const next = { make, value: make() };
  setMade(next);
  return next.value;
}
