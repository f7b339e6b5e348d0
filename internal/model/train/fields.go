package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"secondlook/internal/model"
	"secondlook/internal/text"
)

// writeFields compiles the lists of words in a folder, one field a file, in
// order of name, as model.OpenFields reads them.
func writeFields(folder, out string) error {
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	if len(names) == 0 || len(names) > model.MaxFields {
		return fmt.Errorf("%s: %d lists of words; 1 to %d are wanted", folder, len(names), model.MaxFields)
	}
	of := map[uint32]uint64{}
	for field, name := range names {
		list, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for n, line := range strings.Split(strings.TrimSpace(string(list)), "\n") {
			doc := text.Read(line)
			h := uint32(0)
			for i := range doc.Tokens {
				h = model.PhraseID(h, model.WordID(doc.Tokens[i].Word))
			}
			if len(doc.Tokens) == 0 {
				return fmt.Errorf("%s:%d: no words", name, n+1)
			}
			of[h] |= 1 << field
		}
	}
	ids := make([]uint32, 0, len(of))
	for id := range of {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(ids)))
	for _, id := range ids {
		b = binary.LittleEndian.AppendUint32(b, id)
		b = binary.LittleEndian.AppendUint32(b, uint32(of[id]))
		b = binary.LittleEndian.AppendUint16(b, uint16(of[id]>>32))
	}
	return os.WriteFile(out, b, 0o644)
}
