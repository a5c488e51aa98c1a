// Brings a part of a document to a new state and leaves alone what stays the same, so that pictures
// do not flicker, embedded players do not start again, and the reader keeps the place.

/** Makes the children of one element those of another. */
export function morphChildren(target: Element, source: Element): void {
  const wanted = [...source.childNodes];
  const present = [...target.childNodes];
  let start = 0;
  while (start < Math.min(wanted.length, present.length) && isSame(present[start], wanted[start]))
    start += 1;
  let end = 0;
  while (
    end < Math.min(wanted.length, present.length) - start &&
    isSame(present[present.length - 1 - end], wanted[wanted.length - 1 - end])
  )
    end += 1;
  const changed = present.slice(start, present.length - end);
  const fresh = wanted.slice(start, wanted.length - end);
  const after = present[present.length - end] ?? null;
  for (const [index, node] of fresh.entries()) {
    const former = changed[index];
    if (former === undefined) target.insertBefore(node, after);
    else if (canMorph(former, node)) morph(former, node);
    else target.replaceChild(node, former);
  }
  for (const former of changed.slice(fresh.length)) former.remove();
}

const isSame = (one: ChildNode | undefined, other: ChildNode | undefined) =>
  one !== undefined && other !== undefined && one.isEqualNode(other);

const canMorph = (one: ChildNode, other: ChildNode): boolean =>
  isElement(one) && isElement(other) && one.tagName === other.tagName;

const isElement = (node: ChildNode): node is ChildNode & Element =>
  node.nodeType === Node.ELEMENT_NODE;

function morph(former: ChildNode, node: ChildNode): void {
  if (!isElement(former) || !isElement(node)) return;
  for (const { name } of [...former.attributes])
    if (!node.hasAttribute(name)) former.removeAttribute(name);
  for (const { name, value } of [...node.attributes])
    if (former.getAttribute(name) !== value) former.setAttribute(name, value);
  morphChildren(former, node);
}
