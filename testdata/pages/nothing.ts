// In place of the parts of an editor that a fixture has no use for: image and
// video converters of 15 MB.
export {};
