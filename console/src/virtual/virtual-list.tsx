import type { ComponentChildren, JSX, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Lines that are rendered above and below what is to be seen. */
const SPARE = 8;

/** How large one rem is, in pixels: lines are as high as people have their text. */
function useRem(): number {
  const [rem, setRem] = useState(() => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  useEffect(() => {
    const measured = () => setRem(parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
    addEventListener("resize", measured);
    return () => removeEventListener("resize", measured);
  }, []);
  return rem;
}

export interface VirtualProps {
  /** The element that scrolls; it has a height of its own. */
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** How high a line is, in rem. */
  height: number;
  /** The line that has to be in sight whenever it changes. */
  current?: number | undefined;
  render: (index: number) => ComponentChildren;
  role?: "presentation";
}

/** The part of a long list that is to be seen, in an element that scrolls. All lines are of one height. */
export function VirtualLines({ scroller, count, height, current, render, role }: VirtualProps): JSX.Element {
  const line = useRem() * height;
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const first = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setSeen((before) => (before.top === element.scrollTop && before.height === element.clientHeight ? before : { top: element.scrollTop, height: element.clientHeight }));
    look();
    element.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || current === undefined || current < 0) return;
    const top = current * line;
    const room = element.clientHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + line > element.scrollTop + room) element.scrollTop = first.current ? top - room / 3 : top + line - room;
    first.current = false;
    setSeen({ top: element.scrollTop, height: element.clientHeight });
  }, [current, line]);
  const from = Math.max(0, Math.floor(seen.top / line) - SPARE);
  const to = Math.min(count, Math.ceil((seen.top + seen.height) / line) + SPARE);
  const lines: ComponentChildren[] = [];
  for (let index = from; index < to; index++) lines.push(render(index));
  return (
    <div role={role} class="virtual" style={{ height: `${count * line}px` }}>
      <div role={role} class="virtual-window" style={{ transform: `translateY(${from * line}px)` }}>
        {lines}
      </div>
    </div>
  );
}
