const END = 0x06054b50;
const END_SIZE = 22;
const DIRECTORY_SIZE = 46;
/** 1 January 1980, the first day that the format knows. */
const FIRST_DAY = 0x21;

/** A zip file that says nothing of when it was made: the same content gives the same bytes. */
export const withoutTimes = (zip: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer);
  let end = bytes.length - END_SIZE;
  while (end > 0 && view.getUint32(end, true) !== END) end--;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true);
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, FIRST_DAY, true);
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, FIRST_DAY, true);
    at +=
      DIRECTORY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
};
